namespace BerthOpt.Empties;

/// <summary>
/// Orders expected from those seen so far: by pair of ports the mean of the last two weeks or, once the total repeats itself, the mean of the
/// same days of earlier periods. The period is learned too; nothing of the future is known.
/// </summary>
internal sealed class LearnedOrders(SampleSchedule schedule) : IOrderForecast
{
    private const int Recent = 14;
    private const int Near = 3;
    private readonly List<Pair> pairs = [];
    private readonly Dictionary<(int Source, int Destination), Pair> known = [];
    private readonly long[] total = new long[schedule.Ticks + 1];
    private int seen;
    private int before = -1;
    private int judged;

    /// <summary>The period of the total; 0 while none is known.</summary>
    public int Period { get; private set; }

    public void Seen(in SampleOrder order)
    {
        if (order.Tick >= seen)
        {
            Advance(order.Tick + 1);
            before = -1;
        }

        if (!known.TryGetValue((order.Source, order.Destination), out var pair))
        {
            pair = new Pair(order.Source, order.Destination, new long[schedule.Ticks + 1]);
            known.Add((order.Source, order.Destination), pair);
            pairs.Insert(before + 1, pair);
        }

        before = before + 1 < pairs.Count && pairs[before + 1] == pair ? before + 1 : pairs.IndexOf(pair);
        pair.Until[order.Tick + 1] += order.Quantity;
        total[order.Tick + 1] += order.Quantity;
    }

    public void Expect(int after, int last, List<SampleOrder> orders)
    {
        Advance(after + 1);
        if (seen - judged >= Recent)
        {
            judged = seen;
            Period = FindPeriod();
        }

        foreach (var pair in pairs)
        {
            pair.Rest = 0.5;
        }

        for (var tick = after + 1; tick <= last; tick++)
        {
            foreach (var pair in pairs)
            {
                pair.Rest += Mean(pair.Until, tick);
                var quantity = (int)pair.Rest;
                pair.Rest -= quantity;
                if (quantity > 0)
                {
                    orders.Add(new SampleOrder(tick, pair.Source, pair.Destination, quantity));
                }
            }
        }
    }

    // Sums up to a tick are kept, so that any mean takes two readings; ticks without orders carry the sum on.
    private void Advance(int ticks)
    {
        for (; seen < ticks; seen++)
        {
            total[seen + 1] += total[seen];
            foreach (var pair in pairs)
            {
                pair.Until[seen + 1] += pair.Until[seen];
            }
        }
    }

    private double Mean(long[] until, int tick)
    {
        if (Period == 0)
        {
            return Between(until, seen - Recent, seen);
        }

        var (sum, count) = (0.0, 0);
        for (var same = tick - (((tick - seen) / Period + 1) * Period); same >= 0; same -= Period)
        {
            sum += Between(until, same - Near, same + Near + 1);
            count++;
        }

        return count == 0 ? Between(until, seen - Recent, seen) : sum / count;
    }

    private double Between(long[] until, int from, int to)
    {
        (from, to) = (Math.Max(0, from), Math.Min(seen, to));
        return (until[to] - until[from]) / (double)Math.Max(1, to - from);
    }

    private double At(int tick) => Between(total, tick, tick + 1);

    // Days a period apart must be much more alike than those of some shorter time apart; half a period more than the first must have been seen.
    private int FindPeriod()
    {
        var (best, found, worst) = (double.MaxValue, 0, 0.0);
        for (var period = 2; period + Math.Max(Recent, period / 2) <= seen; period++)
        {
            var miss = Miss(period);
            worst = Math.Max(worst, miss);
            if (miss < best && miss < 0.6 * worst)
            {
                (best, found) = (miss, period);
            }
        }

        return found;
    }

    private double Miss(int lag)
    {
        var sum = 0.0;
        for (var tick = lag; tick < seen; tick++)
        {
            sum += Math.Abs(At(tick) - At(tick - lag));
        }

        return seen > lag ? sum / (seen - lag) : 0;
    }

    private sealed record Pair(int Source, int Destination, long[] Until)
    {
        public double Rest { get; set; }
    }
}
