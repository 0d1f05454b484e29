namespace BerthOpt.Port;

/// <summary>The best split of one rail over its periods.</summary>
internal sealed class RailSplit(List<SplitPeriod> periods, int joinSlots)
{
    public Int128 Cost { get; private set; }

    /// <summary>No split costs less.</summary>
    public Int128 Bound { get; private set; }

    /// <summary>Finds the split and adds its stints; false where a period has no way to split the cranes.</summary>
    public bool Run(List<CraneStint> stints)
    {
        if (periods.Count == 0)
        {
            return true;
        }

        var costs = new Int128[periods.Count][];
        var before = new int[periods.Count][];
        for (var period = 0; period < periods.Count; period++)
        {
            var states = periods[period].States;
            (costs[period], before[period]) = (new Int128[states.Count], new int[states.Count]);
            for (var state = 0; state < states.Count; state++)
            {
                var (least, from) = period == 0 ? (0, -1) : Least(costs[period - 1], period, state);
                (costs[period][state], before[period][state]) = (least - states[state].Gain, from);
            }

            if (states.Count == 0)
            {
                return false;
            }
        }

        var last = Array.IndexOf(costs[^1], costs[^1].Min());
        Cost = costs[^1][last];
        Bound = periods.TrueForAll(period => period.IsWhole) ? Cost : -periods.Aggregate((Int128)0, (sum, period) => sum + period.MostGain);
        var chosen = new int[periods.Count];
        for (var period = periods.Count - 1; period >= 0; period--)
        {
            chosen[period] = last;
            last = before[period][last];
        }

        Tell(chosen, stints);
        return true;
    }

    private (Int128 Cost, int From) Least(Int128[] costs, int period, int state)
    {
        // Half of the greatest number: costs may be negative, and the difference to them must hold.
        var (least, best) = (Int128.MaxValue / 2, -1);
        for (var from = 0; from < costs.Length; from++)
        {
            if (costs[from] < least && costs[from] + Joins(period, from, state, least - costs[from]) is var cost && cost < least)
            {
                (least, best) = (cost, from);
            }
        }

        return (least, best);
    }

    /// <summary>What the joins between two periods cost, or no less than a limit.</summary>
    private Int128 Joins(int period, int stateBefore, int state, Int128 limit)
    {
        var (old, next) = (periods[period - 1], periods[period]);
        Int128 sum = 0;
        for (var place = 0; place < next.Stays.Length && sum < limit; place++)
        {
            var stay = next.Stays[place];
            if (stay.From == next.From)
            {
                continue;
            }

            var crew = next.States[state].Crews[place];
            var crewBefore = old.States[stateBefore].Crews[Array.IndexOf(old.Stays, stay)];
            var joins = 0;
            for (var crane = crew.From; crane < crew.To; crane++)
            {
                joins += !next.IsOut(crane) && !(crewBefore.Contains(crane) && !old.IsOut(crane)) ? 1 : 0;
            }

            sum += joins * stay.Join(next.From, joinSlots);
        }

        return sum;
    }

    private void Tell(int[] chosen, List<CraneStint> stints)
    {
        var open = new Dictionary<int, CraneStint>();
        for (var index = 0; index < periods.Count; index++)
        {
            var period = periods[index];
            for (var place = 0; place < period.Stays.Length; place++)
            {
                var (call, crew) = (period.Stays[place].Call, period.States[chosen[index]].Crews[place]);
                if (open.TryGetValue(call, out var stint) && stint.Cranes == crew && stint.Slots.To == period.From)
                {
                    open[call] = stint with { Slots = new Interval(stint.Slots.From, period.To) };
                    continue;
                }

                if (open.ContainsKey(call))
                {
                    stints.Add(stint);
                }

                open[call] = new CraneStint(call, new Interval(period.From, period.To), crew);
            }
        }

        stints.AddRange(open.OrderBy(stint => stint.Key).Select(stint => stint.Value));
    }
}
