using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Berths;

/// <summary>What it would cost to do with one call as somebody wishes, the others making room.</summary>
public sealed record Counterfactual
{
    /// <summary>What was asked (<see cref="CounterfactualCodes"/>).</summary>
    public required string Code { get; init; }

    /// <summary>What the call was pinned to.</summary>
    public required Pin Pin { get; init; }

    /// <summary>Whether there is such a plan, and whether its price is exact.</summary>
    public required CounterfactualStatus Status { get; init; }

    /// <summary>What that plan costs more than the present one, in grid cost units; less than 0 where it is cheaper; null without one.</summary>
    public long? CostChange { get; init; }

    /// <summary>No such plan costs less than this more, in grid cost units; null when nothing is known.</summary>
    public long? LeastCostChange { get; init; }

    /// <summary>The calls that change, the call itself first; empty without a plan.</summary>
    public ImmutableArray<MovedCall> Moves { get; init; } = [];

    /// <summary>The calls that lie as they do now, with as many cranes, but others of their rail; with <see cref="Moves"/> they are all that changes.</summary>
    public ImmutableArray<MovedCall> OtherCranes { get; init; } = [];
}

/// <summary>A call that changes.</summary>
/// <param name="Call">Index of the call.</param>
/// <param name="From">Where it lies now; null when it is left out.</param>
/// <param name="To">Where it would lie; null when it would be left out.</param>
/// <param name="CostChange">What it alone would cost more, in grid cost units.</param>
public sealed record MovedCall(int Call, Assignment? From, Assignment? To, long CostChange);

/// <summary>The codes of <see cref="Counterfactual"/>.</summary>
public static class CounterfactualCodes
{
    /// <summary>At its wished place.</summary>
    public const string WishedPlace = "wished-place";

    /// <summary>As early as it could berth alone.</summary>
    public const string FirstStart = "first-start";

    /// <summary>Both.</summary>
    public const string WishedPlaceFirstStart = "wished-place-first-start";

    /// <summary>A call that is left out, taken in.</summary>
    public const string TakenIn = "taken-in";

    /// <summary>Something that was asked for.</summary>
    public const string Asked = "asked";
}
