using System.Diagnostics;
using BerthOpt.Empties.Flows;
using BerthOpt.Search;
using Google.OrTools.LinearSolver;

namespace BerthOpt.Bench.Peers.Flows;

/// <summary>Solvers of flows that share room.</summary>
internal static class SharedFlowPeer
{
    private const double Gap = 1e-4;

    public static string[] Names { get; } = ["berthopt", "glop", "pdlp", "highs", "clp"];

    /// <summary>Solves once: seconds from the arrays of the problem, cost, bound and gap, parted by spaces; a dash for what there is not.</summary>
    public static string Run(string name, FlowProblem problem, double seconds) => name == "berthopt" ? Ours(problem, seconds) : Linear(name, problem, seconds);

    private static string Ours(FlowProblem problem, double seconds)
    {
        var watch = Stopwatch.StartNew();
        var result = FlowSolver.Solve(problem, new SolverOptions { TimeLimit = TimeSpan.FromSeconds(seconds), Gap = Gap, Threads = 1 });
        return FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.00} {result.Cost?.ToString() ?? "-"} {result.LowerBound?.ToString() ?? "-"} {result.Gap:0.000000}");
    }

    /// <summary>The linear relaxation: its optimum is a bound, and its flows are no whole ones.</summary>
    private static string Linear(string name, FlowProblem problem, double seconds)
    {
        using var solver = Solver.CreateSolver(name.ToUpperInvariant());
        if (solver is null)
        {
            return "- - - -";
        }

        var nodes = problem.Supplies.Select(supply => solver.MakeConstraint(supply, supply)).ToArray();
        var objective = solver.Objective();
        var flows = new Variable[problem.Arcs.Length];
        foreach (var (index, arc) in problem.Arcs.Index())
        {
            var flow = flows[index] = solver.MakeNumVar(arc.Lower, arc.Capacity == FlowProblem.Unlimited ? double.PositiveInfinity : arc.Capacity, "");
            objective.SetCoefficient(flow, arc.Cost);
            if (arc.Tail != arc.Head)
            {
                nodes[arc.Tail].SetCoefficient(flow, 1);
                nodes[arc.Head].SetCoefficient(flow, -1);
            }
        }

        foreach (var room in problem.Rooms)
        {
            var row = solver.MakeConstraint(double.NegativeInfinity, room.Limit);
            foreach (var (arc, weight) in room.Arcs.Zip(room.Weights))
            {
                row.SetCoefficient(flows[arc], weight);
            }
        }

        solver.SetTimeLimit((long)(1000 * seconds));
        using var parameters = new MPSolverParameters();
        if (name == "clp")
        {
            parameters.SetIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM, (int)MPSolverParameters.LpAlgorithmValues.DUAL);
        }

        var watch = Stopwatch.StartNew();
        var status = solver.Solve(parameters);
        return FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.00} - {(status == Solver.ResultStatus.OPTIMAL ? $"{objective.Value():0.0}" : "-")} -");
    }
}
