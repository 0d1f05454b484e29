using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>Changes a plan in force when something has happened, departing from it no further than it pays.</summary>
public static class BerthReplanner
{
    /// <summary>Applies what has happened to a problem, and solves what is left, starting from the old plan as far as it still holds.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan in force.</param>
    /// <param name="replan">What has happened, from when on calls are free, and what changes cost.</param>
    /// <param name="options">Limits, seed and threads; null for the defaults.</param>
    /// <param name="progress">Told of plans, costs and bounds during the run, from the calling thread; null for none.</param>
    /// <param name="cancellation">Ends the run early; the best plan so far is returned.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The changes are none that this problem and plan can have, with every fault; or the problem is too large.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan or its cost: a defect of the solver.</exception>
    public static BerthReplanResult Solve(
        BerthProblem problem, BerthPlan plan, BerthReplan replan, SolverOptions? options = null, IProgress<SolveProgress<BerthPlan>>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Solve(BerthRevision.Of(problem, plan, replan), options, progress, cancellation);
    }

    /// <summary>Plans what is left after changes whose consequences have been looked at already.</summary>
    /// <param name="revision">The problem that is left, and what of the plan stays in it.</param>
    /// <param name="options">Limits, seed and threads; null for the defaults.</param>
    /// <param name="progress">Told of plans, costs and bounds during the run, from the calling thread; null for none.</param>
    /// <param name="cancellation">Ends the run early; the best plan so far is returned.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The problem is too large.</exception>
    /// <exception cref="PlanRefusedException">The checker refused the plan or its cost: a defect of the solver.</exception>
    public static BerthReplanResult Solve(BerthRevision revision, SolverOptions? options = null, IProgress<SolveProgress<BerthPlan>>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(revision);
        var result = BerthSolver.Run(revision.Problem, revision.Plan, repairs: true, options, progress, cancellation);
        return new BerthReplanResult
        {
            Revision = revision,
            Result = result,
            Changes = result.Plan is { } found ? PlanChanges.Of(revision.Problem, found) : null,
        };
    }
}
