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

    // More than prices of rooms add up to for one arc, and few enough bits as well.
    private static readonly Int128 AbsurdCharge = Int128.One << 62;

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

        if ((plan.Prices.Length != 0 && plan.Prices.Length != problem.Rooms.Length) || plan.PriceScale is < 1 or > 1 << 20)
        {
            faults.Add(FlowFaultCodes.PricesLength, -1, -1, $"The plan has {plan.Prices.Length} prices of rooms in a scale of {plan.PriceScale}; expected none, or one for each of {problem.Rooms.Length} rooms, in a scale of 1 to {1 << 20}.");
        }

        var cost = Arcs(problem, plan, faults);
        Rooms(problem, plan, faults);
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

    /// <summary>Judges a proof that no plan is the cheapest one: arcs without a limit, of their own or of a room, that lead round, back to where the first one begins.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="cycle">Indices of the arcs, each beginning where the one before ends.</param>
    /// <returns>What each unit sent round saves; 0 where the arcs prove nothing.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such arc.</exception>
    public static Int128 Saving(FlowProblem problem, IReadOnlyList<int> cycle)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(cycle);
        Int128 saving = 0;
        var held = problem.Rooms.SelectMany(room => room.Arcs).ToHashSet();
        for (var index = 0; index < cycle.Count; index++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(cycle[index], nameof(cycle));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cycle[index], problem.Arcs.Length, nameof(cycle));
            var (arc, next) = (problem.Arcs[cycle[index]], cycle[(index + 1) % cycle.Count]);
            if (arc.Capacity != FlowProblem.Unlimited || held.Contains(cycle[index]) || next < 0 || next >= problem.Arcs.Length || problem.Arcs[next].Tail != arc.Head)
            {
                return 0;
            }

            saving -= arc.Cost;
        }

        return Int128.Max(0, saving);
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

    private static void Rooms(FlowProblem problem, FlowPlan plan, FaultLog<FlowFault> faults)
    {
        for (var index = 0; index < problem.Rooms.Length; index++)
        {
            var room = problem.Rooms[index];
            Int128 taken = 0;
            for (var place = 0; place < room.Arcs.Length; place++)
            {
                taken += (Int128)room.Weights[place] * (room.Arcs[place] < plan.Flows.Length ? plan.Flows[room.Arcs[place]] : 0);
            }

            if (taken > room.Limit)
            {
                faults.Add(FlowFaultCodes.RoomExceeded, room.Arcs[0], -1, $"The arcs of room {index + 1}, of which arc {room.Arcs[0] + 1} is the first, take {taken}; expected at most {room.Limit}.");
            }
        }
    }

    /// <summary>
    /// The cost of any plan is at least that with rooms priced, less the price of all room. With <c>reduced cost = cost + price of its room + potential(tail) - potential(head)</c>
    /// that is the sum over arcs of reduced cost times flow, less the sum over nodes of potential times supply; each flow is between its limits, and no more than a room holds.
    /// </summary>
    private static long? Bound(FlowProblem problem, FlowPlan plan)
    {
        if (plan.Potentials.Length != problem.Supplies.Length || plan.PriceScale is < 1 or > 1 << 20 || (plan.Prices.Length != 0 && plan.Prices.Length != problem.Rooms.Length) || plan.Prices.Any(price => price < 0))
        {
            return null;
        }

        var (charges, most) = (new Int128[problem.Arcs.Length], problem.Arcs.Select(arc => arc.Capacity).ToArray());
        Int128 rooms = 0;
        for (var index = 0; index < problem.Rooms.Length; index++)
        {
            var (room, price) = (problem.Rooms[index], plan.Prices.IsEmpty ? 0 : plan.Prices[index]);
            rooms += (Int128)price * room.Limit;
            for (var place = 0; place < room.Arcs.Length; place++)
            {
                var arc = room.Arcs[place];
                if (charges[arc] + ((Int128)price * room.Weights[place]) > AbsurdCharge)
                {
                    return null;
                }

                charges[arc] += (Int128)price * room.Weights[place];
                most[arc] = Math.Max(problem.Arcs[arc].Lower, Math.Min(most[arc], room.Limit / room.Weights[place]));
            }
        }

        var bound = -rooms;
        for (var node = 0; node < problem.Supplies.Length; node++)
        {
            bound -= (Int128)plan.Potentials[node] * problem.Supplies[node];
        }

        for (var index = 0; index < problem.Arcs.Length; index++)
        {
            var arc = problem.Arcs[index];
            var reduced = ((Int128)arc.Cost * plan.PriceScale) + charges[index] + plan.Potentials[arc.Tail] - plan.Potentials[arc.Head];
            if (reduced < 0 && most[index] == FlowProblem.Unlimited)
            {
                return null;
            }

            bound += reduced * (reduced > 0 ? arc.Lower : reduced < 0 ? most[index] : 0);
        }

        // Costs are whole, so the bound is rounded up.
        bound = (bound / plan.PriceScale) + (bound % plan.PriceScale > 0 ? 1 : 0);
        return bound < long.MinValue ? null : (long)Int128.Min(bound, long.MaxValue);
    }
}
