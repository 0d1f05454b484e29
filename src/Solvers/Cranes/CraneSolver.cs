using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>
/// Plans cranes: a checked plan, a lower bound on the cost of any plan, and the gap between them. With a work limit instead of a time
/// limit the plan depends on the problem, the seed and the limit alone.
/// </summary>
public static class CraneSolver
{
    private const int SearchLanes = 2;
    private const long EpochWork = 200_000;

    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits, seed and threads; null for the defaults.</param>
    /// <param name="progress">Told of costs and bounds during the run, from the calling thread; null for none.</param>
    /// <param name="cancellation">Ends the run early; the best plan so far is returned.</param>
    /// <returns>What was found and proven. A plan in it has passed <see cref="CraneChecker"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan or its cost: a defect of the solver.</exception>
    public static SolveResult<CranePlan> Solve(CraneProblem problem, SolverOptions? options = null, IProgress<SolveProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new SolverOptions();
        options.Validate();
        var stop = new StopMonitor(options, cancellation);
        if (stop.IsStopped)
        {
            return Nothing(SolveStatus.Unknown, stop.Reason, options, stop);
        }

        var model = new CraneModel(problem);
        if (model.Impossible >= 0)
        {
            return Nothing(SolveStatus.Infeasible, StopReason.Proven, options, stop);
        }

        var runner = Runner(model, options, stop, progress);
        return Judge(problem, options, runner, runner.Run());
    }

    private static LaneRunner<CranePlan> Runner(CraneModel model, SolverOptions options, StopMonitor stop, IProgress<SolveProgress>? progress)
    {
        var direction = model.Problem.Direction;
        var lists = new ListModel(model);
        SweepLane[] sweeps = model.Tasks == 0 ? [] : [.. Views(model, direction).Select(view => new SweepLane(view, lists))];
        var (bound, method) = CraneBounds.Of(lists);
        var bounds = new List<IBoundProcess> { new KnownBound(bound, method) };
        if (direction != CraneDirection.Free && sweeps.Length > 0)
        {
            bounds.Add(new SweepProof(sweeps, model.Problem.Objective.Makespan));
        }

        ISearchLane<CranePlan>[] searches = direction == CraneDirection.Free || sweeps.Length == 0 || !sweeps.All(sweep => sweep.IsWhole)
            ? [.. Enumerable.Range(0, SearchLanes).Select(lane => Search(model, options, lane))]
            : [];
        return new LaneRunner<CranePlan>([.. sweeps, .. searches], [.. bounds], options, stop, progress, EpochWork);
    }

    /// <summary>A lane for all rules; it keeps to one direction where one is asked for.</summary>
    private static ISearchLane<CranePlan> Search(CraneModel model, SolverOptions options, int lane)
    {
        var direction = model.Problem.Direction;
        var search = new CraneSearch(WithDirection(model, direction, lane), options, lane);
        return direction == CraneDirection.Free ? search : new CheckedLane(model.Problem, search);
    }

    private static IEnumerable<CraneModel> Views(CraneModel model, CraneDirection direction)
    {
        if (direction != CraneDirection.Downward)
        {
            yield return model;
        }

        if (direction != CraneDirection.Upward)
        {
            yield return model.Mirrored();
        }
    }

    private static ListModel WithDirection(CraneModel model, CraneDirection direction, int lane) => new(model)
    {
        Direction = direction switch
        {
            CraneDirection.Upward => 1,
            CraneDirection.Downward => -1,
            CraneDirection.Either => lane % 2 == 0 ? 1 : -1,
            _ => 0,
        },
    };

    private static SolveResult<CranePlan> Judge(CraneProblem problem, SolverOptions options, LaneRunner<CranePlan> runner, StopReason reason)
    {
        long? cost = null;
        if (runner.Plan is { } plan)
        {
            var check = CraneChecker.Check(problem, plan);
            if (!check.IsValid || check.Cost.Total != runner.Cost)
            {
                throw new PlanRefusedException($"The checker refused the plan: cost {check.Cost.Total} against {runner.Cost}; {string.Join(" ", check.Faults.Take(3))}");
            }

            cost = check.Cost.Total;
        }

        // Without any plan, every number is a bound.
        long? bound = runner.Bound == long.MinValue || runner.IsInfeasible ? null : runner.Bound;
        return new SolveResult<CranePlan>
        {
            Status = runner.IsInfeasible ? SolveStatus.Infeasible : cost is null ? SolveStatus.Unknown : cost == bound ? SolveStatus.Optimal : SolveStatus.Feasible,
            StopReason = reason,
            Plan = runner.Plan,
            Cost = cost,
            LowerBound = bound,
            BoundMethod = bound is null ? "none" : runner.BoundMethod,
            Statistics = runner.Statistics,
        };
    }

    private static SolveResult<CranePlan> Nothing(SolveStatus status, StopReason reason, SolverOptions options, StopMonitor stop) => new()
    {
        Status = status,
        StopReason = reason,
        Statistics = new SolveStatistics { Seconds = stop.Seconds, Seed = options.Seed, Threads = options.Threads },
    };
}
