using System.Globalization;
using BerthOpt.Berths;
using Google.OrTools.ModelBuilder;

namespace BerthOpt.Bench.Peers;

/// <summary>A mixed-integer solver on the time-indexed model of problems at one quay, where that model is not too large.</summary>
internal sealed class TimeIndexedPeer(string solverName, TimeProvider clock) : IPeer<BerthProblem, BerthPlan>
{
    /// <summary>Most entries of a model that is tried; more do not fit in memory, or take longer to build than to give up.</summary>
    public const long MaxEntries = 4_000_000;

    private const BerthFeatures Covered = BerthFeatures.ContinuousQuay | BerthFeatures.DiscreteQuay | BerthFeatures.HybridQuay | BerthFeatures.Breaks
        | BerthFeatures.OpeningTimes | BerthFeatures.Closures | BerthFeatures.HandlingByBerth | BerthFeatures.HandlingByCranes | BerthFeatures.TotalCranes
        | BerthFeatures.TideWindows | BerthFeatures.TimeLimits | BerthFeatures.Baseline | BerthFeatures.Makespan;

    public string Name => solverName;

    public PeerAnswer<BerthPlan> Solve(BerthProblem problem, PeerLimits limits, CancellationToken cancellation)
    {
        if (BerthFeatureCover.Refuse(problem, Covered) is { } refusal)
        {
            return refusal;
        }

        var began = clock.GetTimestamp();
        var (columns, entries) = Placement.Count(problem);
        var rows = (long)Fitting.CellCount(problem.Quays[0]) * problem.Horizon;
        if (entries + (2 * rows) > MaxEntries)
        {
            return new PeerAnswer<BerthPlan>(Refusal: string.Create(CultureInfo.InvariantCulture, $"too large: {columns / 1e6:0.#} M columns, {(entries + (2 * rows)) / 1e6:0.#} M entries, at most {MaxEntries / 1e6:0} M"));
        }

        double Left() => limits.Seconds - clock.GetElapsedTime(began).TotalSeconds;
        if (TimeIndexedModel.Build(problem, () => Left() <= 0 || cancellation.IsCancellationRequested) is not { } model || Left() <= 0)
        {
            return new PeerAnswer<BerthPlan>(Refusal: "too large: no time was left behind the building of the model");
        }

        var solver = new Solver(solverName);
        solver.SetTimeLimitInSeconds(Left());
        using var stop = cancellation.Register(() => solver.InterruptSolve());
        var status = solver.Solve(model.Model);
        long? bound = solver.HasSolution() && Math.Abs(solver.BestObjectiveBound) < 1e15
            ? (long)Math.Ceiling(solver.BestObjectiveBound - 1e-4)
            : null;
        return status is SolveStatus.OPTIMAL or SolveStatus.FEASIBLE
            ? new PeerAnswer<BerthPlan>(Read(problem, solver, model), (long)Math.Round(solver.ObjectiveValue), bound)
            : status is SolveStatus.NOT_SOLVED or SolveStatus.UNKNOWN_STATUS or SolveStatus.INFEASIBLE or SolveStatus.CANCELLED_BY_USER ? new PeerAnswer<BerthPlan>(Bound: bound)
            : throw new InvalidOperationException($"{solverName} says {status}.");
    }

    private static BerthPlan Read(BerthProblem problem, Solver solver, TimeIndexedModel model)
    {
        var plan = new Assignment?[problem.Calls.Length];
        foreach (var (column, placement) in model.Columns)
        {
            if (solver.Value(model.Model.VarFromIndex(column)) > 0.5)
            {
                plan[placement.Call] = Fitting.At(problem.Quays[0], placement.Cell, placement.Start, placement.End, placement.Cranes, -1);
            }
        }

        return new BerthPlan(plan);
    }
}
