using BerthOpt.Empties.Flows;
using BerthOpt.Kernels;
using BerthOpt.Kernels.Networks;
using BerthOpt.Tests.Empties.Flows;

namespace BerthOpt.Tests.Kernels.Networks;

public sealed class NetworkSimplexTests
{
    [Fact]
    public void After_changes_it_ends_as_a_new_start_does()
    {
        var rng = new Rng(11);
        var seen = new int[4];
        for (var trial = 0; trial < 3000; trial++)
        {
            var problem = RandomFlows.Draw(rng);
            var warm = new NetworkSimplex(problem.ToNetwork());
            warm.Solve();
            for (var round = 0; round < 4; round++)
            {
                var changed = RandomFlows.Change(problem, rng);
                Tell(warm, problem, changed);
                problem = changed;
                var cold = new NetworkSimplex(problem.ToNetwork());

                Assert.Equal(cold.Solve(), warm.Resolve());
                seen[(int)warm.Status]++;
                if (cold.Status == FlowStatus.Optimal)
                {
                    Assert.Equal(cold.TotalCost(), warm.TotalCost());
                    AssertProven(problem, warm.Flow, warm.Potential);
                }
                else if (cold.Status == FlowStatus.Infeasible)
                {
                    Assert.True(FlowChecker.Excess(problem, Enumerable.Range(0, problem.Supplies.Length).Where(warm.IsInCut)) > 0);
                }
            }
        }

        Assert.True(seen[(int)FlowStatus.Optimal] > 1000 && seen[(int)FlowStatus.Infeasible] > 1000 && seen[(int)FlowStatus.Unbounded] > 10);
    }

    /// <summary>Whatever the other network was, and whatever of it is said to be the same.</summary>
    [Fact]
    public void A_start_from_another_tree_ends_as_a_new_start_does()
    {
        var rng = new Rng(15);
        for (var trial = 0; trial < 2000; trial++)
        {
            var (first, second) = (RandomFlows.Draw(rng), RandomFlows.Draw(rng));
            var old = new NetworkSimplex(first.ToNetwork());
            old.Solve();
            var (cold, warm) = (new NetworkSimplex(second.ToNetwork()), new NetworkSimplex(second.ToNetwork()));
            warm.Begin(old, [.. second.Arcs.Select(_ => rng.Next(-1, first.Arcs.Length))]);

            Assert.Equal(cold.Solve(), warm.Solve());
            Assert.True(cold.Status != FlowStatus.Optimal || cold.TotalCost() == warm.TotalCost());
        }
    }

    [Fact]
    public void Work_in_slices_gives_the_same_flow()
    {
        var rng = new Rng(12);
        for (var trial = 0; trial < 300; trial++)
        {
            var problem = RandomFlows.Draw(rng, 30, 200);
            var (whole, sliced) = (new NetworkSimplex(problem.ToNetwork()), new NetworkSimplex(problem.ToNetwork()));
            whole.Solve();
            for (var slices = 0; sliced.Solve(1) == FlowStatus.Unknown; slices++)
            {
                Assert.True(slices < 100_000, "it makes no headway");
            }

            Assert.Equal(whole.Status, sliced.Status);
            Assert.All(Enumerable.Range(0, problem.Arcs.Length), arc => Assert.Equal(whole.Flow(arc), sliced.Flow(arc)));
        }
    }

    [Fact]
    public void A_few_changes_take_few_pivots()
    {
        var rng = new Rng(13);
        var problem = new FlowProblem(new FlowParts
        {
            Supplies = [.. Enumerable.Range(0, 400).Select(node => node < 20 ? 10L : node >= 380 ? -10L : 0)],
            Arcs = [.. Enumerable.Range(0, 3000).Select(arc => new FlowArc(arc % 400, arc < 399 ? (arc % 400) + 1 : rng.Next(400), 0, 50, 1 + rng.Next(100)))],
        });
        var simplex = new NetworkSimplex(problem.ToNetwork());
        simplex.Solve();
        var cold = simplex.Pivots;

        for (var arc = 0; arc < 5; arc++)
        {
            simplex.SetCost(700 + arc, 200);
            simplex.SetCapacity(900 + arc, 1);
        }

        Assert.Equal(FlowStatus.Optimal, simplex.Resolve());
        Assert.InRange(simplex.Pivots - cold, 0, cold / 5);
    }

    [Fact]
    public void Both_paths_price_alike()
    {
        var rng = new Rng(14);
        for (var trial = 0; trial < 2000; trial++)
        {
            var (arcs, nodes) = (rng.Next(1, 90), rng.Next(1, 20));
            var spread = trial % 2 == 0 ? 4 : 1_000_000_000;
            var cost = Enumerable.Range(0, arcs).Select(_ => (long)rng.Next(-spread, spread) * rng.Next(1, 1000)).ToArray();
            var potential = Enumerable.Range(0, nodes).Select(_ => (long)rng.Next(-spread, spread)).ToArray();
            var (tail, head) = (Enumerable.Range(0, arcs).Select(_ => rng.Next(nodes)).ToArray(), Enumerable.Range(0, arcs).Select(_ => rng.Next(nodes)).ToArray());
            var side = Enumerable.Range(0, arcs).Select(_ => (sbyte)rng.Next(-1, 2)).ToArray();
            var from = rng.Next(arcs);
            var to = rng.Next(from, arcs + 1);
            var reduced = Enumerable.Range(from, to - from).Select(arc => side[arc] * (cost[arc] + potential[tail[arc]] - potential[head[arc]])).ToList();
            var expected = reduced.Count > 0 && reduced.Min() < 0 ? from + reduced.IndexOf(reduced.Min()) : -1;

            Assert.Equal(expected, ReducedCosts.Least<Simd>(cost, tail, head, side, potential, from, to));
            Assert.Equal(expected, ReducedCosts.Least<ScalarOnly>(cost, tail, head, side, potential, from, to));
        }
    }

    private static void AssertProven(FlowProblem problem, Func<int, long> flow, Func<int, long> potential)
    {
        var plan = new FlowPlan(Enumerable.Range(0, problem.Arcs.Length).Select(flow), Enumerable.Range(0, problem.Supplies.Length).Select(potential));
        Assert.True(FlowChecker.Check(problem, plan).IsOptimal);
    }

    private static void Tell(NetworkSimplex simplex, FlowProblem before, FlowProblem after)
    {
        for (var arc = 0; arc < after.Arcs.Length; arc++)
        {
            if (before.Arcs[arc].Cost != after.Arcs[arc].Cost)
            {
                simplex.SetCost(arc, after.Arcs[arc].Cost);
            }

            if (before.Arcs[arc].Capacity != after.Arcs[arc].Capacity)
            {
                simplex.SetCapacity(arc, after.Arcs[arc].Capacity);
            }
        }

        for (var node = 0; node < after.Supplies.Length; node++)
        {
            if (before.Supplies[node] != after.Supplies[node])
            {
                simplex.SetSupply(node, after.Supplies[node]);
            }
        }
    }
}
