using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>One call somewhere else, the others as they lie.</summary>
/// <param name="Assignment">Where.</param>
/// <param name="Obstacles">What stands in the way.</param>
internal sealed record Trial(Assignment Assignment, ImmutableArray<Obstacle> Obstacles)
{
    // Where nothing can be lifted, another way is always better.
    private const int Unliftable = 1000;

    /// <summary>How much would have to be lifted.</summary>
    public int Weight { get; } = Obstacles.SelectMany(obstacle => obstacle.Restrictions).Distinct().Count() + (Unliftable * Obstacles.Count(obstacle => obstacle.Restrictions.IsEmpty));
}
