using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>Neighbouring starts, positions or numbers of cranes at which the same obstacles hold, or none.</summary>
/// <param name="Quay">Index of the quay.</param>
/// <param name="From">First of them.</param>
/// <param name="To">The one behind the last.</param>
/// <param name="Obstacles">What stands in the way. Without all of them the call could be there; with any one of them it could not.</param>
/// <param name="CostChange">Where nothing stands in the way: what the plan would cost more, at the best of them, in grid cost units; else null.</param>
public sealed record Stretch(int Quay, int From, int To, ImmutableArray<Obstacle> Obstacles, long? CostChange)
{
    /// <summary>Whether the call could be there, all others staying where they are.</summary>
    public bool IsFree => Obstacles.IsEmpty;
}
