using BerthOpt.Cranes;
using BerthOpt.Search;

namespace BerthOpt.Tests.Cranes;

public sealed class DispatchTests
{
    private static readonly SolverOptions Checked = new() { TimeLimit = null };

    /// <summary>Whatever the wishes and prices are, each task is sent to once, behind all that must come before it, and what the list costs is the checker's word.</summary>
    [Fact]
    public void Lists_of_any_wishes_are_whole()
    {
        var (plans, sent) = (0, 0);
        foreach (var (problem, index) in SmallRails.Draw(1500, 12, withDuty: true).Select((problem, index) => (problem, index)))
        {
            var model = new ListModel(new CraneModel(problem));
            var (dispatch, state, rng) = (new Dispatch(model), new CraneState(model), new Rng((ulong)index));
            var wishes = new DispatchWishes(model.Cranes, model.Model.Groups);
            for (var round = 0; round < 8; round++)
            {
                if (round == 1)
                {
                    wishes.Draw(rng);
                }
                else if (round > 1)
                {
                    wishes.Change(rng, group => dispatch.EndOf(group) > 0);
                }

                dispatch.Build([.. Enumerable.Range(0, model.Tasks).Select(_ => rng.Next(3) * rng.NextDouble())], wishes);
                state.Load(dispatch.Order, dispatch.CraneAt);

                Assert.Equal(Enumerable.Range(0, model.Tasks), dispatch.Order.ToArray().Order());
                Assert.All(Enumerable.Range(0, model.Tasks), task => Assert.All(model.Model.Predecessors[task], before => Assert.True(state.Rank[before] < state.Rank[task])));
                sent++;
                if (state.IsPlan)
                {
                    var check = CraneChecker.Check(problem, state.ToPlan());
                    Assert.True(check.IsValid && check.Cost.Total == state.Cost, problem.Name);
                    plans++;
                }
            }
        }

        Assert.True(plans > sent / 2, $"{plans} plans of {sent} lists");
    }

    [Fact]
    public void The_lane_gives_the_same_plan_again_and_its_cost_is_the_plans()
    {
        var problem = CraneGenerator.Rail(2, 3).ToProblem();
        var model = new ListModel(new CraneModel(problem));
        DispatchSearch[] lanes = [.. Enumerable.Range(0, 2).Select(_ => new DispatchSearch(model, Checked, 2))];
        foreach (var lane in lanes)
        {
            lane.Run(200_000, new StopMonitor(Checked, default));
        }

        Assert.Equal(lanes[0].Best().Hash, lanes[1].Best().Hash);
        Assert.Equal(CraneChecker.Check(problem, lanes[0].Best()).Cost.Total, lanes[0].BestCost);
    }

    /// <summary>On this call one crane does best to work on two crowded bays from the first slot to the last, with all others around it.</summary>
    [Fact]
    public void A_large_call_has_a_close_plan_after_little_work()
    {
        var problem = CraneGenerator.Vessel(24_000, 44).ToProblem();
        var result = CraneSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 1_000_000, Threads = 2 });

        Assert.InRange(result.Gap!.Value, 0, 0.03);
    }
}
