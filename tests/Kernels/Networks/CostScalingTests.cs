using BerthOpt.Empties.Flows;
using BerthOpt.Kernels.Networks;
using BerthOpt.Tests.Empties.Flows;

namespace BerthOpt.Tests.Kernels.Networks;

public sealed class CostScalingTests
{
    [Fact]
    public void It_finds_the_flow_that_the_network_simplex_finds_or_gives_up_where_there_is_none()
    {
        var rng = new Rng(21);
        var solved = 0;
        for (var trial = 0; trial < 3000; trial++)
        {
            var problem = RandomFlows.Draw(rng);
            if (problem.Arcs.Any(arc => arc.Capacity == FlowProblem.Unlimited || arc.Tail == arc.Head))
            {
                continue;
            }

            var network = problem.ToNetwork();
            var simplex = new NetworkSimplex(network);
            var scaling = new CostScaling(network, 1_000_000);
            Assert.True(CostScaling.Fits(network, 1 << 30));
            if (simplex.Solve() != FlowStatus.Optimal)
            {
                Assert.Equal(FlowStatus.Unknown, scaling.Solve());
                Assert.True(scaling.GaveUp);
                continue;
            }

            Assert.Equal(FlowStatus.Optimal, scaling.Solve());
            var plan = new FlowPlan(Enumerable.Range(0, network.Arcs).Select(scaling.Flow), Enumerable.Range(0, network.Nodes).Select(scaling.Potential));
            Assert.True(FlowChecker.Check(problem, plan).IsOptimal, $"network {trial}");
            solved++;
        }

        Assert.True(solved > 100, $"{solved} solved");
    }

    [Fact]
    public void Work_in_slices_gives_the_same_flow()
    {
        var problem = new FlowProblem(new FlowParts { Supplies = [3, 0, -3], Arcs = [new(0, 1, 0, 5, 4), new(1, 2, 0, 2, 4), new(0, 2, 0, 2, 9)] });
        var scaling = new CostScaling(problem.ToNetwork(), 100);
        var slices = 1;
        for (; scaling.Solve(1) == FlowStatus.Unknown; slices++)
        {
            Assert.False(scaling.GaveUp || scaling.HasFlow || slices > 1000);
        }

        Assert.InRange(slices, 2, 1000);
        Assert.Equal([2L, 2L, 1L], Enumerable.Range(0, 3).Select(scaling.Flow));
    }
}
