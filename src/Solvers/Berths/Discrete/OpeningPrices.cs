using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// The first prices of the bound, read off a quickly made plan: a slot at a berth costs what the calls from it on would lose, were they
/// to start a slot later. Where a gap follows a call, those behind it lose the less the longer the gap is. All berths get the mean.
/// </summary>
internal static class OpeningPrices
{
    private const int Moves = 50_000;

    // Of the mean, because a call that finds a slot too dear at one berth goes to another one.
    private const double Share = 0.8;

    /// <summary>Sets the prices, as far as a plan is found.</summary>
    public static void Set(BerthProblem problem, DiscreteModel model, CellPricing pricing, Span<long> prices, long cap, StopMonitor stop)
    {
        var lane = DiscreteEngine.CreateLane(problem, model, new SolverOptions { Assertions = AssertionLevel.None }, lane: 0);
        lane.Run(Moves, stop);
        if (lane.BestCost == long.MaxValue)
        {
            return;
        }

        var mean = Mean(model, [.. lane.Best().Assignments.Select(assignment => assignment!.Value)], pricing.From, pricing.Stride - 1);
        for (var group = 0; group < model.Groups; group++)
        {
            for (var slot = 0; slot < mean.Length; slot++)
            {
                prices[(group * pricing.Stride) + slot] = (long)Math.Min(cap, Share * mean[slot] * (1L << pricing.Bits));
            }
        }
    }

    private static double[] Mean(DiscreteModel model, Assignment[] plan, int from, int slots)
    {
        var mean = new double[slots];
        var typical = plan.Average(assignment => assignment.End - assignment.Start);
        foreach (var line in Enumerable.Range(0, plan.Length).GroupBy(call => (plan[call].Quay, plan[call].Berth)))
        {
            var group = Array.Find(model.Berths, berth => (berth.Quay, berth.Number) == line.Key).Group;
            double behind = 0;
            var next = int.MaxValue;
            foreach (var call in line.OrderByDescending(call => plan[call].Start))
            {
                var (start, end) = (plan[call].Start, plan[call].End + model.Clearance);
                behind *= Math.Max(0, 1 - ((next - end) / typical));
                var own = model.CostOf(call, group, start + 1) - model.CostOf(call, group, start);
                for (var slot = Math.Max(start, from); slot < Math.Min(end, from + slots); slot++)
                {
                    mean[slot - from] += (behind + (own * (double)(end - slot) / (end - start))) / model.Berths.Length;
                }

                behind += own;
                next = start;
            }
        }

        return mean;
    }
}
