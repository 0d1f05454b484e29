using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>One rule that a call would break at another time or place, all others staying where they are.</summary>
/// <param name="Code">The checker's code (<see cref="BerthFaultCodes"/>).</param>
/// <param name="Restrictions">Whom or what to lift for the rule to hold: other calls, closures, limits; empty where nothing can be, as beyond the end of a quay.</param>
/// <param name="Message">The checker's words, at the time or place of the stretch that is nearest to the plan.</param>
public sealed record Obstacle(string Code, ImmutableArray<Restriction> Restrictions, string Message)
{
    /// <summary>Whether both are the same, but for the words.</summary>
    internal bool IsLike(Obstacle other) => Code == other.Code && Restrictions.SequenceEqual(other.Restrictions);
}
