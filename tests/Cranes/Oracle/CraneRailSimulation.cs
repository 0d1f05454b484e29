using BerthOpt.Cranes;

namespace BerthOpt.Tests.Cranes.Oracle;

/// <summary>
/// Moves all cranes along their rail, slot by slot, to find out whether they can be where a plan needs them. Exact: a position counts
/// sections times <see cref="Rail.TravelSlots"/>, so that a crane moves at most <see cref="Rail.TravelSections"/> of these steps in a slot,
/// and as work starts and ends between slots only, straight moves within a slot keep every distance that holds at its ends.
/// </summary>
internal sealed class CraneRailSimulation
{
    private const long Nowhere = 1L << 40;

    private readonly int cranes;
    private readonly int moments;
    private readonly long step;
    private readonly long apart;
    private readonly long left;
    private readonly long right;
    private readonly long[,] needLow;
    private readonly long[,] needHigh;

    /// <summary>Creates the rail of a problem, with the cranes that block at their starts there.</summary>
    public CraneRailSimulation(CraneProblem problem)
    {
        var rail = problem.Rail;
        Unit = rail.TravelSlots;
        step = rail.TravelSections;
        cranes = problem.Cranes.Length;
        moments = problem.Horizon + 1;
        apart = rail.Clearance * Unit;
        left = rail.From is { } from ? from * Unit : -Nowhere;
        right = rail.To is { } to ? to * Unit : Nowhere;
        needLow = new long[cranes, moments];
        needHigh = new long[cranes, moments];
        for (var crane = 0; crane < cranes; crane++)
        {
            for (var moment = 0; moment < moments; moment++)
            {
                (needLow[crane, moment], needHigh[crane, moment]) = (left, right);
            }

            if (rail.StartsBlock && problem.Cranes[crane].Start is { } start)
            {
                Need(crane, start, 0, Math.Min(moments - 1, problem.Cranes[crane].Ready));
            }
        }
    }

    /// <summary>Steps in a section.</summary>
    public long Unit { get; }

    /// <summary>A crane has to be at a position from one moment to another, both included.</summary>
    public void Need(int crane, long section, int from, int to)
    {
        for (var moment = from; moment <= to; moment++)
        {
            needLow[crane, moment] = Math.Max(needLow[crane, moment], section * Unit);
            needHigh[crane, moment] = Math.Min(needHigh[crane, moment], section * Unit);
        }
    }

    /// <summary>
    /// Whether all cranes can do it, by the places that each can be at. Within these, any places that keep the distances can be reached:
    /// holding each crane's place a moment ago within its places then keeps the distances, as the ends of neighbours' places keep them too.
    /// A yes is shown by a walk of all cranes, of which every single step is tested.
    /// </summary>
    public bool Holds()
    {
        var low = new long[cranes, moments];
        var high = new long[cranes, moments];
        for (var moment = 0; moment < moments; moment++)
        {
            for (var crane = 0; crane < cranes; crane++)
            {
                low[crane, moment] = Math.Max(needLow[crane, moment], moment == 0 ? -Nowhere : low[crane, moment - 1] - step);
                high[crane, moment] = Math.Min(needHigh[crane, moment], moment == 0 ? Nowhere : high[crane, moment - 1] + step);
            }

            for (var crane = 1; crane < cranes; crane++)
            {
                low[crane, moment] = Math.Max(low[crane, moment], low[crane - 1, moment] + apart);
                var mirrored = cranes - 1 - crane;
                high[mirrored, moment] = Math.Min(high[mirrored, moment], high[mirrored + 1, moment] - apart);
            }

            for (var crane = 0; crane < cranes; crane++)
            {
                if (low[crane, moment] > high[crane, moment])
                {
                    return false;
                }
            }
        }

        Walk(low, high);
        return true;
    }

    /// <summary>The same by trying every place of every crane: all ways of standing on the sections from one to another that can be reached.</summary>
    public bool HoldsByTrying(int first, int last)
    {
        var places = (int)((last - first) * Unit) + 1;
        var all = (int)Math.Pow(places, cranes);
        var reached = Enumerable.Range(0, all).Select(state => Fits(state, places, first, 0)).ToArray();
        for (var moment = 1; moment < moments; moment++)
        {
            var stride = 1;
            for (var crane = 0; crane < cranes; crane++, stride *= places)
            {
                reached = Moved(reached, stride, places);
            }

            for (var state = 0; state < all; state++)
            {
                reached[state] = reached[state] && Fits(state, places, first, moment);
            }
        }

        return reached.Any(state => state);
    }

    private bool[] Moved(bool[] reached, int stride, int places)
    {
        var moved = new bool[reached.Length];
        for (var state = 0; state < reached.Length; state++)
        {
            var place = state / stride % places;
            for (var to = Math.Max(0, place - (int)step); reached[state] && to <= Math.Min(places - 1, place + step); to++)
            {
                moved[state + ((to - place) * stride)] = true;
            }
        }

        return moved;
    }

    private bool Fits(int state, int places, int first, int moment)
    {
        var before = -Nowhere * 2;
        for (var crane = 0; crane < cranes; crane++)
        {
            var place = (first * Unit) + (state % places);
            if (place < needLow[crane, moment] || place > needHigh[crane, moment] || place < before + apart)
            {
                return false;
            }

            (before, state) = (place, state / places);
        }

        return true;
    }

    private void Walk(long[,] low, long[,] high)
    {
        var next = new long[cranes];
        for (var moment = moments - 1; moment >= 0; moment--)
        {
            var now = new long[cranes];
            for (var crane = 0; crane < cranes; crane++)
            {
                now[crane] = moment == moments - 1 ? low[crane, moment] : Math.Clamp(next[crane], low[crane, moment], high[crane, moment]);
                Assert.True(moment == moments - 1 || Math.Abs(next[crane] - now[crane]) <= step, "too fast");
                Assert.True(now[crane] >= needLow[crane, moment] && now[crane] <= needHigh[crane, moment], "not where it must be");
                Assert.True(crane == 0 || now[crane] - now[crane - 1] >= apart, "too near");
            }

            next = now;
        }
    }
}
