using BerthOpt.Cranes;
using Google.OrTools.Sat;

namespace BerthOpt.Bench.Peers;

/// <summary>
/// CP-SAT on a direct model of crane problems: an optional interval for each task and crane, no overlap for each crane, and for each two
/// tasks and each two cranes that would get in each other's way the time between, by which of both is first.
/// </summary>
internal sealed class CpSatCranePeer(TimeProvider clock) : IPeer<CraneProblem, CranePlan>
{
    /// <summary>Most pairs of tasks times pairs of cranes; more do not fit in memory, or take longer to build than to give up.</summary>
    public const long MaxPairs = 4_000_000;

    public string Name => "CP-SAT";

    public PeerAnswer<CranePlan> Solve(CraneProblem problem, PeerLimits limits, CancellationToken cancellation)
    {
        if (Missing(problem) is { } missing)
        {
            return new PeerAnswer<CranePlan>(Refusal: missing);
        }

        var began = clock.GetTimestamp();
        var model = new CpModel();
        var tasks = CpSatTask.All(problem, model);
        CpSatRail.Add(problem, model, tasks);
        Minimize(problem, model, tasks);
        var left = Math.Max(0.001, limits.Seconds - clock.GetElapsedTime(began).TotalSeconds);
        var solver = new CpSolver { StringParameters = CpSatSettings.Parameters(limits, left) };
        using var watch = new CpSatWatch(clock, began);
        using var stop = cancellation.Register(solver.StopSearch);
        var status = solver.Solve(model, watch);
        var bound = status is CpSolverStatus.Optimal or CpSolverStatus.Feasible or CpSolverStatus.Unknown ? CpSatSettings.Bound(solver.BestObjectiveBound) : null;
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? new PeerAnswer<CranePlan>(Read(solver, tasks), (long)Math.Round(solver.ObjectiveValue), bound, watch.SecondsToBest)
            : status == CpSolverStatus.ModelInvalid ? throw new InvalidOperationException(model.Validate())
            : new PeerAnswer<CranePlan>(Bound: bound);
    }

    private static string? Missing(CraneProblem problem)
    {
        var pairs = (long)problem.Tasks.Length * problem.Tasks.Length * problem.Cranes.Length * problem.Cranes.Length / 2;
        return problem.Rail.StartsBlock ? "not modelled: start positions in the way"
            : problem.Objective is { CraneSlots: > 0 } or { Travel: > 0 } ? "not modelled: costs of crane slots and travel"
            : problem.Cranes.Any(crane => crane.Until != Crane.Never || !crane.Outages.IsEmpty) ? "not modelled: cranes that leave or pause"
            : pairs > MaxPairs ? FormattableString.Invariant($"too large: {pairs / 1e6:0.#} M pairs, at most {MaxPairs / 1e6:0} M")
            : null;
    }

    private static void Minimize(CraneProblem problem, CpModel model, IReadOnlyList<CpSatTask> tasks)
    {
        var (goal, weights) = (LinearExpr.NewBuilder(), problem.Objective);
        if (weights.Makespan > 0)
        {
            goal.AddTerm(Last(model, problem.Horizon, tasks), weights.Makespan);
        }

        for (var index = 0; index < problem.Vessels.Length; index++)
        {
            var vessel = problem.Vessels[index];
            var its = tasks.Where(task => task.Task.Vessel == index).ToArray();
            if (its.Length == 0 || weights.Completion + weights.Lateness == 0)
            {
                continue;
            }

            var done = Last(model, problem.Horizon, its);
            goal.AddTerm(done, weights.Completion * vessel.Rate);
            if (vessel.Due != Crane.Never && weights.Lateness > 0)
            {
                var late = model.NewIntVar(0, problem.Horizon, $"late{index}");
                model.Add(late >= done - vessel.Due);
                goal.AddTerm(late, weights.Lateness * vessel.Rate);
            }
        }

        model.Minimize(goal);
    }

    private static IntVar Last(CpModel model, int horizon, IEnumerable<CpSatTask> tasks)
    {
        var last = model.NewIntVar(0, horizon, "");
        model.AddMaxEquality(last, tasks.Select(task => task.End).DefaultIfEmpty(model.NewConstant(0)));
        return last;
    }

    private static CranePlan Read(CpSolver solver, IReadOnlyList<CpSatTask> tasks) => new(tasks.Select(task => new TaskAssignment(
        task.By.Single(way => solver.BooleanValue(way.Value)).Key, (int)solver.Value(task.Start), (int)solver.Value(task.End))));
}
