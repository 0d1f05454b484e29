using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>
/// An <see cref="EmptiesPlan"/> as JSON, with the ids of its problem (<c>docs/empties-document.md</c>).
/// What is written reads back as the same plan. Whether a plan keeps the rules is for <see cref="EmptiesChecker"/> to say.
/// </summary>
public static class EmptiesPlanDocument
{
    /// <summary>What <c>formatVersion</c> says.</summary>
    public const string FormatVersion = EmptiesPlanDocumentShape.Version;

    /// <summary>Reads a plan.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem that it is a plan of.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="EmptiesDocument.DefaultMaxBytes"/>.</param>
    /// <exception cref="InvalidInputException">It is not a plan of this problem; the exception lists every fault, the first 100 in full.</exception>
    public static EmptiesPlan Read(ReadOnlySpan<byte> utf8, EmptiesProblem problem, int maxBytes = EmptiesDocument.DefaultMaxBytes) =>
        TryRead(utf8, problem, out var plan, out var faults, maxBytes) ? plan : throw new InvalidInputException(faults);

    /// <summary>Reads a plan, and gives its faults instead of throwing them.</summary>
    /// <param name="utf8">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="problem">The problem that it is a plan of.</param>
    /// <param name="plan">The plan; null when there are faults.</param>
    /// <param name="faults">Every fault, the first 100 in full, each with a JSON Pointer into the document; empty when there is a plan.</param>
    /// <param name="maxBytes">Greatest size in bytes; default <see cref="EmptiesDocument.DefaultMaxBytes"/>.</param>
    /// <returns>Whether it is a plan of this problem.</returns>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8,
        EmptiesProblem problem,
        [NotNullWhen(true)] out EmptiesPlan? plan,
        out ImmutableArray<Fault> faults,
        int maxBytes = EmptiesDocument.DefaultMaxBytes)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var scope = EmptiesScope.Of(problem);
        return WholeDocument.TryRead(utf8, maxBytes, EmptiesPlanDocumentShape.Shape, scope, parts => PlanProperties.IsTold(scope, parts.Hash, parts.Plan.Hash) ? parts.Plan : null, _ => [], out plan, out faults);
    }

    /// <summary>Writes a plan.</summary>
    /// <param name="problem">The problem that it is a plan of.</param>
    /// <param name="plan">The plan, valid or not.</param>
    /// <param name="cost">Its cost; null to leave it out.</param>
    /// <param name="output">Where to.</param>
    /// <param name="indented">Whether with line breaks, for people; default false.</param>
    /// <exception cref="ArgumentException">The plan names voyages, links, conversions, contracts or types that the problem does not have.</exception>
    public static void Write(EmptiesProblem problem, EmptiesPlan plan, EmptiesCost? cost, IBufferWriter<byte> output, bool indented = false)
    {
        var parts = Parts(problem, plan, cost);
        WholeDocument.Write(EmptiesPlanDocumentShape.Shape, parts, EmptiesScope.Of(problem), output, indented);
    }

    /// <inheritdoc cref="Write(EmptiesProblem, EmptiesPlan, EmptiesCost?, IBufferWriter{byte}, bool)"/>
    public static void Write(EmptiesProblem problem, EmptiesPlan plan, EmptiesCost? cost, Stream output, bool indented = false)
    {
        var parts = Parts(problem, plan, cost);
        WholeDocument.Write(EmptiesPlanDocumentShape.Shape, parts, EmptiesScope.Of(problem), output, indented);
    }

    /// <summary>Whether bytes of unknown format are meant to be a plan document, faulty or not.</summary>
    internal static bool LooksLikeDocument(ReadOnlySpan<byte> utf8) => DocumentSniffer.LooksLike(utf8, "berthopt/empties-plan/", "fulfilments", "onHires");

    private static EmptiesPlanParts Parts(EmptiesProblem problem, EmptiesPlan plan, EmptiesCost? cost)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        Require("voyage", plan.Voyages.Select(move => move.Voyage), problem.Voyages.Length);
        Require("link", plan.Links.Select(move => move.Link), problem.Links.Length);
        Require("conversion", plan.Conversions.Select(run => run.Conversion), problem.Conversions.Length);
        Require("contract", plan.OnHires.Concat(plan.OffHires).Select(hire => hire.Lease), problem.Leases.Length);
        Require("container type", plan.Voyages.Select(move => move.Type).Concat(plan.Links.Select(move => move.Type)).Concat(plan.Fulfilments.Select(given => given.Type)), problem.Types.Length);
        return new EmptiesPlanParts(problem.Name, plan.Hash, cost, plan);
    }

    private static void Require(string what, IEnumerable<int> indices, int count)
    {
        foreach (var index in indices.Where(index => index < 0 || index >= count).Take(1))
        {
            throw new ArgumentException($"The plan has {what} {index} of {count}; expected one that the problem has.", nameof(indices));
        }
    }
}
