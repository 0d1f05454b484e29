using BerthOpt.Berths;
using Google.OrTools.Sat;

namespace BerthOpt.Bench.Peers;

/// <summary>
/// CP-SAT on a direct model of problems at one quay: optional intervals for each berth, or rectangles of quay and time, with cumulative
/// limits for what rectangles add up to.
/// </summary>
internal sealed class CpSatPeer(TimeProvider clock) : IPeer<BerthProblem, BerthPlan>
{
    private const BerthFeatures Covered = BerthFeatures.ContinuousQuay | BerthFeatures.DiscreteQuay | BerthFeatures.HybridQuay | BerthFeatures.Breaks
        | BerthFeatures.OpeningTimes | BerthFeatures.Closures | BerthFeatures.HandlingByBerth | BerthFeatures.HandlingByCranes | BerthFeatures.TotalCranes
        | BerthFeatures.SpecificCranes | BerthFeatures.CraneTravel | BerthFeatures.TideWindows | BerthFeatures.TimeLimits | BerthFeatures.Baseline | BerthFeatures.Makespan;

    public string Name => "CP-SAT";

    public PeerAnswer<BerthPlan> Solve(BerthProblem problem, PeerLimits limits, CancellationToken cancellation)
    {
        if (BerthFeatureCover.Refuse(problem, Covered) is { } refusal)
        {
            return refusal;
        }

        var began = clock.GetTimestamp();
        var model = new CpModel();
        var builder = new CpSatCalls(problem, model);
        var calls = Enumerable.Range(0, problem.Calls.Length).Select(builder.Add).ToList();
        if (builder.AreRectangles)
        {
            CpSatSpace.AddRectangles(problem, model, calls);
        }
        else
        {
            CpSatSpace.AddBerths(problem, model, calls);
        }

        new CpSatCranes(problem, model).Add(calls);
        new CpSatCosts(problem, model).Minimize(calls);

        var left = Math.Max(0.001, limits.Seconds - clock.GetElapsedTime(began).TotalSeconds);
        var solver = new CpSolver { StringParameters = CpSatSettings.Parameters(limits, left, Subsolvers(limits.Threads)) };
        using var watch = new CpSatWatch(clock, began);
        using var stop = cancellation.Register(solver.StopSearch);
        var status = solver.Solve(model, watch);
        var bound = status is CpSolverStatus.Optimal or CpSolverStatus.Feasible or CpSolverStatus.Unknown ? CpSatSettings.Bound(solver.BestObjectiveBound) : null;
        return status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            ? new PeerAnswer<BerthPlan>(Read(problem, solver, calls), (long)Math.Round(solver.ObjectiveValue), bound, watch.SecondsToBest)
            : status == CpSolverStatus.ModelInvalid ? throw new InvalidOperationException(model.Validate())
            : new PeerAnswer<BerthPlan>(Bound: bound);
    }

    /// <summary>
    /// With few workers the defaults solve relaxations and search neighbourhoods, and hardly any bound comes of it. The one named for
    /// two workers was the best compromise of six tried, briefly, on one instance of some sets; on single instances others were better.
    /// </summary>
    private static string Subsolvers(int threads) => threads switch
    {
        2 => ",subsolvers:\"reduced_costs\"",
        3 => ",subsolvers:\"core\",subsolvers:\"default_lp\"",
        _ => "",
    };

    private static BerthPlan Read(BerthProblem problem, CpSolver solver, List<CpSatCall> calls) => new(calls.Select(call =>
    {
        var way = call.Ways.First(way => solver.BooleanValue(way.Taken));
        var cell = call.Cell is { } place ? (int)solver.Value(place) : way.Berth;
        return (Assignment?)Fitting.At(
            problem.Quays[0], cell, (int)solver.Value(call.Start), (int)solver.Value(call.End), way.Cranes, call.FirstCrane is { } first ? (int)solver.Value(first) : -1);
    }));
}
