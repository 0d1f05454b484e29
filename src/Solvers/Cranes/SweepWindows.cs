using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>
/// Bounds of one direction by its most crowded windows: what the cranes need for some neighbouring positions alone, the more of them the nearer to the
/// truth. A crowded stretch of a rail that is quiet elsewhere is proven here, where a sweep of the whole would drown in ways to do the rest.
/// </summary>
internal sealed class SweepWindows
{
    private const int LeastGroups = 2;
    private const int MostGroups = 24;
    private const int OfOneSize = 6;
    private const int FirstWidth = 1_000;
    private const int WidthGrowth = 8;
    private const int MostWidth = 1 << 18;

    private readonly List<SweepWindow> _windows = [];
    private SweepWindow? _running;
    private int _width = FirstWidth;
    private int _next;

    /// <param name="sweep">The sweep of all positions.</param>
    /// <param name="latest">Latest end of any plan.</param>
    public SweepWindows(SweepModel sweep, int latest)
    {
        var model = sweep.Model;
        long[] loads = [.. Enumerable.Range(0, model.Groups).Select(group => sweep.Load[model.GroupStart[group]..model.GroupStart[group + 1]].Sum(load => (long)load) / sweep.Scale)];
        for (var size = LeastGroups; size < Math.Min(model.Groups, MostGroups + 1); size += 1 + (size / 6))
        {
            foreach (var first in Enumerable.Range(0, model.Groups - size + 1).OrderByDescending(first => Crowding(model, loads, first, first + size)).ThenBy(first => first).Take(OfOneSize))
            {
                if (SweepWindow.TryCreate(model, first, first + size, latest) is { } window)
                {
                    _windows.Add(window);
                }
            }
        }

        Proven = _windows.Count == 0 ? 0 : _windows.Max(window => window.Least);
    }

    /// <summary>No plan of this direction has a smaller makespan.</summary>
    public long Proven { get; private set; }

    /// <summary>Whether nothing is left to try.</summary>
    public bool IsDone => _running is null && _width > MostWidth;

    /// <summary>Goes on with the windows, each for a proof that no plan ends by the goal.</summary>
    public void Run(ref long work, long goal, StopMonitor stop)
    {
        while (work > 0 && Proven <= goal && !IsDone && !stop.IsStopped)
        {
            if (_running is null && !TryNext(goal))
            {
                continue;
            }

            if (_running!.Run(ref work, stop))
            {
                Proven = Math.Max(Proven, _running.Least);
                _running = null;
            }
        }
    }

    /// <summary>Starts a pass of the window that is next; each has its turn until this width gives no more.</summary>
    private bool TryNext(long goal)
    {
        while (_next < _windows.Count)
        {
            var window = _windows[_next];
            if (window.IsOpen(Proven, _width))
            {
                window.Begin(Proven, goal, _width);
                _running = window;
                return true;
            }

            _next++;
        }

        (_next, _width) = (0, _width * WidthGrowth);
        return false;
    }

    /// <summary>Work of each crane that fits into a window, a thousandfold.</summary>
    private static long Crowding(CraneModel model, long[] loads, int first, int end)
    {
        var fits = Math.Min(model.Cranes, (((long)model.GroupPosition[end - 1] - model.GroupPosition[first]) / model.Clearance) + 1);
        return loads[first..end].Sum() * 1000 / fits;
    }
}
