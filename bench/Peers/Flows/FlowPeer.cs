using System.Diagnostics;
using BerthOpt.Empties.Flows;
using BerthOpt.Kernels.Networks;
using BerthOpt.Search;
using Google.OrTools.Graph;
using Google.OrTools.ModelBuilder;

namespace BerthOpt.Bench.Peers.Flows;

/// <summary>Solvers of min-cost flows that run in this program; each is run in a process of its own (<see cref="FlowProcess"/>).</summary>
internal static class FlowPeer
{
    /// <summary>Their names: the facade, its network simplex alone without reduction, and those of OR-Tools.</summary>
    public static IReadOnlyDictionary<string, Func<FlowProblem, long?>> All { get; } = new Dictionary<string, Func<FlowProblem, long?>>(StringComparer.Ordinal)
    {
        ["berthopt"] = problem => FlowSolver.Solve(problem, new SolverOptions { TimeLimit = null, Threads = 1 }).Cost,
        ["simplex"] = Simplex,
        ["or-tools"] = OrTools,
        ["glop"] = Glop,
    };

    /// <summary>Solves over and over and says how long each run took, from the arrays of the problem to the flow.</summary>
    /// <returns>The cost, then milliseconds, parted by spaces.</returns>
    public static string Repeat(string name, FlowProblem problem, int repeats, double seconds)
    {
        var times = new List<double>();
        long? cost = null;
        var all = Stopwatch.StartNew();
        while (times.Count < repeats || (all.Elapsed.TotalSeconds < seconds && times.Count < 1000))
        {
            var watch = Stopwatch.StartNew();
            cost = All[name](problem);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return FormattableString.Invariant($"{(cost is null ? "none" : "optimal")} {cost ?? 0} {string.Join(' ', times.Select(time => FormattableString.Invariant($"{time:0.0000}")))}");
    }

    private static long? Simplex(FlowProblem problem)
    {
        var simplex = new NetworkSimplex(problem.ToNetwork());
        return simplex.Solve() == FlowStatus.Optimal ? (long)simplex.TotalCost() : null;
    }

    private static long? OrTools(FlowProblem problem)
    {
        var solver = new MinCostFlow(problem.Supplies.Length, problem.Arcs.Length);
        foreach (var arc in problem.Arcs)
        {
            solver.AddArcWithCapacityAndUnitCost(arc.Tail, arc.Head, arc.Capacity, arc.Cost);
        }

        for (var node = 0; node < problem.Supplies.Length; node++)
        {
            solver.SetNodeSupply(node, problem.Supplies[node]);
        }

        return solver.Solve() == MinCostFlowBase.Status.OPTIMAL ? solver.OptimalCost() : null;
    }

    private static long? Glop(FlowProblem problem)
    {
        var model = new Model();
        var flows = problem.Arcs.Select((arc, index) => model.NewNumVar(arc.Lower, arc.Capacity, $"a{index}")).ToArray();
        var (outs, ins) = (problem.Supplies.Select(_ => new List<(int Arc, double Sign)>()).ToArray(), 0);
        for (; ins < problem.Arcs.Length; ins++)
        {
            outs[problem.Arcs[ins].Tail].Add((ins, 1));
            outs[problem.Arcs[ins].Head].Add((ins, -1));
        }

        for (var node = 0; node < outs.Length; node++)
        {
            var terms = outs[node];
            model.Add(LinearExpr.WeightedSum(terms.Select(term => flows[term.Arc]), terms.Select(term => term.Sign)) == problem.Supplies[node]);
        }

        model.Minimize(LinearExpr.WeightedSum(flows, problem.Arcs.Select(arc => (double)arc.Cost)));
        var solver = new Solver("glop");
        return solver.Solve(model) == Google.OrTools.ModelBuilder.SolveStatus.OPTIMAL ? (long)Math.Round(solver.ObjectiveValue) : null;
    }
}
