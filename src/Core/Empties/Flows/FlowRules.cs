using BerthOpt.Diagnostics;

namespace BerthOpt.Empties.Flows;

/// <summary>What parts must keep to make a problem. After the first hundred faults the rest is not looked at.</summary>
internal static class FlowRules
{
    private const int Most = 100;
    private const int MaxWeight = 1_000_000;

    public static List<Fault> Faults(FlowParts parts)
    {
        var faults = new FaultList();
        if (parts.Name is null || parts.Supplies.IsDefault || parts.Arcs.IsDefault || parts.Rooms.IsDefault)
        {
            faults.Add("missing", "", "lacks its name, its supplies, its arcs or its rooms; expected all four, if empty.");
            return faults.All;
        }

        faults.Range("/supplies", parts.Supplies.Length, 0, FlowProblem.MaxNodes, "nodes");
        faults.Range("/arcs", parts.Arcs.Length, 0, FlowProblem.MaxArcs, "arcs");
        Arcs(parts, faults);
        Rooms(parts, faults);
        if (faults.All.Count == 0)
        {
            Sums(parts, faults);
        }

        return faults.All;
    }

    private static void Arcs(FlowParts parts, FaultList faults)
    {
        for (var arc = 0; arc < parts.Arcs.Length && faults.All.Count < Most; arc++)
        {
            var its = parts.Arcs[arc];
            if (its.Tail < 0 || its.Tail >= parts.Supplies.Length)
            {
                faults.Index($"/arcs/{arc}/tail", its.Tail, parts.Supplies.Length, "node");
            }

            if (its.Head < 0 || its.Head >= parts.Supplies.Length)
            {
                faults.Index($"/arcs/{arc}/head", its.Head, parts.Supplies.Length, "node");
            }

            if (its.Capacity < its.Lower)
            {
                faults.Add("out-of-range", $"/arcs/{arc}/capacity", $"is {its.Capacity}, below the least flow {its.Lower}; expected at least that.");
            }
        }
    }

    private static void Rooms(FlowParts parts, FaultList faults)
    {
        var seen = new int[parts.Arcs.Length];
        for (var room = 0; room < parts.Rooms.Length && faults.All.Count < Most; room++)
        {
            var (its, place) = (parts.Rooms[room], $"/rooms/{room}");
            if (!faults.Require(!its.Arcs.IsDefaultOrEmpty && !its.Weights.IsDefault && its.Weights.Length == its.Arcs.Length, "wrong-count", place, "has no arcs, or not one weight for each; expected at least one arc, and a weight for each."))
            {
                continue;
            }

            faults.Range($"{place}/limit", its.Limit, 0, FlowProblem.MaxUnits, "units of room");
            for (var index = 0; index < its.Arcs.Length; index++)
            {
                faults.Range($"{place}/weights/{index}", its.Weights[index], 1, MaxWeight, "units of room");
                if (faults.Index($"{place}/arcs/{index}", its.Arcs[index], parts.Arcs.Length, "arc"))
                {
                    faults.Require(seen[its.Arcs[index]] != room + 1, "duplicate-entry", $"{place}/arcs/{index}", $"is arc {its.Arcs[index]} again; expected each arc once.");
                    faults.Require(parts.Arcs[its.Arcs[index]].Lower >= 0, "out-of-range", $"{place}/arcs/{index}", $"is arc {its.Arcs[index]} with the least flow {parts.Arcs[its.Arcs[index]].Lower}; expected 0 or more of what shares room.");
                    seen[its.Arcs[index]] = room + 1;
                }
            }
        }
    }

    /// <summary>
    /// Optimal flows are paths from supplies to demands and cycles, so no arc carries more than all finite numbers together; prices of nodes
    /// are costs of paths. A cost is at most the sum over arcs of what each can carry.
    /// </summary>
    private static void Sums(FlowParts parts, FaultList faults)
    {
        Int128 units = 0;
        foreach (var supply in parts.Supplies)
        {
            units += Int128.Abs(supply);
        }

        foreach (var room in parts.Rooms)
        {
            units += (Int128)room.Limit * room.Arcs.Length;
        }

        Int128 price = 0;
        foreach (var arc in parts.Arcs)
        {
            units += Int128.Abs(arc.Lower) + (arc.Capacity == FlowProblem.Unlimited ? 0 : Int128.Abs(arc.Capacity));
            price = Int128.Max(price, Int128.Abs(arc.Cost));
        }

        if (!faults.Require(units <= FlowProblem.MaxUnits, "out-of-range", "", $"has supplies, least flows, capacities and rooms of {units} units together; expected at most {FlowProblem.MaxUnits}. Maybe leave capacities out that never bind."))
        {
            return;
        }

        var reach = (price + 1) * (parts.Supplies.Length + 2);
        if (!faults.Require(reach <= FlowProblem.MaxPrice, "out-of-range", "", $"has costs up to {price} on {parts.Supplies.Length} nodes, which makes prices up to {reach}; expected at most {FlowProblem.MaxPrice}. Maybe take a larger unit of cost."))
        {
            return;
        }

        Int128 cost = 0;
        foreach (var arc in parts.Arcs)
        {
            // One arc costs less than 2^118, so a sum that is too great already need not grow on to pass 128 bits.
            cost = Int128.Min(cost, long.MaxValue + Int128.One) + Int128.Abs(arc.Cost) * Int128.Max(Int128.Abs(arc.Lower), Int128.Min(arc.Capacity, units));
        }

        faults.Require(cost <= long.MaxValue, "out-of-range", "", $"has costs that may add up to {cost}; expected at most {long.MaxValue}. Maybe take a larger unit of cost, or lower the capacities that never bind.");
    }
}
