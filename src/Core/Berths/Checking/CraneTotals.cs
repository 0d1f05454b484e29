using BerthOpt.Diagnostics;

namespace BerthOpt.Berths.Checking;

/// <summary>Whether a pool of cranes that are only counted has enough of them in every slot.</summary>
internal static class CraneTotals
{
    public static void Run(CranePool pool, List<Visit> working, FaultLog<PlanFault> faults)
    {
        var events = new List<(long Slot, long Used, long Out)>();
        foreach (var visit in working)
        {
            events.Add((visit.Start, visit.Assignment.Cranes, 0));
            events.Add((visit.WorkEnd, -visit.Assignment.Cranes, 0));
        }

        foreach (var crane in pool.Outages.GroupBy(outage => outage.Crane))
        {
            foreach (var (from, to) in Union.Of(crane.Select(outage => outage.Slots)))
            {
                events.Add((from, 0, 1));
                events.Add((to, 0, -1));
            }
        }

        var (used, away) = (0L, 0L);
        (long From, long Peak, long Used, long Left)? worst = null;
        foreach (var slot in events.GroupBy(change => change.Slot).OrderBy(group => group.Key))
        {
            used += slot.Sum(change => change.Used);
            away += slot.Sum(change => change.Out);
            var left = pool.Count - away;
            if (used <= left)
            {
                Tell(pool, working, worst, slot.Key, faults);
                worst = null;
            }
            else if (worst is not { } now)
            {
                worst = (slot.Key, slot.Key, used, left);
            }
            else if (used - left > now.Used - now.Left)
            {
                worst = (now.From, slot.Key, used, left);
            }
        }
    }

    /// <summary>One fault for each unbroken stretch of slots with too few cranes, told at its worst slot.</summary>
    private static void Tell(CranePool pool, List<Visit> working, (long From, long Peak, long Used, long Left)? worst, long to, FaultLog<PlanFault> faults)
    {
        if (worst is { } most)
        {
            faults.Add(BerthFaultCodes.CraneCapacity, -1, -1, $"Pool \"{pool.Id}\" has too few cranes from {faults.Words.Times(most.From, to)}: {most.Used} work at {faults.Words.Time(most.Peak)}; expected at most {most.Left}. They are at {Names.Of(working.Where(visit => visit.Start <= most.Peak && most.Peak < visit.WorkEnd))}.");
        }
    }
}
