using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>
/// A <see cref="EmptiesProblem"/> as JSON, in containers, periods and TEU, with ids for references (<c>docs/empties-document.md</c>).
/// What is written reads back as the same problem, part by part.
/// </summary>
public static class EmptiesDocument
{
    /// <summary>What <c>formatVersion</c> says.</summary>
    public const string FormatVersion = EmptiesDocumentShape.Version;

    /// <summary>Greatest size in bytes that is read unless asked otherwise: 64 MiB.</summary>
    public const int DefaultMaxBytes = DocumentText.DefaultMaxBytes;

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="DefaultMaxBytes"/>.</param>
    /// <returns>The problem.</returns>
    /// <exception cref="InvalidInputException">It is not an empties document; the exception lists every fault, the first 100 in full.</exception>
    public static EmptiesProblem Read(ReadOnlySpan<byte> utf8, int maxBytes = DefaultMaxBytes) =>
        TryRead(utf8, out var problem, out var faults, maxBytes) ? problem : throw new InvalidInputException(faults);

    /// <summary>Reads a document, and gives its faults instead of throwing them.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem; null when there are faults.</param>
    /// <param name="faults">Every fault, the first 100 in full, each with a JSON Pointer into the document; empty when there is a problem.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="DefaultMaxBytes"/>.</param>
    /// <returns>Whether it is an empties document.</returns>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out EmptiesProblem? problem, out ImmutableArray<Fault> faults, int maxBytes = DefaultMaxBytes) =>
        WholeDocument.TryRead(utf8, maxBytes, EmptiesDocumentShape.Shape, new EmptiesScope(), parts => new EmptiesProblem(parts), EmptiesRules.Faults, out problem, out faults);

    /// <summary>Writes a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    public static void Write(EmptiesProblem problem, IBufferWriter<byte> output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        WholeDocument.Write(EmptiesDocumentShape.Shape, problem.Parts, EmptiesScope.Of(problem), output, indented);
    }

    /// <inheritdoc cref="Write(EmptiesProblem, IBufferWriter{byte}, bool)"/>
    public static void Write(EmptiesProblem problem, Stream output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        WholeDocument.Write(EmptiesDocumentShape.Shape, problem.Parts, EmptiesScope.Of(problem), output, indented);
    }

    /// <summary>Whether bytes of unknown format are meant to be an empties document, faulty or not.</summary>
    internal static bool LooksLikeDocument(ReadOnlySpan<byte> utf8) => DocumentSniffer.LooksLike(utf8, "berthopt/empties/", "locations", "supplies", "demands");
}
