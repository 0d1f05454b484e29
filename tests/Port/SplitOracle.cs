using BerthOpt.Berths;
using BerthOpt.Port;

namespace BerthOpt.Tests.Port;

/// <summary>The least cost of all splits of a small rail, by trying each interval for each call in each run of slots between events.</summary>
internal static class SplitOracle
{
    public static long? Least(BerthProblem problem, BerthPlan plan, int joinSlots)
    {
        var pool = problem.CranePools[0];
        var events = plan.Assignments.SelectMany(stay => new[] { stay!.Value.Start, stay.Value.End }).Concat(pool.Outages.SelectMany(outage => new[] { outage.Slots.From, outage.Slots.To })).Distinct().Order().ToArray();
        List<(long Cost, CraneStint[] Stints)> kept = [(0, [])];
        for (var index = 0; index + 1 < events.Length; index++)
        {
            var slots = new Interval(events[index], events[index + 1]);
            int[] calls = [.. Enumerable.Range(0, plan.Assignments.Length).Where(call => plan.Assignments[call]!.Value.Start <= slots.From && slots.To <= plan.Assignments[call]!.Value.End)];
            var next = new Dictionary<string, (long, CraneStint[])>();
            foreach (var (_, before) in kept)
            {
                foreach (var crews in Crews(calls.Length, pool.Count))
                {
                    CraneStint[] stints = [.. before, .. calls.Zip(crews, (call, crew) => new CraneStint(call, slots, crew))];

                    // The plan cut off behind this run is judged as a whole: what comes later has no part in its cost.
                    if (Cost(problem, plan, stints, slots.To, joinSlots) is { } cost)
                    {
                        var key = string.Join(" ", crews);
                        if (!next.TryGetValue(key, out var least) || cost < least.Item1)
                        {
                            next[key] = (cost, stints);
                        }
                    }
                }
            }

            kept = [.. next.Values];
        }

        return kept.Count == 0 ? null : kept.Min(split => split.Cost);
    }

    /// <summary>The cost that the checker finds up to a slot; faults behind it are those of stints that are still missing.</summary>
    private static long? Cost(BerthProblem problem, BerthPlan plan, CraneStint[] stints, int until, int joinSlots)
    {
        var pool = problem.CranePools[0];
        var end = plan.Assignments.Max(stay => stay!.Value.End);
        if (until == end)
        {
            var check = CraneSplitChecker.Check(problem, plan, new CraneSplit(stints), joinSlots);
            return check.IsValid ? check.Cost : null;
        }

        long cost = 0;
        for (var index = 0; index < stints.Length; index++)
        {
            var (stint, stay, call) = (stints[index], plan.Assignments[stints[index].Call]!.Value, problem.Calls[stints[index].Call]);
            bool Works(int crane, int slot) => !pool.Outages.Any(outage => outage.Crane == crane && outage.Slots.Contains(slot));
            bool Had(int crane, int slot) => stints.Any(other => other.Call == stint.Call && other.Slots.Contains(slot) && other.Cranes.Contains(crane)) && Works(crane, slot);
            var crew = Enumerable.Range(stint.Cranes.From, stint.Cranes.Length).Where(crane => Works(crane, stint.Slots.From)).ToArray();
            if (crew.Length < stay.Cranes || crew.Length > call.Handling.MaxCranes || (pool.Rule == CraneRule.Specific && (stint.Cranes.From > stay.FirstCrane || stint.Cranes.To < stay.FirstCrane + stay.Cranes)))
            {
                return null;
            }

            if (stints.Any(other => other.Slots == stint.Slots && plan.Assignments[other.Call]!.Value.Position < stay.Position && other.Cranes.To > stint.Cranes.From))
            {
                return null;
            }

            var speedUp = (1000 * (stay.End - stay.Start) / call.Handling.Work[crew.Length - 1]) - 1000;
            for (var slot = stint.Slots.From; slot < stint.Slots.To; slot++)
            {
                cost -= (long)call.Priority * speedUp * (stay.End - slot);
            }

            var joins = stint.Slots.From == stay.Start ? 0 : crew.Count(crane => !Had(crane, stint.Slots.From - 1));
            cost += (long)call.Priority * joins * (1000 / stay.Cranes) * joinSlots * (stay.End - stint.Slots.From);
        }

        return cost;
    }

    private static IEnumerable<Interval[]> Crews(int calls, int cranes)
    {
        if (calls == 0)
        {
            return [[]];
        }

        var intervals = Enumerable.Range(0, cranes).SelectMany(from => Enumerable.Range(from + 1, cranes - from).Select(to => new Interval(from, to)));
        return intervals.SelectMany(crew => Crews(calls - 1, cranes).Select(others => (Interval[])[crew, .. others]));
    }
}
