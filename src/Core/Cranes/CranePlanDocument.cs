using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>
/// A <see cref="CranePlan"/> as JSON, in seconds, with the ids of its problem (<c>docs/cranes-document.md</c>).
/// What is written reads back as the same plan. Whether a plan keeps the rules is for <see cref="CraneChecker"/> to say.
/// </summary>
public static class CranePlanDocument
{
    /// <summary>What <c>formatVersion</c> says.</summary>
    public const string FormatVersion = CranePlanDocumentShape.Version;

    /// <summary>Reads a plan.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem that it is a plan of.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="CraneDocument.DefaultMaxBytes"/>.</param>
    /// <exception cref="InvalidInputException">It is not a plan of this problem; the exception lists every fault, the first 100 in full.</exception>
    public static CranePlan Read(ReadOnlySpan<byte> utf8, CraneProblem problem, int maxBytes = CraneDocument.DefaultMaxBytes) =>
        TryRead(utf8, problem, out var plan, out var faults, maxBytes) ? plan : throw new InvalidInputException(faults);

    /// <summary>Reads a plan, and gives its faults instead of throwing them.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem that it is a plan of.</param>
    /// <param name="plan">The plan; null when there are faults.</param>
    /// <param name="faults">Every fault, the first 100 in full, each with a JSON Pointer into the document; empty when there is a plan.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="CraneDocument.DefaultMaxBytes"/>.</param>
    /// <returns>Whether it is a plan of this problem.</returns>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8,
        CraneProblem problem,
        [NotNullWhen(true)] out CranePlan? plan,
        out ImmutableArray<Fault> faults,
        int maxBytes = CraneDocument.DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var scope = CraneScope.Of(problem);
        return WholeDocument.TryRead(utf8, maxBytes, CranePlanDocumentShape.Shape, scope, Make, _ => [], out plan, out faults);

        CranePlan? Make(CranePlanParts parts)
        {
            var made = new CranePlan(parts.Entries.Select(entry => entry.Assignment));
            return PlanProperties.IsTold(scope, parts.Hash, made.Hash) ? made : null;
        }
    }

    /// <summary>Writes a plan.</summary>
    /// <param name="problem">The problem that it is a plan of.</param>
    /// <param name="plan">The plan, valid or not.</param>
    /// <param name="cost">Its cost; null to leave it out.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    /// <exception cref="ArgumentException">The plan is not of this problem's size, or an assignment names a crane that there is not.</exception>
    public static void Write(CraneProblem problem, CranePlan plan, CraneCost? cost, IBufferWriter<byte> output, bool indented = false)
    {
        var parts = Parts(problem, plan, cost);
        WholeDocument.Write(CranePlanDocumentShape.Shape, parts, CraneScope.Of(problem), output, indented);
    }

    /// <inheritdoc cref="Write(CraneProblem, CranePlan, CraneCost?, IBufferWriter{byte}, bool)"/>
    public static void Write(CraneProblem problem, CranePlan plan, CraneCost? cost, Stream output, bool indented = false)
    {
        var parts = Parts(problem, plan, cost);
        WholeDocument.Write(CranePlanDocumentShape.Shape, parts, CraneScope.Of(problem), output, indented);
    }

    /// <summary>Whether bytes of unknown format are meant to be a plan document, faulty or not.</summary>
    internal static bool LooksLikeDocument(ReadOnlySpan<byte> utf8) => DocumentSniffer.LooksLike(utf8, "berthopt/crane-plan/", "assignments");

    private static CranePlanParts Parts(CraneProblem problem, CranePlan plan, CraneCost? cost)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        PlanSize.Require(plan.Assignments.Length, problem.Tasks.Length, "tasks");
        for (var task = 0; task < plan.Assignments.Length; task++)
        {
            if (plan.Assignments[task].Crane is var crane && (crane < 0 || crane >= problem.Cranes.Length))
            {
                throw new ArgumentException($"Task \"{problem.Tasks[task].Id}\" has crane {crane} of {problem.Cranes.Length}; expected one that the problem has.", nameof(plan));
            }
        }

        return new CranePlanParts(problem.Name, plan.Hash, cost, [.. plan.Assignments.Select((assignment, task) => (task, assignment))]);
    }
}
