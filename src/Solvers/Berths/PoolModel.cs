namespace BerthOpt.Berths;

/// <summary>A crane pool with its capacity by slot and its rail.</summary>
internal sealed class PoolModel
{
    public PoolModel(BerthProblem problem, int index)
    {
        Pool = problem.CranePools[index];
        IsSpecific = Pool.Rule == CraneRule.Specific;
        Capacity = CapacityOf(Pool, problem.Horizon);
        RailStart = new int[problem.Quays.Length];
        var start = 0;
        foreach (var quay in Pool.Quays)
        {
            RailStart[quay] = start;
            start += problem.Quays[quay].Length;
        }

        RailLength = start;
        Pauses = Pool.Travel is { } travel ? [.. Enumerable.Range(0, RailLength + 1).Select(sections => CraneFit.Pause(travel, sections))] : [];
    }

    public CranePool Pool { get; }

    public bool IsSpecific { get; }

    /// <summary>Cranes that work at each slot.</summary>
    public int[] Capacity { get; }

    /// <summary>Where each quay starts along the rail, in sections.</summary>
    public int[] RailStart { get; }

    public int RailLength { get; }

    /// <summary>The slots that a crane needs between two calls, by the sections between them; empty when it needs none.</summary>
    public int[] Pauses { get; }

    /// <summary>A pause of this many slots lets any crane get from any call to any other; 0 when cranes need no time between calls.</summary>
    public int LongestPause => Pauses.Length > 0 ? Pauses[^1] : 0;

    /// <summary>Whether two handlings come nearer in time than a crane needs to come over from one to the other; only where cranes need time.</summary>
    public bool AreNear(int rail, int from, int to, int otherRail, int otherFrom, int otherTo)
    {
        var pause = Pauses[Math.Abs(rail - otherRail)];
        return from < otherTo + pause && otherFrom < to + pause;
    }

    /// <summary>
    /// Slots behind each handling in which its cranes can work for no other call: the least pause. 0 where cranes may be out, as they may
    /// then spend the pause, and are counted out already.
    /// </summary>
    public int IdleSlots => Pauses.Length > 0 && Pool.Outages.IsEmpty ? Pauses[0] : 0;

    /// <summary>The cranes less those that are out, each counted once however often its outages overlap.</summary>
    private static int[] CapacityOf(CranePool pool, int horizon)
    {
        var changes = new int[horizon + 1];
        changes[0] = pool.Count;
        foreach (var crane in pool.Outages.GroupBy(outage => outage.Crane))
        {
            var until = 0;
            foreach (var slots in crane.Select(outage => outage.Slots).OrderBy(slots => slots.From))
            {
                var (from, to) = (Math.Max(slots.From, until), Math.Min(slots.To, horizon));
                if (from < to)
                {
                    changes[from]--;
                    changes[to]++;
                    until = to;
                }
            }
        }

        for (var slot = 1; slot < horizon; slot++)
        {
            changes[slot] += changes[slot - 1];
        }

        return changes[..horizon];
    }
}
