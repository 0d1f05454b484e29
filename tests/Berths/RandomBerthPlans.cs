using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>Plans to be judged: haphazard ones, which break many rules.</summary>
internal static class RandomBerthPlans
{
    /// <summary>A plan in which each call lies somewhere about its arrival, and mostly as long as it must.</summary>
    public static BerthPlan Haphazard(BerthProblem problem, Rng rng)
    {
        var alone = new BerthOracleAlone(problem);
        return new BerthPlan(Enumerable.Range(0, problem.Calls.Length).Select(call => rng.Next(10) == 0 ? (Assignment?)null : Somewhere(alone, call, rng)));
    }

    private static Assignment Somewhere(BerthOracleAlone alone, int call, Rng rng)
    {
        var problem = alone.Problem;
        var ship = problem.Calls[call];
        var quay = rng.Next(problem.Quays.Length);
        var wall = problem.Quays[quay];
        var berth = wall.Berths.IsEmpty ? -1 : rng.Next(wall.Berths.Length);
        var position = berth < 0 ? rng.Next(-1, wall.Length) : wall.Berths[berth].Start;
        var start = Math.Max(0, ship.Arrival + rng.Next(-2, 4));
        var cranes = rng.Next(10) == 0 ? rng.Next(5) : rng.Next(ship.Handling.MinCranes, ship.Handling.MaxCranes + 1);
        var pool = problem.CranePools.FirstOrDefault(pool => pool.Quays.Contains(quay));
        var first = pool is { Rule: CraneRule.Specific } && cranes > 0 ? rng.Next(Math.Max(1, pool.Count - cranes + 1)) : -1;
        var at = new Assignment(quay, berth, position, start, start, cranes, first);
        return at with { End = start + (rng.Next(10) == 0 ? rng.Next(1, 9) : alone.Slots(call, at) ?? rng.Next(1, 9)) };
    }
}
