using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>
/// A <see cref="CraneProblem"/> as JSON, in seconds and metres, with ids for references (<c>docs/cranes-document.md</c>).
/// What is written reads back as the same problem, part by part.
/// </summary>
public static class CraneDocument
{
    /// <summary>What <c>formatVersion</c> says.</summary>
    public const string FormatVersion = CraneDocumentShape.Version;

    /// <summary>Greatest size in bytes that is read unless asked otherwise: 64 MiB.</summary>
    public const int DefaultMaxBytes = DocumentText.DefaultMaxBytes;

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="DefaultMaxBytes"/>.</param>
    /// <returns>The problem.</returns>
    /// <exception cref="InvalidInputException">It is not a crane document; the exception lists every fault, the first 100 in full.</exception>
    public static CraneProblem Read(ReadOnlySpan<byte> utf8, int maxBytes = DefaultMaxBytes) =>
        TryRead(utf8, out var problem, out var faults, maxBytes) ? problem : throw new InvalidInputException(faults);

    /// <summary>Reads a document, and gives its faults instead of throwing them.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem; null when there are faults.</param>
    /// <param name="faults">Every fault, the first 100 in full, each with a JSON Pointer into the document; empty when there is a problem.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="DefaultMaxBytes"/>.</param>
    /// <returns>Whether it is a crane document.</returns>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out CraneProblem? problem, out ImmutableArray<Fault> faults, int maxBytes = DefaultMaxBytes)
    {
        var scope = new CraneScope();

        // Where the grid is not known, nothing is.
        return WholeDocument.TryRead(
            utf8,
            maxBytes,
            CraneDocumentShape.Shape,
            scope,
            parts => new CraneProblem(parts),
            parts => scope.Units.Known ? CraneRules.Faults(parts) : [],
            out problem,
            out faults);
    }

    /// <summary>Writes a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    public static void Write(CraneProblem problem, IBufferWriter<byte> output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        WholeDocument.Write(CraneDocumentShape.Shape, problem.Parts, CraneScope.Of(problem), output, indented);
    }

    /// <inheritdoc cref="Write(CraneProblem, IBufferWriter{byte}, bool)"/>
    public static void Write(CraneProblem problem, Stream output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        WholeDocument.Write(CraneDocumentShape.Shape, problem.Parts, CraneScope.Of(problem), output, indented);
    }

    /// <summary>Whether bytes of unknown format are meant to be a crane document, faulty or not.</summary>
    internal static bool LooksLikeDocument(ReadOnlySpan<byte> utf8) => DocumentSniffer.LooksLike(utf8, "berthopt/cranes/", "cranes", "tasks", "horizonSeconds");
}
