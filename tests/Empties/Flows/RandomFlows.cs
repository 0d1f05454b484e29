using BerthOpt.Empties.Flows;

namespace BerthOpt.Tests.Empties.Flows;

/// <summary>Small random networks of every kind: parallel arcs, loops, no room, least flows, negative costs, no limits, no flow.</summary>
internal static class RandomFlows
{
    public static FlowProblem Draw(Rng rng, int mostNodes = 12, int mostArcs = 36)
    {
        var nodes = rng.Next(1, mostNodes + 1);
        var supplies = new long[nodes];
        for (var pair = rng.Next(5); pair > 0; pair--)
        {
            var units = rng.Next(9);
            supplies[rng.Next(nodes)] += units;
            supplies[rng.Next(nodes)] -= units;
        }

        if (rng.Next(20) == 0)
        {
            supplies[rng.Next(nodes)] += rng.Next(-2, 3);
        }

        var (least, unlimited, cheapest) = (rng.Next(3) == 0, rng.Next(5) == 0, rng.Next(2) == 0 ? -6 : 0);
        FlowArc Arc()
        {
            var lower = least && rng.Next(4) == 0 ? rng.Next(-2, 3) : 0;
            var capacity = unlimited && rng.Next(2) == 0 ? FlowProblem.Unlimited : lower + (rng.Next(5) == 0 ? 0 : rng.Next(12));
            return new FlowArc(rng.Next(nodes), rng.Next(nodes), lower, capacity, rng.Next(cheapest, 10));
        }

        return new FlowProblem(new FlowParts { Supplies = [.. supplies], Arcs = [.. Enumerable.Range(0, rng.Next(mostArcs + 1)).Select(_ => Arc())] });
    }

    /// <summary>The same network with a few costs, limits or supplies changed.</summary>
    public static FlowProblem Change(FlowProblem problem, Rng rng)
    {
        var (supplies, arcs) = (problem.Supplies.ToBuilder(), problem.Arcs.ToBuilder());
        for (var changes = rng.Next(1, 6); changes > 0; changes--)
        {
            var (one, two, arc, units) = (rng.Next(supplies.Count), rng.Next(supplies.Count), rng.Next(Math.Max(1, arcs.Count)), rng.Next(4));
            switch (arcs.Count == 0 ? 2 : rng.Next(3))
            {
                case 0:
                    arcs[arc] = arcs[arc] with { Cost = rng.Next(-3, 10) };
                    break;
                case 1:
                    arcs[arc] = arcs[arc] with { Capacity = arcs[arc].Lower + rng.Next(10) };
                    break;
                default:
                    supplies[one] += units;
                    supplies[two] -= units;
                    break;
            }
        }

        return new FlowProblem(problem.Parts with { Supplies = supplies.ToImmutable(), Arcs = arcs.ToImmutable() });
    }
}
