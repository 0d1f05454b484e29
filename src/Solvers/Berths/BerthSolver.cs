using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Plans berths: a checked plan, a lower bound on the cost of any plan, and the gap between them. With a work limit instead of a
/// time limit the plan depends on the problem, the seed and the limit alone.
/// </summary>
public static class BerthSolver
{
    private const int Lanes = 4;

    // A lane keeps the plan it works on, and one to read its best plan from; so does a bound that meets plans. Windows are set free in one more.
    internal const int GeneralStates = (2 * (Lanes + 1)) + 1;
    private const int ProofStates = 2;

    // The tightest calls have a model of their own, as large as a working plan, beside the plans that try them out.
    internal const int TightestStates = ProofStates + 1;
    private const long EpochWork = 500_000;
    private const long SharedEpochWork = 1_000_000;
    private const long DiscreteEpochWork = 200_000;

    /// <summary>Solves a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits, seed and threads; null for the defaults.</param>
    /// <param name="progress">Told of plans, costs and bounds during the run, from the calling thread; null for none.</param>
    /// <param name="cancellation">Ends the run early; the best plan so far is returned.</param>
    /// <returns>What was found and proven. A plan in it has passed <see cref="BerthChecker"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The problem is too large: it would take more than 4 GB of memory.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan or its cost: a defect of the solver.</exception>
    public static SolveResult<BerthPlan> Solve(BerthProblem problem, SolverOptions? options = null, IProgress<SolveProgress<BerthPlan>>? progress = null, CancellationToken cancellation = default) =>
        Run(problem, null, repairs: false, options, progress, cancellation);

    /// <summary>Solves a problem, starting from a plan: what is returned costs no more.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">Limits, seed and threads; null for the defaults.</param>
    /// <param name="initialPlan">A valid plan of it.</param>
    /// <param name="progress">Told of plans, costs and bounds during the run, from the calling thread; null for none.</param>
    /// <param name="cancellation">Ends the run early; the best plan so far is returned.</param>
    /// <returns>What was found and proven. A plan in it has passed <see cref="BerthChecker"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The initial plan breaks rules, all of which are listed; or the problem is too large. <see cref="BerthReplanner"/> starts from plans that break rules.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan or its cost: a defect of the solver.</exception>
    public static SolveResult<BerthPlan> Solve(BerthProblem problem, SolverOptions? options, BerthPlan initialPlan, IProgress<SolveProgress<BerthPlan>>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(initialPlan);
        return Run(problem, initialPlan, repairs: false, options, progress, cancellation);
    }

    /// <summary>Solves a problem, maybe starting from a plan, which is repaired (<see cref="BerthRepair"/>) or refused where it breaks rules.</summary>
    internal static SolveResult<BerthPlan> Run(BerthProblem problem, BerthPlan? initialPlan, bool repairs, SolverOptions? options, IProgress<SolveProgress<BerthPlan>>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(problem);
        options ??= new SolverOptions();
        options.Validate();
        var start = initialPlan is null ? null : Start(problem, initialPlan, repairs);
        var stop = new StopMonitor(options, cancellation);
        if (stop.IsStopped)
        {
            return RunResult.Ended(start, options, stop);
        }

        var orders = DiscreteEngine.TryModel(problem, stop);
        if (stop.IsStopped)
        {
            return RunResult.Ended(start, options, stop);
        }

        BerthSize.Require(problem, (orders is null ? GeneralStates : 0) + (problem.Calls.Length <= ExhaustiveProof.MaxCalls ? ProofStates : 0) + (options.Bounds ? TightestStates : 0));
        if (BerthModel.TryBuild(problem, stop) is not { } model)
        {
            return RunResult.Ended(start, options, stop);
        }

        if (model.Impossible >= 0)
        {
            return RunResult.Nothing<BerthPlan>(SolveStatus.Infeasible, StopReason.Proven, options, stop);
        }

        var runner = orders is null ? General(model, options, stop, progress) : Discrete(problem, orders, model, options, stop, progress);
        if ((start ?? (initialPlan is null ? null : BerthRepair.TryRepair(model, initialPlan))) is { } begin)
        {
            runner.Begin(begin);
        }

        return RunResult.Of(runner, runner.Run(), plan => BerthAssertions.Verdict(problem, plan));
    }

    /// <summary>A valid plan; null for one that is to be repaired.</summary>
    private static StartPlan<BerthPlan>? Start(BerthProblem problem, BerthPlan plan, bool repairs)
    {
        var check = BerthChecker.Check(problem, plan);
        return repairs && !check.IsValid ? null : StartPlan.Of(plan, check.Cost.Total, check.Faults.Select(fault => new Fault(fault.Code, fault.Call < 0 ? "" : $"/assignments/{fault.Call}", fault.Message)));
    }

    /// <summary>Orders of calls at discrete berths, where a plan is no more than that.</summary>
    private static LaneRunner<BerthPlan> Discrete(BerthProblem problem, DiscreteModel orders, BerthModel model, SolverOptions options, StopMonitor stop, IProgress<SolveProgress<BerthPlan>>? progress) => new(
        [.. Enumerable.Range(0, Lanes).Select(lane => DiscreteEngine.CreateLane(problem, orders, options, lane))],
        options.Bounds ? [new DiscreteBound(problem, orders), new ExhaustiveProof(model), new TightestCalls(model), new IdealBound(model, 0)] : [],
        options,
        stop,
        progress,
        DiscreteEpochWork);

    /// <summary>Rectangles in space and time, for everything else.</summary>
    private static LaneRunner<BerthPlan> General(BerthModel model, SolverOptions options, StopMonitor stop, IProgress<SolveProgress<BerthPlan>>? progress)
    {
        var makespan = model.MakespanRate == 0 ? 0 : model.MakespanRate * MakespanBound.Of(model);
        var priced = new DeferredBound(clock => Priced(model, makespan, clock));
        IBoundProcess best = OrdersCpSatModel.Fits(model) ? new RacingBounds(priced, new OrdersCpSatBound(model, options, Lanes), WindowCpSat.Suits(model) ? new WindowCpSat(model, options) : null) : priced;
        RuinAndRecreate[] lanes = [.. Enumerable.Range(0, Lanes).Select(lane => new RuinAndRecreate(model, options, lane))];
        var slices = TimeSlices.Suit(model) ? new TimeSlices(model, lanes, options.Seed) : null;
        return new LaneRunner<BerthPlan>(
            lanes,
            options.Bounds ? [best, new ExhaustiveProof(model), new TightestCalls(model), new IdealBound(model, makespan)] : [],
            options,
            stop,
            progress,
            slices is null ? EpochWork : SharedEpochWork,
            slices is null ? null : slices.Join);
    }

    private static IBoundProcess Priced(BerthModel model, long makespan, StopMonitor stop) =>
        StayModel.TryCreate(model) is { } stays ? new StayBound(stays, makespan, stop: stop) : new BranchingBound(model, new CellBound(model, makespan, stop));
}
