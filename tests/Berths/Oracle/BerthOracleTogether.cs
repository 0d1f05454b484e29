using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>
/// The rules that calls keep or break together. Space, time and specific cranes are a matter of pairs; totals of cranes and caps on
/// movements are counted slot by slot over all placements.
/// </summary>
internal sealed class BerthOracleTogether(BerthProblem problem)
{
    private readonly BerthOracleAlone alone = new(problem);

    /// <summary>Whether two placements of different calls exclude each other.</summary>
    public bool Conflict(OraclePlacement one, OraclePlacement two) => Collide(one, two) || CranesConflict(one, two);

    /// <summary>Every rule of pairs and totals that the placements break, as the checker's codes.</summary>
    public SortedSet<string> Broken(IReadOnlyList<OraclePlacement> placements)
    {
        var codes = new SortedSet<string>();
        foreach (var (one, two) in placements.SelectMany((one, index) => placements.Skip(index + 1).Select(two => (one, two))))
        {
            if (Collide(one, two))
            {
                codes.Add(Collide(one, two, new Clearances()) ? BerthFaultCodes.Overlap : BerthFaultCodes.Clearance);
            }

            if (CranesConflict(one, two))
            {
                var atOnce = one.At.Start < two.WorkEnd && two.At.Start < one.WorkEnd;
                codes.Add(!atOnce ? BerthFaultCodes.CraneTravel : Shared(one, two) ? BerthFaultCodes.CraneShared : BerthFaultCodes.CraneCrossing);
            }
        }

        codes.UnionWith(Totals().Where(total => placements.Sum(total.Use) > total.Limit).Select(total => total.Code));
        return codes;
    }

    private bool Collide(OraclePlacement one, OraclePlacement two) => Collide(one, two, problem.Clearances);

    private static bool Collide(OraclePlacement one, OraclePlacement two, Clearances clearances)
    {
        if (one.At.Quay != two.At.Quay)
        {
            return false;
        }

        // A gap of g sections and t slots is a frame of g sections and t slots on the right and the upper side of each rectangle.
        var continuous = one.Berths.From < 0;
        var space = continuous ? Meet(one.Sections, two.Sections, clearances.HullSections) : Meet(one.Berths, two.Berths, 0);
        return space && Meet(new Interval(one.At.Start, one.At.End), new Interval(two.At.Start, two.At.End), clearances.Slots);
    }

    private static bool Meet(Interval one, Interval two, int gap) => Math.Max(one.From, two.From) < Math.Min(one.To, two.To) + gap;

    /// <remarks>
    /// Travel binds consecutive calls of each crane; here it is asked of every two calls that share one. That is the same: with i, j, k
    /// in a crane's order, start_k >= workEnd_j + setup + |x_k - x_j| / v >= start_j + setup + |x_k - x_j| / v
    /// >= workEnd_i + 2 setup + (|x_j - x_i| + |x_k - x_j|) / v >= workEnd_i + setup + |x_k - x_i| / v, as setup >= 0.
    /// </remarks>
    private bool CranesConflict(OraclePlacement one, OraclePlacement two)
    {
        var pool = problem.CranePools.FirstOrDefault(pool => pool.Quays.Contains(one.At.Quay));
        if (pool is not { Rule: CraneRule.Specific } || !pool.Quays.Contains(two.At.Quay) || one.At.FirstCrane < 0 || two.At.FirstCrane < 0)
        {
            return false;
        }

        var (left, right) = Rail(pool, one) <= Rail(pool, two) ? (one, two) : (two, one);
        var (first, second) = one.At.Start <= two.At.Start ? (one, two) : (two, one);
        if (second.At.Start < first.WorkEnd)
        {
            return Rail(pool, left) < Rail(pool, right) ? left.At.FirstCrane + left.At.Cranes > right.At.FirstCrane : Shared(one, two);
        }

        return Shared(one, two) && pool.Travel is { } travel
            && (long)(second.At.Start - first.WorkEnd - travel.SetupSlots) * travel.SpeedSections < (long)(Rail(pool, right) - Rail(pool, left)) * travel.SpeedSlots;
    }

    private static bool Shared(OraclePlacement one, OraclePlacement two) => BerthOracleAlone.Each(BerthOracleAlone.Team(one.At)).Any(BerthOracleAlone.Team(two.At).Contains);

    private int Rail(CranePool pool, OraclePlacement placement) =>
        pool.Quays.TakeWhile(quay => quay != placement.At.Quay).Sum(quay => problem.Quays[quay].Length) + placement.At.Position;

    /// <summary>All limits on sums over placements.</summary>
    public IEnumerable<OracleTotal> Totals()
    {
        foreach (var pool in problem.CranePools.Where(pool => pool.Rule == CraneRule.Total))
        {
            for (var slot = 0; slot < problem.Horizon; slot++)
            {
                var now = slot;
                var missing = pool.Outages.Where(outage => outage.Slots.Contains(now)).Select(outage => outage.Crane).Distinct().Count();
                yield return new OracleTotal(BerthFaultCodes.CraneCapacity, pool.Count - missing, placement =>
                    pool.Quays.Contains(placement.At.Quay) && now >= placement.At.Start && now < placement.WorkEnd ? placement.At.Cranes : 0);
            }
        }

        foreach (var cap in problem.Movements.Caps)
        {
            for (var from = 0; from <= problem.Horizon; from += cap.PeriodSlots)
            {
                var period = new Interval(from, from + cap.PeriodSlots);
                yield return new OracleTotal(BerthFaultCodes.MovementCap, cap.Max, placement => !alone.Counts(cap, placement.Call, placement.At.Quay) ? 0
                    : (period.Contains(placement.At.Start) ? 1 : 0) + (period.Contains(placement.At.End) ? 1 : 0));
            }
        }
    }
}

/// <summary>A limit on a sum over all placements.</summary>
/// <param name="Code">The checker's code of a breach.</param>
/// <param name="Limit">Greatest sum.</param>
/// <param name="Use">What one placement adds.</param>
internal sealed record OracleTotal(string Code, int Limit, Func<OraclePlacement, int> Use);
