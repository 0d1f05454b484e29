using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>
/// Plans cranes: a checked plan, a lower bound on the cost of any plan, and the gap between them. With a work limit instead of a time
/// limit the plan depends on the problem, the seed and the limit alone.
/// </summary>
public static class CraneSolver
{
    private const int SearchLanes = 2;
    private const int FreeWidth = 1600;
    private const int WindowsPerWork = 16;

    // Lists give a plan at once, and short runs lose less with short epochs; a pass of a sweep takes longer.
    private const long ListEpoch = 40_000;
    private const long SweepEpoch = 200_000;

    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits, seed and threads; null for the defaults.</param>
    /// <param name="progress">Told of plans, costs and bounds during the run, from the calling thread; null for none.</param>
    /// <param name="cancellation">Ends the run early; the best plan so far is returned.</param>
    /// <returns>What was found and proven. A plan in it has passed <see cref="CraneChecker"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The problem would fill the memory.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan or its cost: a defect of the solver.</exception>
    public static SolveResult<CranePlan> Solve(CraneProblem problem, SolverOptions? options = null, IProgress<SolveProgress<CranePlan>>? progress = null, CancellationToken cancellation = default) =>
        Run(problem, null, options, progress, cancellation);

    /// <summary>Solves a problem, starting from a plan: what is returned costs no more.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits, seed and threads; null for the defaults.</param>
    /// <param name="initialPlan">A valid plan of it.</param>
    /// <param name="progress">Told of plans, costs and bounds during the run, from the calling thread; null for none.</param>
    /// <param name="cancellation">Ends the run early; the best plan so far is returned.</param>
    /// <returns>What was found and proven. A plan in it has passed <see cref="CraneChecker"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The initial plan breaks rules, all of which are listed; or the problem would fill the memory.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan or its cost: a defect of the solver.</exception>
    public static SolveResult<CranePlan> Solve(CraneProblem problem, SolverOptions? options, CranePlan initialPlan, IProgress<SolveProgress<CranePlan>>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(initialPlan);
        return Run(problem, initialPlan, options, progress, cancellation);
    }

    private static SolveResult<CranePlan> Run(CraneProblem problem, CranePlan? initialPlan, SolverOptions? options, IProgress<SolveProgress<CranePlan>>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new SolverOptions();
        options.Validate();
        var start = initialPlan is null ? null : Start(problem, initialPlan);
        var stop = new StopMonitor(options, cancellation);
        if (stop.IsStopped)
        {
            return RunResult.Ended(start, options, stop);
        }

        CraneSize.Require(problem);
        var model = new CraneModel(problem);
        var lists = new ListModel(model);
        if (model.Impossible >= 0 || CraneBounds.ProveInfeasible(lists))
        {
            return RunResult.Nothing<CranePlan>(SolveStatus.Infeasible, StopReason.Proven, options, stop);
        }

        var runner = Runner(model, lists, options, stop, progress);
        if (start is not null)
        {
            runner.Begin(start);
        }

        return RunResult.Of(runner, runner.Run(), plan => CraneAssertions.Verdict(problem, plan));
    }

    private static StartPlan<CranePlan> Start(CraneProblem problem, CranePlan plan)
    {
        var check = CraneChecker.Check(problem, plan);
        return StartPlan.Of(plan, check.Cost.Total, check.Faults.Select(fault => new Fault(fault.Code, fault.Task < 0 ? "" : $"/assignments/{fault.Task}", fault.Message)));
    }

    private static LaneRunner<CranePlan> Runner(CraneModel model, ListModel lists, SolverOptions options, StopMonitor stop, IProgress<SolveProgress<CranePlan>>? progress)
    {
        var direction = model.Problem.Direction;
        SweepLane[] sweeps = Sweeps(model, lists);
        var (bound, method, end) = CraneBounds.Of(lists);
        var bounds = new List<IBoundProcess> { new KnownBound(bound, method) };
        if (options.Bounds && direction != CraneDirection.Free && sweeps.Length > 0)
        {
            bounds.Add(new SweepProof(sweeps, model.Problem.Objective.Makespan));
        }

        var isPriced = TaskPriceBound.IsOfUse(lists);
        var prices = options.Bounds && isPriced ? new TaskPriceBound(lists, bound, end) : null;
        if (prices is not null)
        {
            bounds.Add(prices);
        }

        if (options.Bounds && direction == CraneDirection.Free)
        {
            bounds.Add(new FreeCpSatBound(lists, options, bound));
        }

        ISearchLane<CranePlan>[] searches = direction == CraneDirection.Free || sweeps.Length == 0 || !sweeps.All(sweep => sweep.IsWhole)
            ? [.. Enumerable.Range(0, SearchLanes).Select(lane => Search(model, options, lane))]
            : [];
        var dispatch = direction == CraneDirection.Free && isPriced && !lists.HasReadyTimes ? new DispatchSearch(lists, options, SearchLanes) : null;
        return new LaneRunner<CranePlan>(
            [.. dispatch is null ? [] : (ISearchLane<CranePlan>[])[dispatch], .. sweeps, .. searches],
            [.. bounds],
            options,
            stop,
            progress,
            direction == CraneDirection.Free ? ListEpoch : SweepEpoch,
            prices is null || dispatch is null ? null : () => dispatch.Take(prices.Prices));
    }

    /// <summary>
    /// A lane for each way that cranes may go. Plans of one way are plans of the free problem too; there they are a start, and no proof: narrow
    /// passes are enough, and only where nothing but the makespan counts and vessels are not told apart.
    /// </summary>
    private static SweepLane[] Sweeps(CraneModel model, ListModel lists)
    {
        var direction = model.Problem.Direction;
        var free = direction == CraneDirection.Free;
        if (model.Tasks == 0 || !CraneSize.CanSweep(model, free) || (free && (lists.IsByVessel || lists.HasReadyTimes)))
        {
            return [];
        }

        // Beside lists, a state counts what its windows take.
        var price = free ? 1 + ((long)model.Groups * model.Cranes / WindowsPerWork) : 1;
        return [.. Views(model, direction).Select(view => new SweepLane(view, lists, free ? FreeWidth : SweepLane.MostWidth, provesByWindows: !free, price))];
    }

    /// <summary>A lane for all rules; it keeps to one direction where one is asked for.</summary>
    private static ISearchLane<CranePlan> Search(CraneModel model, SolverOptions options, int lane)
    {
        var direction = model.Problem.Direction;
        var free = direction == CraneDirection.Free;
        // With a direction it does not see who is in whose way ahead: the checker may refuse what it finds.
        var search = new CraneSearch(WithDirection(model, direction, lane), free ? options : options with { Assertions = AssertionLevel.Final }, lane);
        return free ? search : new CheckedLane(model.Problem, search);
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
}
