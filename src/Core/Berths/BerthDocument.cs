using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>
/// A <see cref="BerthProblem"/> as JSON, in minutes, metres and units of cost, with ids for references (<c>docs/berths-document.md</c>).
/// What is written reads back as the same problem, part by part.
/// </summary>
public static class BerthDocument
{
    /// <summary>What <c>formatVersion</c> says.</summary>
    public const string FormatVersion = BerthDocumentShape.Version;

    /// <summary>Greatest size in bytes that is read unless asked otherwise: 64 MiB.</summary>
    public const int DefaultMaxBytes = DocumentText.DefaultMaxBytes;

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="DefaultMaxBytes"/>.</param>
    /// <returns>The problem.</returns>
    /// <exception cref="InvalidInputException">It is not a berth document; the exception lists every fault, the first 100 in full.</exception>
    public static BerthProblem Read(ReadOnlySpan<byte> utf8, int maxBytes = DefaultMaxBytes) =>
        TryRead(utf8, out var problem, out var faults, maxBytes) ? problem : throw new InvalidInputException(faults);

    /// <summary>Reads a document, and gives its faults instead of throwing them.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem; null when there are faults.</param>
    /// <param name="faults">Every fault, the first 100 in full, each with a JSON Pointer into the document; empty when there is a problem.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="DefaultMaxBytes"/>.</param>
    /// <returns>Whether it is a berth document.</returns>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out BerthProblem? problem, out ImmutableArray<Fault> faults, int maxBytes = DefaultMaxBytes)
    {
        var scope = new BerthScope();

        // Where the grid is not known, nothing is. Stand-ins cost nothing sensible, so that nothing can be said of the cost.
        return WholeDocument.TryRead(
            utf8,
            maxBytes,
            BerthDocumentShape.Shape,
            scope,
            parts => new BerthProblem(parts),
            parts => scope.Units.Known ? BerthRules.Faults(parts).Where(fault => fault.Code != "cost-overflow") : [],
            out problem,
            out faults);
    }

    /// <summary>Writes a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    public static void Write(BerthProblem problem, IBufferWriter<byte> output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        WholeDocument.Write(BerthDocumentShape.Shape, problem.Parts, BerthScope.Of(problem), output, indented);
    }

    /// <inheritdoc cref="Write(BerthProblem, IBufferWriter{byte}, bool)"/>
    public static void Write(BerthProblem problem, Stream output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(problem);
        WholeDocument.Write(BerthDocumentShape.Shape, problem.Parts, BerthScope.Of(problem), output, indented);
    }

    /// <summary>Reads a call by itself, as problems have it.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">A problem with the quays and berths that the call names.</param>
    /// <exception cref="InvalidInputException">It is no call; the exception lists every fault, the first 100 in full.</exception>
    public static Call ReadCall(ReadOnlySpan<byte> utf8, BerthProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return WholeDocument.TryRead(utf8, DefaultMaxBytes, CallDocument.Shape, BerthScope.Of(problem), call => call, _ => [], out var read, out var faults)
            ? read
            : throw new InvalidInputException(faults);
    }

    /// <summary>Writes a call by itself, as problems have it.</summary>
    /// <param name="problem">A problem with the quays and berths that the call names.</param>
    /// <param name="call">The call.</param>
    /// <param name="output">Where to.</param>
    public static void WriteCall(BerthProblem problem, Call call, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(call);
        WholeDocument.Write(CallDocument.Shape, call, BerthScope.Of(problem), output, indented: false);
    }

    /// <summary>Whether bytes of unknown format are meant to be a berth document, faulty or not.</summary>
    internal static bool LooksLikeDocument(ReadOnlySpan<byte> utf8) => DocumentSniffer.LooksLike(utf8, "berthopt/berths/", "quays", "calls", "horizonMinutes");
}
