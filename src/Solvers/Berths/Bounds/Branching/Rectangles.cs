using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// What a plan below a cutoff may use, column by column: those rectangles whose price at given multipliers is not so far above
/// their call's cheapest that any plan with them would reach the cutoff (reduced-cost fixing).
/// </summary>
internal sealed class Rectangles
{
    private readonly BerthModel _model;
    private readonly List<Rectangle> _list = [];
    private long _work;

    private Rectangles(BerthModel model, RectangleGrid grid)
    {
        (_model, Grid) = (model, grid);
        First = new int[model.Calls.Length + 1];
    }

    public RectangleGrid Grid { get; }

    /// <summary>Where each call's rectangles begin; one more at the end.</summary>
    public int[] First { get; }

    /// <summary>Cells that each call takes, its clearance included.</summary>
    public int[] Width => Grid.Width;

    public int[] Cost { get; private set; } = [];

    public int[] Cell { get; private set; } = [];

    public int[] Start { get; private set; } = [];

    public int[] HandlingEnd { get; private set; } = [];

    /// <summary>End of the stay and of the pause behind it.</summary>
    public int[] Until { get; private set; } = [];

    public int[] Cranes { get; private set; } = [];

    public int Count => Cost.Length;

    /// <summary>Steps that listing took.</summary>
    public long Work => _work / 8;

    /// <summary>The cheapest placement that a rectangle stands for.</summary>
    public Placement this[int rectangle] => _list[rectangle].Placement;

    /// <summary>
    /// Lists them for the greatest cutoff, among those up to <paramref name="most"/> above the relaxation's value, for which no more
    /// than <paramref name="limit"/> are needed.
    /// </summary>
    /// <param name="model">A problem with one quay.</param>
    /// <param name="grid">The grid to cut rectangles to.</param>
    /// <param name="prices">Multipliers.</param>
    /// <param name="slack">How far above the ideal a plan below the greatest useful cutoff may be, in units.</param>
    /// <param name="most">How far above the relaxation's value a plan below that cutoff may be, in units.</param>
    /// <param name="limit">Most rectangles to list.</param>
    /// <param name="stop">When to end early.</param>
    /// <param name="distance">How far above the relaxation's value the plans may be for which the list is complete, in units.</param>
    /// <returns>The list; null when there was no time to finish it.</returns>
    public static Rectangles? Of(BerthModel model, RectangleGrid grid, RectanglePrices prices, long slack, long most, int limit, StopMonitor stop, out long distance)
    {
        var all = new Rectangles(model, grid);
        var least = new long[model.Calls.Length];
        var reserve = limit * 8;
        distance = most;
        for (var call = 0; call < least.Length; call++)
        {
            if (stop.IsStopped)
            {
                return null;
            }

            all.First[call] = all._list.Count;
            least[call] = all.List(call, prices, slack, distance);
            if (all._list.Count > reserve)
            {
                distance = all.Shrink(call, least, distance, reserve / 2);
            }
        }

        all.First[^1] = all._list.Count;
        if (all._list.Count > limit)
        {
            distance = all.Shrink(least.Length - 1, least, distance, limit);
        }

        all.Columns();
        return all;
    }

    /// <summary>What a call's cheapest rectangle costs at given prices, in units above its ideal.</summary>
    public static long Least(BerthModel model, RectangleGrid grid, int call, RectanglePrices prices, ref long work) =>
        RectangleList.Fill(model, grid, call, prices, CostScale.Worthless, -1, [], ref work);

    /// <summary>Lists one call's rectangles whose value is at most <paramref name="distance"/> above its least.</summary>
    private long List(int call, RectanglePrices prices, long slack, long distance)
    {
        var begin = _list.Count;
        var least = RectangleList.Fill(_model, Grid, call, prices, slack, distance, _list, ref _work);
        Compact(begin, _list.Count, begin, least, distance, out var kept);
        _list.RemoveRange(kept, _list.Count - kept);
        return least;
    }

    /// <summary>Lowers the distance until at most <paramref name="limit"/> rectangles of the calls up to one are left.</summary>
    private long Shrink(int last, long[] least, long distance, int limit)
    {
        var ends = new int[last + 1];
        var above = new List<long>(_list.Count);
        for (var call = 0; call <= last; call++)
        {
            ends[call] = call == last ? _list.Count : First[call + 1];
            for (var index = First[call]; index < ends[call]; index++)
            {
                above.Add(_list[index].Value - least[call]);
            }
        }

        above.Sort();
        distance = Math.Min(distance, above[limit] - 1);
        var kept = 0;
        for (var call = 0; call <= last; call++)
        {
            var begin = First[call];
            First[call] = kept;
            Compact(begin, ends[call], kept, least[call], distance, out kept);
        }

        _list.RemoveRange(kept, _list.Count - kept);
        First[^1] = kept;
        return distance;
    }

    private void Compact(int begin, int end, int to, long least, long distance, out int kept)
    {
        kept = to;
        for (var index = begin; index < end; index++)
        {
            if (_list[index].Value - least <= distance)
            {
                _list[kept++] = _list[index];
            }
        }
    }

    private void Columns()
    {
        var count = _list.Count;
        (Cost, Cell, Start, HandlingEnd, Until, Cranes) = (new int[count], new int[count], new int[count], new int[count], new int[count], new int[count]);
        for (var index = 0; index < count; index++)
        {
            var each = _list[index];
            (Cost[index], Cell[index], Start[index], HandlingEnd[index], Until[index], Cranes[index]) = (each.Cost, each.Cell, each.Start, each.HandlingEnd, each.Until, each.Cranes);
        }
    }
}
