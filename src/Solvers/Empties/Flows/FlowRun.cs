using BerthOpt.Diagnostics;
using BerthOpt.Kernels.Networks;
using BerthOpt.Search;

namespace BerthOpt.Empties.Flows;

/// <summary>One run of <see cref="FlowSolver"/>.</summary>
internal sealed class FlowRun(FlowProblem problem, SolverOptions options, StopMonitor stop)
{
    private const long Slice = 5_000_000;

    // From this size on the network simplex method falls behind where all flow goes from one node to one other: the grids on a torus of GOTO.
    private const int ScalingNodes = 20_000;

    private long work;

    private SolveStatistics Statistics => new() { Seconds = stop.Seconds, SecondsToBest = stop.Seconds, SecondsToBound = stop.Seconds, Work = work, Seed = options.Seed, Threads = options.Threads };

    private StopReason Reason => stop.IsStopped ? stop.Reason : StopReason.WorkLimit;

    public SolveResult<FlowPlan> Solve()
    {
        var network = problem.ToNetwork();
        if (PrefersScaling(network) && FlowReach.Of(network) is var reach && CostScaling.Fits(network, reach))
        {
            var scaling = new CostScaling(network, reach);

            // It leaves arcs from a node to itself alone, and sees no cycle that pays without end: these are for the network simplex.
            if (Run(scaling) == FlowStatus.Optimal && PlanOf(network, scaling) is var plan && FlowChecker.Check(problem, plan).IsOptimal)
            {
                return Judge(plan, FlowStatus.Optimal);
            }
        }

        return FlowReduction.Pays(network) ? SolveReduced(network) : SolveWhole(network);
    }

    private SolveResult<FlowPlan> SolveReduced(FlowNetwork network)
    {
        var reduction = new FlowReduction(network);
        if (!NetworkSimplex.Fits(reduction.Reduced))
        {
            // An arc that stands for a long way costs as much as all of it; the arcs of the network itself do not.
            return SolveWhole(network);
        }

        var simplex = new NetworkSimplex(reduction.Reduced);
        var status = Run(simplex);
        if (status == FlowStatus.Infeasible)
        {
            return Infeasible(node => simplex.IsInCut(reduction.Stand(node)));
        }

        if (status != FlowStatus.Unbounded && !simplex.HasFlow)
        {
            return Nothing(SolveStatus.Unknown, Reason);
        }

        // A limit that was taken for endless may be in the way: without the reduction it is kept.
        return status != FlowStatus.Unbounded && reduction.Flows(simplex.Flow) is { } flows
            ? Judge(new FlowPlan(flows, reduction.Potentials(simplex.Potential)), status)
            : SolveWhole(network);
    }

    /// <summary>A result without a plan.</summary>
    private SolveResult<FlowPlan> Nothing(SolveStatus status, StopReason reason) => new() { Status = status, StopReason = reason, Statistics = Statistics };

    private SolveResult<FlowPlan> SolveWhole(FlowNetwork network)
    {
        var simplex = new NetworkSimplex(network);
        var status = Run(simplex);
        return status == FlowStatus.Unbounded ? throw Endless(problem, simplex.Ray.ToArray())
            : status == FlowStatus.Infeasible ? Infeasible(simplex.IsInCut)
            : simplex.HasFlow ? Judge(PlanOf(network, simplex), status)
            : Nothing(SolveStatus.Unknown, Reason);
    }

    private static FlowPlan PlanOf(FlowNetwork network, IFlowMethod method)
    {
        var (flows, potentials) = (new long[network.Arcs], new long[network.Nodes]);
        for (var arc = 0; arc < flows.Length; arc++)
        {
            flows[arc] = method.Flow(arc);
        }

        for (var node = 0; node < potentials.Length; node++)
        {
            potentials[node] = method.Potential(node);
        }

        return new FlowPlan(flows, potentials);
    }

    private static bool PrefersScaling(FlowNetwork network)
    {
        var ends = 0;
        foreach (var supply in network.Supply)
        {
            ends += supply != 0 ? 1 : 0;
        }

        return ends == 2 && network.Nodes >= ScalingNodes && network.Arcs >= 4 * network.Nodes;
    }

    private FlowStatus Run(IFlowMethod method)
    {
        var status = FlowStatus.Unknown;
        while (status == FlowStatus.Unknown && !method.GaveUp && !stop.IsStopped)
        {
            var left = options.WorkLimit - work ?? long.MaxValue;
            if (left <= 0)
            {
                break;
            }

            var before = method.Work;
            status = method.Solve(Math.Min(left, Slice));
            work = Math.Min(options.WorkLimit ?? long.MaxValue, work + method.Work - before);
        }

        return status;
    }

    private SolveResult<FlowPlan> Judge(FlowPlan plan, FlowStatus status)
    {
        var check = FlowChecker.Check(problem, plan);
        if (!check.IsValid || (status == FlowStatus.Optimal && !check.IsOptimal))
        {
            throw new PlanRefusedException($"The checker refused the plan: cost {check.Cost}, bound {check.LowerBound}; {string.Join(" ", check.Faults.Take(3))}");
        }

        return new SolveResult<FlowPlan>
        {
            Status = check.IsOptimal ? SolveStatus.Optimal : SolveStatus.Feasible,
            StopReason = check.IsOptimal ? StopReason.Proven : Reason,
            Plan = plan,
            Cost = check.Cost,
            LowerBound = check.LowerBound,
            BoundMethod = check.LowerBound is null ? "none" : "reduced costs",
            Statistics = Statistics,
        };
    }

    private SolveResult<FlowPlan> Infeasible(Func<int, bool> isInCut)
    {
        var cut = Enumerable.Range(0, problem.Supplies.Length).Where(isInCut).ToList();
        return FlowChecker.Excess(problem, cut) > 0
            ? Nothing(SolveStatus.Infeasible, StopReason.Proven)
            : throw new PlanRefusedException("The checker refused the proof that there is no plan.");
    }

    /// <summary>The cycle that pays without end, told by its arcs.</summary>
    public static InvalidInputException Endless(FlowProblem problem, IReadOnlyList<int> arcs) => FlowChecker.Saving(problem, arcs) is var saving && saving > 0
        ? InvalidInputException.Of("unbounded", $"/arcs/{arcs[0]}", $"is on a cycle of arcs without a limit that costs {-saving} a unit, so that every plan could be made cheaper: arcs {string.Join(", ", arcs.Take(20))}{(arcs.Count > 20 ? ", ..." : "")} (from 0). Maybe a capacity is missing.")
        : throw new PlanRefusedException("The checker refused the proof that there is no cheapest plan.");
}
