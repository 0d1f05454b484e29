using BerthOpt.Empties.Flows;
using Google.OrTools.Graph;

namespace BerthOpt.Tests.Empties.Flows;

/// <summary>What OR-Tools says of a network. What it cannot be asked is brought to what it can: least flows are sent first, loops are seen for themselves, and no limit is a high one.</summary>
internal static class FlowOracle
{
    private const long High = 1_000_000;

    /// <summary>The least cost; null where there is no flow; <see cref="long.MinValue"/> where there is no least.</summary>
    public static long? LeastCost(FlowProblem problem)
    {
        if (problem.Supplies.Sum() != 0)
        {
            return null;
        }

        var supplies = problem.Supplies.ToArray();
        var solver = new MinCostFlow();
        long sent = 0;
        foreach (var arc in problem.Arcs)
        {
            var room = arc.Capacity == FlowProblem.Unlimited ? High : arc.Capacity - arc.Lower;
            sent += arc.Lower * arc.Cost;
            supplies[arc.Tail] -= arc.Lower;
            supplies[arc.Head] += arc.Lower;
            if (arc.Tail == arc.Head)
            {
                sent += Math.Min(0, arc.Cost) * room;
            }
            else
            {
                solver.AddArcWithCapacityAndUnitCost(arc.Tail, arc.Head, room, arc.Cost);
            }
        }

        for (var node = 0; node < supplies.Length; node++)
        {
            solver.SetNodeSupply(node, supplies[node]);
        }

        var status = solver.Solve();
        Assert.True(status is MinCostFlowBase.Status.OPTIMAL or MinCostFlowBase.Status.INFEASIBLE, $"{status}");
        return status == MinCostFlowBase.Status.INFEASIBLE ? null : HasEndlessGain(problem) ? long.MinValue : solver.OptimalCost() + sent;
    }

    /// <summary>Whether arcs without a limit form a cycle of negative cost (Floyd and Warshall).</summary>
    private static bool HasEndlessGain(FlowProblem problem)
    {
        const long None = long.MaxValue / 4;
        var nodes = problem.Supplies.Length;
        var least = new long[nodes, nodes];
        for (var one = 0; one < nodes; one++)
        {
            for (var two = 0; two < nodes; two++)
            {
                least[one, two] = one == two ? 0 : None;
            }
        }

        foreach (var arc in problem.Arcs.Where(arc => arc.Capacity == FlowProblem.Unlimited))
        {
            least[arc.Tail, arc.Head] = Math.Min(least[arc.Tail, arc.Head], arc.Cost);
        }

        for (var by = 0; by < nodes; by++)
        {
            for (var one = 0; one < nodes; one++)
            {
                for (var two = 0; two < nodes; two++)
                {
                    if (least[one, by] < None && least[by, two] < None)
                    {
                        least[one, two] = Math.Max(-None, Math.Min(least[one, two], least[one, by] + least[by, two]));
                    }
                }
            }
        }

        return Enumerable.Range(0, nodes).Any(node => least[node, node] < 0);
    }
}
