using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>Tries every combination of numbers that a plan can hold, with nothing left out.</summary>
internal static class EveryPlan
{
    /// <summary>The least cost of all plans (null when there is none); or null when there are more than <paramref name="most"/> plans of calls that are fine alone.</summary>
    public static OracleAnswer? LeastCost(BerthProblem problem, long most)
    {
        var together = new BerthOracleTogether(problem);
        var ways = Enumerable.Range(0, problem.Calls.Length).Select(call => Ways(problem, call)).ToList();
        if (ways.Aggregate(1L, (product, way) => Math.Min(most + 1, product * way.Count)) > most)
        {
            return null;
        }

        long? best = null;
        foreach (var plan in Product(ways, 0))
        {
            var placed = plan.OfType<OraclePlacement>().ToList();
            if (together.Broken(placed).Count == 0)
            {
                var leftOut = plan.Index().Where(entry => entry.Item is null).Sum(entry => (long)problem.Calls[entry.Index].Rates.Rejection * problem.Objective.Rejection);
                var makespan = placed.Select(placement => placement.At.End).DefaultIfEmpty(0).Max();
                var cost = problem.Objective.Constant + leftOut + placed.Sum(placement => placement.Cost) + (problem.Objective.Makespan * makespan);
                best = Math.Min(best ?? cost, cost);
            }
        }

        return new OracleAnswer(best, null);
    }

    private static List<OraclePlacement?> Ways(BerthProblem problem, int call)
    {
        var alone = new BerthOracleAlone(problem);
        var handling = problem.Calls[call].Handling;
        var sections = problem.Quays.Max(quay => quay.Length);
        var berths = problem.Quays.Max(quay => quay.Berths.Length);
        var cranes = problem.CranePools.Select(pool => pool.Count).DefaultIfEmpty(0).Max();
        var ways = new List<OraclePlacement?>();
        for (var quay = 0; quay < problem.Quays.Length; quay++)
        {
            for (var berth = -1; berth < berths; berth++)
            {
                for (var position = 0; position < sections; position++)
                {
                    for (var number = handling.MinCranes; number <= handling.MaxCranes; number++)
                    {
                        for (var first = -1; first < cranes; first++)
                        {
                            // Place, cranes and work do not depend on the time: without this the test would take minutes.
                            var at = new Assignment(quay, berth, position, 0, 0, number, first);
                            if (alone.Place(call, quay, berth, position) is { } place && alone.Slots(call, at) is not null && alone.Cranes(call, at, place.Sections))
                            {
                                ways.AddRange(Times(problem.Horizon).Select(time => alone.Of(call, at with { Start = time.Start, End = time.End })).OfType<OraclePlacement>());
                            }
                        }
                    }
                }
            }
        }

        return problem.Calls[call].Optional ? [.. ways, null] : ways;
    }

    private static IEnumerable<(int Start, int End)> Times(int horizon) =>
        Enumerable.Range(0, horizon).SelectMany(start => Enumerable.Range(start + 1, horizon - start).Select(end => (start, end)));

    private static IEnumerable<OraclePlacement?[]> Product(List<List<OraclePlacement?>> ways, int call) => call == ways.Count
        ? [new OraclePlacement?[ways.Count]]
        : Product(ways, call + 1).SelectMany(plan => ways[call].Select(way =>
        {
            var copy = plan.ToArray();
            copy[call] = way;
            return copy;
        }));
}
