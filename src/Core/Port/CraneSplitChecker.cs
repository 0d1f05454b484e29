using BerthOpt.Berths;
using BerthOpt.Berths.Checking;

namespace BerthOpt.Port;

/// <summary>
/// The independent judge of crane splits: goes through the stints slot by slot where anything changes, and knows nothing of how they
/// were found.
/// </summary>
public static class CraneSplitChecker
{
    /// <summary>Greatest number of faults that are listed.</summary>
    public const int MaxFaults = 1000;

    /// <summary>Judges a split: each call that cranes work on has neighbouring cranes throughout its handling, at least those that the berth plan gives it and no more than it can use; cranes have one call each, in the order of the calls along the rail, in reach of it.</summary>
    /// <param name="problem">The berth problem.</param>
    /// <param name="plan">A valid berth plan.</param>
    /// <param name="split">The split.</param>
    /// <param name="joinSlots">Slots that a join costs; null for <see cref="CraneSplit.JoinSlots"/> of each pool.</param>
    public static CraneSplitCheck Check(BerthProblem problem, BerthPlan plan, CraneSplit split, int? joinSlots = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(split);
        var faults = new List<SplitFault>();
        var visits = Visit.All(problem, plan);
        foreach (var stint in split.Stints.Where(stint => stint.Call < 0 || stint.Call >= visits.Length || visits[stint.Call] is not { Quay: not null }))
        {
            faults.Add(new SplitFault("unknown-call", stint.Call, $"A stint names call {stint.Call}; expected a call that the berth plan takes in."));
        }

        Int128 cost = 0;
        for (var pool = 0; faults.Count == 0 && pool < problem.CranePools.Length; pool++)
        {
            cost += new PoolSplit(problem, pool, visits, split, joinSlots ?? CraneSplit.JoinSlots(problem, pool), faults).Cost();
        }

        Visit[] without = [.. visits.OfType<Visit>().Where(visit => visit.Assignment.Cranes == 0 && split.Stints.Any(stint => stint.Call == visit.Index))];
        faults.AddRange(without.Select(visit => new SplitFault("cranes-not-needed", visit.Index, $"{visit.Name} has cranes; expected none, as it has none in the berth plan.")));
        return new CraneSplitCheck
        {
            Faults = [.. faults.Take(MaxFaults)],
            Cost = faults.Count > 0 ? 0 : (long)Int128.Clamp(cost, long.MinValue, long.MaxValue),
        };
    }

    /// <summary>The stints at one rail.</summary>
    private sealed class PoolSplit(BerthProblem problem, int index, Visit?[] visits, CraneSplit split, int joinSlots, List<SplitFault> faults)
    {
        private readonly CranePool pool = problem.CranePools[index];

        public Int128 Cost()
        {
            Visit[] worked = [.. visits.OfType<Visit>().Where(visit => visit.Assignment.Cranes > 0 && pool.Quays.Contains(visit.Assignment.Quay) && visit.WorkEnd > visit.Start)];
            var moments = worked.SelectMany(visit => new[] { visit.Start, visit.WorkEnd })
                .Concat(split.Stints.SelectMany(stint => new long[] { stint.Slots.From, stint.Slots.To }))
                .Concat(pool.Outages.SelectMany(outage => new long[] { outage.Slots.From, outage.Slots.To })).Distinct().Order().ToArray();
            Int128 cost = 0;
            var before = new Dictionary<int, Interval>();
            for (var moment = 0; moment + 1 < moments.Length && faults.Count < MaxFaults; moment++)
            {
                var (from, to) = (moments[moment], moments[moment + 1]);
                var crews = new Dictionary<int, Interval>();
                foreach (var stint in split.Stints.Where(stint => stint.Slots.From <= from && to <= stint.Slots.To && pool.Quays.Contains(visits[stint.Call]!.Assignment.Quay)))
                {
                    Require(crews.TryAdd(stint.Call, stint.Cranes), "stint-twice", stint.Call, from, "has two crews", "one");
                }

                foreach (var visit in worked)
                {
                    var here = visit.Start <= from && from < visit.WorkEnd;
                    if (Require(here == crews.ContainsKey(visit.Index), "stint-times", visit.Index, from, here ? "has no cranes" : "has cranes", $"some during its handling, slots {visit.Start} to {visit.WorkEnd}, and none outside") && here)
                    {
                        cost += CrewCost(visit, crews[visit.Index], from, to, before);
                    }
                }

                Order(worked, crews, from);
                before = crews;
            }

            return cost;
        }

