using BerthOpt.Cranes;
using BerthOpt.Search;

namespace BerthOpt.Tests.Cranes;

public sealed class CraneSearchTests
{
    private static readonly SolverOptions Checked = new() { TimeLimit = null, Assertions = AssertionLevel.PerMove };

    /// <summary>The lane compares each plan with the checker, which is asked at every move.</summary>
    [Fact]
    public void Search_finds_the_best_of_all_lists_and_no_bound_is_above_it()
    {
        var missed = 0;
        foreach (var problem in SmallRails.Draw(5000, 4))
        {
            var best = SmallRails.BestCost(problem);
            var model = new ListModel(new CraneModel(problem));
            var lane = new CraneSearch(model, Checked, lane: problem.Tasks.Length % 4);
            lane.Run(6000, new StopMonitor(Checked, default));

            Assert.True(lane.BestCost >= best, $"{lane.BestCost} is better than the best, {best}.");
            Assert.True(best == long.MaxValue || CraneBounds.Of(model).Bound <= best);
            missed += lane.BestCost == best ? 0 : 1;
        }

        // A short walk at random misses a few tight ones.
        Assert.InRange(missed, 0, 10);
    }

    [Fact]
    public void Plans_of_all_objectives_pass_the_checker_at_every_move()
    {
        foreach (var problem in SmallRails.Draw(300, 12, withDuty: true))
        {
            var lane = new CraneSearch(new ListModel(new CraneModel(problem)), Checked, lane: 0);
            lane.Run(3000, new StopMonitor(Checked, default));

            Assert.True(lane.BestCost == long.MaxValue || CraneChecker.Check(problem, lane.Best()).Cost.Total == lane.BestCost);
        }
    }

    [Fact]
    public void The_cost_of_an_insertion_is_what_the_list_costs_then()
    {
        var compared = 0;
        foreach (var problem in SmallRails.Draw(2000, 8).Where(problem => problem.Cranes.All(crane => crane.Outages.IsEmpty)))
        {
            var model = new ListModel(new CraneModel(problem));
            if (model.Before.Zip(model.Model.Predecessors).Any(pair => pair.First.Length > pair.Second.Length))
            {
                // The insertion also keeps the time for tasks between that are not in the list yet.
                continue;
            }

            var state = new CraneState(model);
            var insertion = new ListInsertion(model, state, new Rng(1));
            state.Decode();
            for (var task = 0; task < model.Tasks && state.Late == 0; task++)
            {
                state.Weigh();
                Assert.True(insertion.Find(task));
                state.Insert(task, insertion.Crane, insertion.At);
                state.Decode();
                if (state.Late == 0)
                {
                    Assert.Equal(state.SearchCost, insertion.Cost);
                    compared++;
                }
            }
        }

        Assert.InRange(compared, 1000, int.MaxValue);
    }

    [Fact]
    public void A_list_that_changed_is_timed_as_one_that_is_new()
    {
        var rng = new Rng(7);
        foreach (var problem in SmallRails.Draw(200, 20))
        {
            var model = new ListModel(new CraneModel(problem));
            var (state, fresh) = (new CraneState(model), new CraneState(model));
            new FirstLists(model, state, new ListInsertion(model, state, new Rng(1))).Build(0);
            for (var step = 0; step < 20; step++)
            {
                state.Weigh();
                var task = rng.Next(model.Tasks);
                var (at, crane) = (state.Rank[task], state.CraneAt[state.Rank[task]]);
                state.Remove([task]);
                state.Decode();
                state.Weigh();
                state.Insert(task, crane, at);
                state.Decode();
                state.SortByStart();
                state.Decode();
                state.Weigh();
                fresh.Load(state.Order, state.CraneAt);
                fresh.Weigh();

                Assert.Equal(fresh.StartAt, state.StartAt);
                Assert.Equal(fresh.Tails, state.Tails);
                Assert.Equal(fresh.LateAt, state.LateAt);
                Assert.Equal(fresh.SearchCost, state.SearchCost);
            }
        }
    }

    [Theory]
    [InlineData(200, 5)]
    [InlineData(3000, 10)]
    public void Zones_that_share_a_seam_reach_the_bound_where_travel_takes_no_time(int bays, int cranes)
    {
        var rng = new Rng(3);
        var problem = new CraneProblem(new CraneParts
        {
            Horizon = 10_000_000,
            Cranes = [.. Enumerable.Range(0, cranes).Select(crane => new Crane { Id = $"Q{crane}" })],
            Vessels = [new CraneVessel { Id = "V" }],
            Tasks = [.. Enumerable.Range(0, bays).Select(bay => new CraneTask { Id = $"B{bay}", Position = bay, Handling = 30 + rng.Next(270) })],
        });
        var model = new ListModel(new CraneModel(problem));
        var lane = new CraneSearch(model, Checked with { Assertions = AssertionLevel.PerIncumbent }, lane: 0);

        lane.Run(1, new StopMonitor(Checked, default));

        Assert.Equal(CraneBounds.Of(model).Bound, lane.BestCost);
    }

    [Fact]
    public void The_proof_of_small_problems_says_what_trying_all_lists_says()
    {
        foreach (var problem in SmallRails.Draw(100, 4).Where(problem => problem.Objective.Travel == 0))
        {
            var best = SmallRails.BestCost(problem);
            if (best < long.MaxValue)
            {
                var model = new ListModel(new CraneModel(problem));
                var proof = new FreeCpSatBound(model, Checked, CraneBounds.Of(model).Bound);
                proof.Run(1, best + 1, new StopMonitor(Checked, default));

                Assert.Equal((best, best), (proof.Bound, proof.BestCost));
            }
        }
    }
}
