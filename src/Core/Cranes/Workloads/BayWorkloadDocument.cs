using System.Buffers;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>A <see cref="BayWorkload"/> as JSON, in seconds and metres, with the ids of its vessels (<c>docs/cranes-document.md</c>). What is written reads back as the same workload.</summary>
public static class BayWorkloadDocument
{
    /// <summary>What <c>formatVersion</c> says.</summary>
    public const string FormatVersion = BayWorkloadShape.Version;

    /// <summary>Reads a document.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="CraneDocument.DefaultMaxBytes"/>.</param>
    /// <exception cref="InvalidInputException">It is not a workload document; the exception lists every fault, the first 100 in full.</exception>
    public static BayWorkload Read(ReadOnlySpan<byte> utf8, int maxBytes = CraneDocument.DefaultMaxBytes) =>
        WholeDocument.TryRead(utf8, maxBytes, BayWorkloadShape.Shape, new CraneScope(), Valid, WorkloadRules.Faults, out var workload, out var faults) ? workload : throw new InvalidInputException(faults);

    /// <summary>Writes a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    /// <exception cref="InvalidInputException">The workload breaks its own rules.</exception>
    public static void Write(BayWorkload workload, IBufferWriter<byte> output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(workload);
        var scope = new CraneScope();
        scope.Use(workload.Grid, known: true);
        scope.Use([.. workload.Cranes.Select(crane => crane.Crane)], [.. workload.Vessels.Select(vessel => vessel.Vessel)]);
        WholeDocument.Write(BayWorkloadShape.Shape, Valid(workload), scope, output, indented);
    }

    /// <summary>Whether bytes of unknown format are meant to be a workload document, faulty or not.</summary>
    internal static bool LooksLikeDocument(ReadOnlySpan<byte> utf8) => DocumentSniffer.LooksLike(utf8, "berthopt/workload/", "work");

    private static BayWorkload Valid(BayWorkload workload) => WorkloadRules.Faults(workload) is { Count: > 0 } faults ? throw new InvalidInputException(faults) : workload;
}
