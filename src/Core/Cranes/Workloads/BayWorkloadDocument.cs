using System.Buffers;
using System.Text.Json;
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
    public static BayWorkload Read(ReadOnlySpan<byte> utf8, int maxBytes = CraneDocument.DefaultMaxBytes)
    {
        if (!DocumentText.TryParse(utf8, maxBytes, out var document, out var fault))
        {
            throw new InvalidInputException([fault]);
        }

        using (document)
        {
            var scope = new CraneScope();
            if (new ObjectKind<BayWorkload>(BayWorkloadShape.Shape).TryRead(document.RootElement, At.Root, scope, out var workload) && !scope.Faults.Full)
            {
                scope.AddModelFaults(WorkloadRules.Faults(workload), document.RootElement, BayWorkloadShape.Shape);
            }

            return scope.Faults.Count == 0 ? workload : throw new InvalidInputException(scope.Faults.All);
        }
    }

    /// <summary>Writes a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    /// <exception cref="InvalidInputException">The workload breaks its own rules.</exception>
    public static void Write(BayWorkload workload, IBufferWriter<byte> output, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(workload);
        var faults = WorkloadRules.Faults(workload);
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }

        using var json = new Utf8JsonWriter(output, DocumentText.WriterOptions(indented));
        var scope = new CraneScope();
        scope.Use(workload.Grid, known: true);
        scope.Use([.. workload.Cranes.Select(crane => crane.Crane)], [.. workload.Vessels.Select(vessel => vessel.Vessel)]);
        new ObjectKind<BayWorkload>(BayWorkloadShape.Shape).Write(json, workload, scope);
    }

    /// <summary>Whether bytes of unknown format are meant to be a workload document, faulty or not.</summary>
    internal static bool LooksLikeDocument(ReadOnlySpan<byte> utf8) => DocumentSniffer.LooksLike(utf8, "berthopt/workload/", "work");
}
