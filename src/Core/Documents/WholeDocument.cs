using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using BerthOpt.Diagnostics;

namespace BerthOpt.Documents;

/// <summary>From the bytes of a document to what it says, and back.</summary>
internal static class WholeDocument
{
    /// <summary>Reads a document; false when it has faults.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="maxBytes">Greatest size in bytes.</param>
    /// <param name="shape">What it may hold.</param>
    /// <param name="scope">What its parts need of one another.</param>
    /// <param name="make">Makes the value of parts without faults; refuses what only the rules of the model find, or adds faults to the scope and gives null.</param>
    /// <param name="rules">What the rules of the model find in parts with faults; what follows from a fault that is told already is left out.</param>
    /// <param name="value">The value; null when there are faults.</param>
    /// <param name="faults">Every fault, the first 100 in full; empty when there is a value.</param>
    public static bool TryRead<TParts, T>(
        ReadOnlySpan<byte> utf8,
        int maxBytes,
        Shape<TParts> shape,
        DocumentScope scope,
        Func<TParts, T?> make,
        Func<TParts, IEnumerable<Fault>> rules,
        [NotNullWhen(true)] out T? value,
        out ImmutableArray<Fault> faults)
        where T : class
    {
        value = null;
        if (!DocumentText.TryParse(utf8, maxBytes, out var document, out var fault))
        {
            faults = [fault];
            return false;
        }

        using (document)
        {
            if (new ObjectKind<TParts>(shape).TryRead(document.RootElement, At.Root, scope, out var parts))
            {
                value = Judge(parts, document.RootElement, shape, scope, make, rules);
            }

            faults = scope.Faults.All;
            return value is not null;
        }
    }

    /// <summary>Writes a document.</summary>
    public static void Write<TParts>(Shape<TParts> shape, TParts parts, DocumentScope scope, IBufferWriter<byte> output, bool indented)
    {
        using var json = new Utf8JsonWriter(output, DocumentText.WriterOptions(indented));
        new ObjectKind<TParts>(shape).Write(json, parts, scope);
    }

    /// <inheritdoc cref="Write{TParts}(Shape{TParts}, TParts, DocumentScope, IBufferWriter{byte}, bool)"/>
    public static void Write<TParts>(Shape<TParts> shape, TParts parts, DocumentScope scope, Stream output, bool indented)
    {
        using var json = new Utf8JsonWriter(output, DocumentText.WriterOptions(indented));
        new ObjectKind<TParts>(shape).Write(json, parts, scope);
    }

    private static T? Judge<TParts, T>(TParts parts, JsonElement root, Shape shape, DocumentScope scope, Func<TParts, T?> make, Func<TParts, IEnumerable<Fault>> rules)
        where T : class
    {
        if (scope.Faults.Count > 0)
        {
            if (!scope.Faults.Full)
            {
                scope.AddModelFaults(rules(parts), root, shape);
            }

            return null;
        }

        try
        {
            return make(parts);
        }
        catch (InvalidInputException exception)
        {
            scope.AddModelFaults(exception.Faults, root, shape);
            return null;
        }
    }
}
