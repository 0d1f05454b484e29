using BerthOpt.Diagnostics;

namespace BerthOpt.Empties.Flows;

/// <summary>
/// The independent judge of flows, and of proofs that there is none. It sees a problem and a plan, recomputes balance, limits, cost and the
/// bound of the potentials from first principles, and shares no code with any solver.
/// </summary>
public static class FlowChecker
{
    /// <summary>Greatest number of faults that are listed; more are only counted (<see cref="FlowCheck.FaultsNotListed"/>).</summary>
    public const int MaxFaults = 100_000;

    // More than any valid flow costs, and few enough bits that no sum of such overflows.
    private static readonly Int128 Absurd = Int128.One << 100;

    /// <summary>Judges a plan: lists every broken rule, recomputes the cost and what the potentials prove. Any plan gives a verdict, however absurd its values.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan; flows that it lacks count as 0, those too many are left out.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static FlowCheck Check(FlowProblem problem, FlowPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var faults = new FaultLog<FlowFault>(MaxFaults, (code, arc, node, message) => new FlowFault(code, arc, node, message));
        if (plan.Flows.Length != problem.Arcs.Length)
        {
            faults.Add(FlowFaultCodes.PlanLength, -1, -1, $"The plan has {plan.Flows.Length} flows; expected one for each of {problem.Arcs.Length} arcs.");
        }

        if (plan.Potentials.Length != 0 && plan.Potentials.Length != problem.Supplies.Length)
        {
            faults.Add(FlowFaultCodes.PotentialsLength, -1, -1, $"The plan has {plan.Potentials.Length} potentials; expected none, or one for each of {problem.Supplies.Length} nodes.");
        }

        var cost = Arcs(problem, plan, faults);
        return new FlowCheck
        {
            Faults = faults.Listed,
            FaultsNotListed = faults.NotListed,
            Cost = (long)Int128.Clamp(cost, long.MinValue, long.MaxValue),
            LowerBound = Bound(problem, plan),
        };
    }

    /// <summary>
    /// Judges a proof that there is no plan: a set of nodes that gives more than the arcs out of it can take, the arcs into it at their least
    /// flow; or that takes more than can come in.
    /// </summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cut">Indices of the nodes, in any order.</param>
    /// <returns>By how many units the set gives or takes too much; 0 where the set proves nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such node.</exception>
    public static Int128 Excess(FlowProblem problem, IEnumerable<int> cut)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(cut);
        var inside = new bool[problem.Supplies.Length];
        foreach (var node in cut)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(node, nameof(cut));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(node, inside.Length, nameof(cut));
            inside[node] = true;
        }

        Int128 gives = 0;
        for (var node = 0; node < inside.Length; node++)
        {
            gives += inside[node] ? problem.Supplies[node] : 0;
        }

        var (mostOut, mostIn) = ((Int128?)0, (Int128?)0);
        foreach (var arc in problem.Arcs)
        {
            if (inside[arc.Tail] != inside[arc.Head])
            {
                Int128? most = arc.Capacity == FlowProblem.Unlimited ? null : arc.Capacity;
                mostOut += inside[arc.Tail] ? most : -(Int128)arc.Lower;
                mostIn += inside[arc.Head] ? most : -(Int128)arc.Lower;
            }
        }

        return Int128.Max(0, Int128.Max(gives - mostOut ?? 0, -gives - mostIn ?? 0));
    }

    private static Int128 Arcs(FlowProblem problem, FlowPlan plan, FaultLog<FlowFault> faults)
    {
        Int128 cost = 0;
        var sent = new Int128[problem.Supplies.Length];
        for (var index = 0; index < problem.Arcs.Length; index++)
        {
            var arc = problem.Arcs[index];
            var flow = index < plan.Flows.Length ? plan.Flows[index] : 0;
            if (flow < arc.Lower)
            {
                faults.Add(FlowFaultCodes.FlowTooLow, index, -1, $"Arc {index + 1} carries {flow}; expected at least {arc.Lower}.");
            }

            if (flow > arc.Capacity)
            {
                faults.Add(FlowFaultCodes.FlowTooHigh, index, -1, $"Arc {index + 1} carries {flow}; expected at most {arc.Capacity}.");
            }

            cost += Int128.Clamp((Int128)flow * arc.Cost, -Absurd, Absurd);
            sent[arc.Tail] += flow;
            sent[arc.Head] -= flow;
        }

        for (var node = 0; node < sent.Length; node++)
        {
            if (sent[node] != problem.Supplies[node])
            {
                faults.Add(FlowFaultCodes.Unbalanced, -1, node, $"Node {node + 1} sends out {sent[node]} more than comes in; expected {problem.Supplies[node]}, what it gives.");
            }
        }

        return cost;
    }

    /// <summary>
    /// The cost of any plan is the sum over arcs of reduced cost times flow, less the sum over nodes of potential times supply; each flow is
    /// between its limits.
    /// </summary>
    private static long? Bound(FlowProblem problem, FlowPlan plan)
    {
        if (plan.Potentials.Length != problem.Supplies.Length)
        {
            return null;
        }

        Int128 bound = 0;
        for (var node = 0; node < problem.Supplies.Length; node++)
        {
            bound -= (Int128)plan.Potentials[node] * problem.Supplies[node];
        }

        foreach (var arc in problem.Arcs)
        {
            var reduced = (Int128)arc.Cost + plan.Potentials[arc.Tail] - plan.Potentials[arc.Head];
            if (reduced < 0 && arc.Capacity == FlowProblem.Unlimited)
            {
                return null;
            }

            bound += reduced * (reduced > 0 ? arc.Lower : reduced < 0 ? arc.Capacity : 0);
        }

        return bound < long.MinValue ? null : (long)Int128.Min(bound, long.MaxValue);
    }
}