        private Int128 CrewCost(Visit visit, Interval crew, long from, long to, Dictionary<int, Interval> before)
        {
            var planned = visit.Assignment.Cranes;
            if (!Require(crew.From >= 0 && crew.To <= pool.Count && crew.Length > 0, "crane-numbers", visit.Index, from, $"has the cranes {crew.From} to {crew.To - 1}", $"numbers from 0 to {pool.Count - 1}"))
            {
                return 0;
            }

            var at = Enumerable.Range(crew.From, crew.Length).Where(crane => !Out(crane, from)).ToArray();
            var enough = Require(at.Length >= planned && at.Length <= visit.Call.Handling.MaxCranes, "crane-count", visit.Index, from, $"has {at.Length} cranes at work", $"{planned}, as the berth plan says, to {visit.Call.Handling.MaxCranes}");
            foreach (var crane in at)
            {
                Require(Reaches(crane, visit), "crane-out-of-reach", visit.Index, from, $"has crane {crane}", "one that reaches its whole hull");
            }

            if (pool.Rule == CraneRule.Specific)
            {
                var first = visit.Assignment.FirstCrane;
                Require(crew.From <= first && first + planned <= crew.To, "crane-taken-away", visit.Index, from, $"has the cranes {crew.From} to {crew.To - 1}", $"at least {first} to {first + planned - 1}, as the berth plan says");
            }

            if (!enough || HandlingTime.Of(problem, visit.Call, visit.Assignment with { Cranes = at.Length }, visit.Deviation) is not { } slots)
            {
                Require(!enough, "crane-count", visit.Index, from, $"has {at.Length} cranes at work", "a number that its handling allows");
                return 0;
            }

            var speedUp = (1000 * (visit.WorkEnd - visit.Start) / slots) - 1000;
            Int128 left = 0;
            for (var slot = from; slot < to; slot++)
            {
                left += visit.WorkEnd - slot;
            }

            var joins = from == visit.Start ? 0 : at.Count(crane => !(before.TryGetValue(visit.Index, out var crewBefore) && crewBefore.Contains(crane) && !Out(crane, from - 1)));
            return visit.Call.Priority * (((Int128)joins * (1000 / planned) * joinSlots * (visit.WorkEnd - from)) - (speedUp * left));
        }

        private void Order(Visit[] worked, Dictionary<int, Interval> crews, long slot)
        {
            var along = worked.Where(visit => crews.ContainsKey(visit.Index)).OrderBy(visit => pool.Quays.IndexOf(visit.Assignment.Quay)).ThenBy(visit => visit.Assignment.Position).ToArray();
            for (var place = 1; place < along.Length; place++)
            {
                var (left, right) = (crews[along[place - 1].Index], crews[along[place].Index]);
                Require(left.To <= right.From, "crane-crossing", along[place].Index, slot, $"has cranes from {right.From} on", $"{left.To} or greater, right of those of {along[place - 1].Name}");
            }
        }

        private bool Out(int crane, long slot) => pool.Outages.Any(outage => outage.Crane == crane && outage.Slots.From <= slot && slot < outage.Slots.To);

        private bool Reaches(int crane, Visit visit) => !pool.Reaches.Any(reach => reach.Crane == crane)
            || pool.Reaches.Any(reach => reach.Crane == crane && reach.Quay == visit.Assignment.Quay && visit.Sections is { } hull && reach.Sections.From <= hull.From && hull.To <= reach.Sections.To);

        private bool Require(bool holds, string code, int call, long slot, string actual, string expected)
        {
            if (!holds && faults.Count < MaxFaults)
            {
                faults.Add(new SplitFault(code, call, $"Call \"{problem.Calls[call].Id}\" {actual} at {BerthFaultLog.WordsOf(problem.Grid).Time(slot)}; expected {expected}."));
            }

            return holds;
        }
    }
}
