using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties;

/// <summary>
/// The nodes of one location and type: one for each period in which something can come or go. Where containers wait free of charge at first, each period has
/// one for what comes and one for what goes.
/// </summary>
internal sealed class StockNodes
{
    private readonly SortedSet<int> collected = [0];
    private int[] periods = [];
    private int[] came = [];
    private int[] gone = [];

    /// <summary>What waiting costs and what should be there; null for nothing.</summary>
    public LocationStock? Stock { get; set; }

    /// <summary>Waiting arcs, each from the end of period First to the end of period Last, both included, with how many units each counts: one for each arc.</summary>
    public List<(int Arc, int First, int Last)> Waits { get; } = [];

    /// <summary>The node behind the last period, for what is left and what is still under way.</summary>
    public int End { get; private set; }

    /// <summary>Whether arrivals and departures need nodes of their own.</summary>
    public bool HasFreePeriods => Stock is { FreePeriods: > 0, StorageCost: > 0 };

    /// <summary>The periods of the nodes, ascending.</summary>
    public ReadOnlySpan<int> Periods => periods;

    /// <summary>The periods of which a node is in a set.</summary>
    public IEnumerable<int> PeriodsIn(Func<int, bool> isIn) => periods.Where((_, index) => isIn(came[index]) || isIn(gone[index]));

    /// <summary>Something can happen in a period.</summary>
    public void Happens(int period) => collected.Add(period);

    /// <summary>Makes the nodes.</summary>
    public void Build(FlowNetwork network, int end)
    {
        End = end;
        periods = [.. collected];
        collected.Clear();
        came = [.. periods.Select(_ => network.AddNode())];
        gone = HasFreePeriods ? [.. periods.Select(_ => network.AddNode())] : came;
    }

    /// <summary>Where containers come in a period; behind the last one, the end.</summary>
    public int Came(int period) => Array.BinarySearch(periods, period) is >= 0 and var index ? came[index] : End;

    /// <summary>Where containers go from in a period of the plan.</summary>
    public int Gone(int period) => gone[Array.BinarySearch(periods, period)];
}
