using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>Why an optional call is left out.</summary>
/// <param name="Code">The reason (<see cref="LeftOutCodes"/>).</param>
/// <param name="Cheapest">The cheapest place for it among the other calls as they lie; null when there is none.</param>
/// <param name="CostChange">What the plan would cost more with it there, rejection saved, in grid cost units; null without a place.</param>
/// <param name="Quays">For each quay, what keeps the call from the place at which least does, on empty quays; free where it could lie there alone.</param>
public sealed record LeftOut(string Code, Assignment? Cheapest, long? CostChange, ImmutableArray<Stretch> Quays);

/// <summary>The codes of <see cref="LeftOut"/>.</summary>
public static class LeftOutCodes
{
    /// <summary>There is no place for it even on empty quays.</summary>
    public const string NoPlace = "no-place";

    /// <summary>The search found no place for it among the other calls as they lie; that there is none is not proven.</summary>
    public const string NoRoomFound = "no-room-found";

    /// <summary>The cheapest place for it costs as much as leaving it out, or more.</summary>
    public const string TooDear = "too-dear";

    /// <summary>There is a place for it that costs less than leaving it out: the plan can be improved.</summary>
    public const string WorthTakingIn = "worth-taking-in";
}
