using BerthOpt.Kernels.Networks;
using BerthOpt.Search;

namespace BerthOpt.Empties;

/// <summary>
/// The one line of search. It solves the network; when that breaks no row, the plan is the best. Else it goes to and fro between prices for what is shared,
/// which give bounds and wishes, and dealing it out, which gives plans. All in steps whose order depends on counted work alone.
/// </summary>
internal sealed class FlowLane : ISearchLane<EmptiesPlan>, IBoundProcess
{
    /// <summary>Work of the network simplex between two looks at the clock.</summary>
    private const long Slice = 200_000;
    private const int LongestRow = 4_000;
    private const int PriceStepsEach = 6;
    private const int Rounds = 6;

    private readonly EmptiesProblem problem;
    private readonly TimeNetwork network;
    private readonly SharedPrices prices;
    private readonly IEnumerator<long> steps;
    private SharedRooms? rooms;
    private long budget;
    private long[] best = [];

    public FlowLane(EmptiesProblem problem, TimeNetwork network)
    {
        this.problem = problem;
        this.network = network;
        prices = new SharedPrices(network);
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
    public EmptiesPlan Best() => PlanOfFlow.Of(problem, network, best);

    /// <summary>As a bound it does nothing: its work is that of the lane.</summary>
    public void Run(long work, long upperBound, StopMonitor stop)
    {
    }

    /// <inheritdoc/>
    public void Run(long work, StopMonitor stop)
    {
        budget += work;
        while (budget > 0 && !IsDone && !stop.IsStopped)
        {
            if (steps.MoveNext())
            {
                budget -= steps.Current;
            }
            else
            {
                IsDone = true;
            }
        }
    }

    private IEnumerable<long> Steps()
    {
        foreach (var work in Solve(prices.Simplex))
        {
            yield return work;
        }

        if (prices.Simplex.Status == FlowStatus.Infeasible)
        {
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
        var worth = new long[network.Rows.Count];
        for (var row = 0; row < LongestRow && Bound < BestCost; row++)
        {
            rooms.Deal(prices.Average);
            for (var round = 0; round < Rounds && Bound < BestCost; round++)
            {
                foreach (var work in Solve(rooms.Simplex))
                {
                    yield return work;
                }

                if (rooms.Simplex.Status != FlowStatus.Optimal)
                {
                    break;
                }

                flow = FlowOf(rooms.Simplex);
                if (rooms.DealBroken(flow))
                {
                    continue;
                }

                Keep(flow);
                rooms.Improve(round == Rounds - 1 ? 0 : 0.05, worth);
            }

            for (var turn = 0; turn < PriceStepsEach && Bound < BestCost; turn++)
            {
                if (row == 0 && turn == 0 && rooms.Simplex.Status == FlowStatus.Optimal)
                {
                    prices.Propose(worth);
                }
                else
                {
                    prices.Move(BestCost == long.MaxValue ? Bound + Math.Max(1, Math.Abs(Bound) / 50) : BestCost);
                }

                foreach (var work in Solve(prices.Simplex))
                {
                    yield return work;
                }

                prices.Take();
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
        if (!network.Rows.AreKept(flow) || !network.IsWhole(flow) || network.CostOf(problem, flow) is var cost && cost >= BestCost)
        {
            return;
        }

        best = flow;
        BestCost = network.WaitsAreShared ? EmptiesChecker.Check(problem, Best()).Cost.Total : cost;
    }
}
