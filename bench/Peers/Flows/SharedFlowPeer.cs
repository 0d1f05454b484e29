using System.Diagnostics;
using BerthOpt.Empties.Flows;
using BerthOpt.Search;
using Google.OrTools.ModelBuilder;

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
        var solver = new Solver(name);
        if (!solver.SolverIsSupported())
        {
            return "- - - -";
        }

        var model = new Model();
        var flows = problem.Arcs.Select((arc, index) => model.NewNumVar(arc.Lower, arc.Capacity == FlowProblem.Unlimited ? double.PositiveInfinity : arc.Capacity, $"a{index}")).ToArray();
        var terms = problem.Supplies.Select(_ => (Arcs: new List<Variable>(), Signs: new List<double>())).ToArray();
        foreach (var (index, arc) in problem.Arcs.Index())
        {
            terms[arc.Tail].Arcs.Add(flows[index]);
            terms[arc.Tail].Signs.Add(1);
            terms[arc.Head].Arcs.Add(flows[index]);
            terms[arc.Head].Signs.Add(-1);
        }

        foreach (var (node, its) in terms.Index())
        {
            model.Add(LinearExpr.WeightedSum(its.Arcs, its.Signs) == problem.Supplies[node]);
        }

        foreach (var room in problem.Rooms)
        {
            model.Add(LinearExpr.WeightedSum(room.Arcs.Select(arc => flows[arc]), room.Weights.Select(weight => (double)weight)) <= room.Limit);
        }

        model.Minimize(LinearExpr.WeightedSum(flows, problem.Arcs.Select(arc => (double)arc.Cost)));
        solver.SetTimeLimitInSeconds(seconds);
        var watch = Stopwatch.StartNew();
        var status = solver.Solve(model);
        return FormattableString.Invariant($"{watch.Elapsed.TotalSeconds:0.00} - {(status == Google.OrTools.ModelBuilder.SolveStatus.OPTIMAL ? solver.ObjectiveValue : double.NaN):0.0} -");
    }
}
