using BerthOpt.Kernels.Networks;
using BerthOpt.Search;

namespace BerthOpt.Empties;

/// <summary>
/// The one line of search. It solves the network; when that breaks no row, the plan is the best. Else it goes to and fro between prices for what is shared,
/// which give bounds and wishes, and dealing it out, which gives plans. All in steps whose order depends on counted work alone.
/// </summary>
/// <typeparam name="TPlan">The kind of plan.</typeparam>
internal sealed class FlowLane<TPlan> : ISearchLane<TPlan>, IBoundProcess, IDisposable
    where TPlan : class
{
    /// <summary>Work of the network simplex between two looks at the clock.</summary>
    private const long Slice = 200_000;
    private const int LongestRow = 60;
    private const int FewestTurns = 20, MostTurns = 400, FirstRounds = 6, TurnsEach = 3;
    private const int MostTries = 64;

    /// <summary>Once prices and wishes are the best there are, dealing out ends after so many times in vain: every rounding twice.</summary>
    private const int MostInVain = 8;

    // Some of these make chains of conversions worth it all together, some waste no box.
    private static readonly double[] Roundings = [0.5, 0, 0.9, 0.25];

    private readonly TimeNetwork network;
    private readonly IPlansOfFlows<TPlan> plans;
    private readonly SharedPrices prices;
    private readonly IEnumerator<long> steps;
    private SharedRooms? rooms;
    private readonly SharedRoomLp lp;
    private StopMonitor? monitor;
    private bool isSifted;
    private long budget;
    private long spent;
    private long[] best = [];

    public FlowLane(TimeNetwork network, IPlansOfFlows<TPlan> plans, bool bounds)
    {
        this.network = network;
        this.plans = plans;
        prices = new SharedPrices(network);
        lp = new SharedRoomLp(network);
        isSifted = !bounds;
        steps = Steps().GetEnumerator();
    }

    /// <inheritdoc/>
    public long BestCost { get; private set; } = long.MaxValue;

    /// <inheritdoc/>
    public long Moves => prices.Simplex.Pivots + (rooms?.Simplex.Pivots ?? 0);

    /// <inheritdoc/>
    public bool IsDone { get; private set; }

    /// <inheritdoc/>
    public long Bound => prices.Bound;

    /// <inheritdoc/>
    public string Name => network.Rows.Count == 0 ? "network" : "shared prices";

    /// <inheritdoc/>
    public bool Finished => IsDone;

    /// <inheritdoc/>
    public bool ProvesInfeasible { get; private set; }

    /// <inheritdoc/>
    public long Iterations => prices.Iterations;

    /// <inheritdoc/>
    public TPlan Best() => plans.PlanOf(best);

    /// <summary>The prices that give the bound.</summary>
    public SharedPrices Prices => prices;

    /// <summary>As a bound it does nothing: its work is that of the lane.</summary>
    public void Run(long work, long upperBound, StopMonitor stop)
    {
    }

    /// <inheritdoc/>
    public void Run(long work, StopMonitor stop)
    {
        (budget, monitor) = (budget + work, stop);
        while (budget > 0 && !IsDone && !stop.IsStopped)
        {
            if (steps.MoveNext())
            {
                budget -= steps.Current;
                spent += steps.Current;
            }
            else
            {
                IsDone = true;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        steps.Dispose();
        lp.Dispose();
    }

    private IEnumerable<long> Steps()
    {
        foreach (var work in Solve(prices.Simplex))
        {
            yield return work;
        }

        if (prices.Simplex.Status == FlowStatus.Infeasible)
        {
            plans.RequireCut(Enumerable.Range(0, network.Flow.Nodes).Where(prices.Simplex.IsInCut));
            ProvesInfeasible = true;
            yield break;
        }

        prices.Take();
        var flow = FlowOf(prices.Simplex);
        Keep(flow);
        if (BestCost == Bound)
        {
            yield break;
        }

        rooms = new SharedRooms(network, prices.Shared.ToArray(), prices.Simplex);
        var (worth, turns, rounds) = (new long[network.Rows.Count], FewestTurns, FirstRounds);
        var (found, since) = (BestCost, 0);
        for (var row = 0; row < LongestRow && since < MostInVain && Bound < BestCost; row++)
        {
            // Between two linear programs wishes change too much for shares to be worth moving.
            foreach (var work in Deal(rooms, Roundings[row % Roundings.Length], lp.IsSolved && !isSifted ? 1 : rounds, worth))
            {
                yield return work;
            }

            if (row == 0)
            {
                prices.Measure(worth);
            }

            for (var turn = 0; turn <= turns && !lp.IsSolved && Bound < BestCost; turn++)
            {
                if (turn < turns)
                {
                    prices.Move();
                }
                else
                {
                    prices.Settle();
                }

                foreach (var work in Solve(prices.Simplex))
                {
                    yield return work;
                }

                prices.Take();
            }

            foreach (var work in Sift(monitor!))
            {
                yield return work;
            }

            (turns, rounds) = (Math.Min(MostTurns, 2 * turns), turns / TurnsEach);
            (found, since) = (BestCost, isSifted && lp.IsSolved && BestCost == found ? since + 1 : 0);
        }
    }

    /// <summary>Deals out what is shared and moves shares for some rounds.</summary>
    private IEnumerable<long> Deal(SharedRooms rooms, double rounding, int rounds, long[] worth)
    {
        rooms.Deal(lp.IsSolved ? lp.Flow : prices.Average, rounding, lp.IsSolved);
        for (var round = 0; round < rounds && Bound < BestCost; round++)
        {
            foreach (var work in Solve(rooms.Simplex))
            {
                yield return work;
            }

            if (rooms.Simplex.Status != FlowStatus.Optimal)
            {
                break;
            }

            var flow = FlowOf(rooms.Simplex);
            if (!rooms.DealBroken(flow))
            {
                Keep(flow);
                rooms.Move(worth);
            }
        }

        foreach (var work in TryRuns(rooms))
        {
            yield return work;
        }
    }

    /// <summary>Once as much work has been done as a linear program takes: solves it, for prices and wishes, as long as there are more arcs for it.</summary>
    private IEnumerable<long> Sift(StopMonitor stop)
    {
        if (BestCost == long.MaxValue || Bound == BestCost || spent < lp.ExpectedWork || isSifted)
        {
            yield break;
        }

        if (!(lp.IsSolved ? lp.Grow(arc => prices.Simplex.Flow(arc), stop) : lp.Begin(prices.Best, prices.BestPotentials, best, stop)))
        {
            isSifted = true;
            yield break;
        }

        yield return lp.Work;
        prices.Set(lp.Prices);
        foreach (var work in Solve(prices.Simplex))
        {
            yield return work;
        }

        prices.Take();
    }

    /// <summary>From the plan that has been dealt out: runs of conversions more or less, as long as that pays.</summary>
    private IEnumerable<long> TryRuns(SharedRooms rooms)
    {
        foreach (var work in Solve(rooms.Simplex))
        {
            yield return work;
        }

        var (cost, chances, next) = (Int128.MaxValue, new List<(int Row, int By)>(), 0);
        if (rooms.Simplex.Status == FlowStatus.Optimal)
        {
            (cost, chances) = (rooms.Simplex.TotalCost(), rooms.Chances());
        }

        for (var tries = MostTries; tries > 0 && next < chances.Count && Bound < BestCost; tries--)
        {
            var (row, by) = chances[next];
            rooms.SetRuns(row, rooms.Runs(row) + by);
            foreach (var work in Solve(rooms.Simplex))
            {
                yield return work;
            }

            if (rooms.Simplex.Status == FlowStatus.Optimal && rooms.Simplex.TotalCost() is var found && found < cost && FlowOf(rooms.Simplex) is var flow && network.Rows.AreKept(flow))
            {
                Keep(flow);
                (cost, chances, next) = (found, rooms.Chances(), 0);
            }
            else
            {
                rooms.SetRuns(row, rooms.Runs(row) - by);
                next++;
            }
        }
    }

    private static IEnumerable<long> Solve(NetworkSimplex simplex)
    {
        do
        {
            var before = simplex.Work;
            simplex.Solve(Slice);
            yield return simplex.Work - before + 1;
        }
        while (simplex.Status == FlowStatus.Unknown);
    }

    private long[] FlowOf(NetworkSimplex simplex)
    {
        var flow = new long[network.Flow.Arcs];
        for (var arc = 0; arc < flow.Length; arc++)
        {
            flow[arc] = simplex.Flow(arc);
        }

        network.Complete(flow);
        return flow;
    }

    private void Keep(long[] flow)
    {
        if (network.Rows.AreKept(flow) && plans.CostOf(flow, BestCost) is { } cost && cost < BestCost)
        {
            (best, BestCost) = (flow, cost);
        }
    }
}
