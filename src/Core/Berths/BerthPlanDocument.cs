using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>
/// A <see cref="BerthPlan"/> as JSON, in minutes and metres, with the ids of its problem (<c>docs/berths-document.md</c>).
/// What is written reads back as the same plan. Whether a plan keeps the rules is for <see cref="BerthChecker"/> to say.
/// </summary>
public static class BerthPlanDocument
{
    /// <summary>What <c>formatVersion</c> says.</summary>
    public const string FormatVersion = BerthPlanDocumentShape.Version;

    /// <summary>Reads a plan.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem that it is a plan of.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="BerthDocument.DefaultMaxBytes"/>.</param>
    /// <exception cref="InvalidInputException">It is not a plan of this problem; the exception lists every fault, the first 100 in full.</exception>
    public static BerthPlan Read(ReadOnlySpan<byte> utf8, BerthProblem problem, int maxBytes = BerthDocument.DefaultMaxBytes) =>
        TryRead(utf8, problem, out var plan, out var faults, maxBytes) ? plan : throw new InvalidInputException(faults);

    /// <summary>Reads a plan, and gives its faults instead of throwing them.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem that it is a plan of.</param>
    /// <param name="plan">The plan; null when there are faults.</param>
    /// <param name="faults">Every fault, the first 100 in full, each with a JSON Pointer into the document; empty when there is a plan.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="BerthDocument.DefaultMaxBytes"/>.</param>
    /// <returns>Whether it is a plan of this problem.</returns>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8,
        BerthProblem problem,
        [NotNullWhen(true)] out BerthPlan? plan,
        out ImmutableArray<Fault> faults,
        int maxBytes = BerthDocument.DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var scope = BerthScope.Of(problem);
        return WholeDocument.TryRead(utf8, maxBytes, BerthPlanDocumentShape.Shape, scope, Make, _ => [], out plan, out faults);

        BerthPlan? Make(BerthPlanParts parts)
        {
            var made = new BerthPlan(parts.Entries.Select(entry => entry.Assignment));
            return PlanProperties.IsTold(scope, parts.Hash, made.Hash) ? made : null;
        }
    }

    /// <summary>Writes a plan.</summary>
    /// <param name="problem">The problem that it is a plan of.</param>
    /// <param name="plan">The plan, valid or not.</param>
    /// <param name="cost">Its cost; null to leave it out.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    /// <exception cref="ArgumentException">The plan is not of this problem's size, or an assignment names a quay, berth or crane that cannot be.</exception>
    public static void Write(BerthProblem problem, BerthPlan plan, CostTerms? cost, IBufferWriter<byte> output, bool indented = false)
    {
        var parts = Parts(problem, plan, cost);
        WholeDocument.Write(BerthPlanDocumentShape.Shape, parts, BerthScope.Of(problem), output, indented);
    }

    /// <inheritdoc cref="Write(BerthProblem, BerthPlan, CostTerms?, IBufferWriter{byte}, bool)"/>
    public static void Write(BerthProblem problem, BerthPlan plan, CostTerms? cost, Stream output, bool indented = false)
    {
        var parts = Parts(problem, plan, cost);
        WholeDocument.Write(BerthPlanDocumentShape.Shape, parts, BerthScope.Of(problem), output, indented);
    }

    /// <summary>Writes an assignment by itself, as plans have it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="assignment">The assignment, of a quay, berth and cranes that the problem has.</param>
    /// <param name="output">Where to.</param>
    public static void WriteAssignment(BerthProblem problem, Assignment assignment, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(problem);
        WholeDocument.Write(AssignmentDocument.Shape, assignment, BerthScope.Of(problem), output, indented: false);
    }

    /// <summary>Whether bytes of unknown format are meant to be a plan document, faulty or not.</summary>
    internal static bool LooksLikeDocument(ReadOnlySpan<byte> utf8) => DocumentSniffer.LooksLike(utf8, "berthopt/berth-plan/", "assignments");

    private static BerthPlanParts Parts(BerthProblem problem, BerthPlan plan, CostTerms? cost)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        PlanSize.Require(plan.Assignments.Length, problem.Calls.Length, "calls");
        for (var call = 0; call < plan.Assignments.Length; call++)
        {
            if (plan.Assignments[call] is { } assignment && AssignmentDocument.Obstacle(assignment, problem.Quays) is { } obstacle)
            {
                throw new ArgumentException($"Call \"{problem.Calls[call].Id}\" has {obstacle}; expected what the problem has.", nameof(plan));
            }
        }

        return new BerthPlanParts(problem.Name, plan.Hash, cost, [.. plan.Assignments.Select((assignment, call) => (call, assignment))]);
    }
}
