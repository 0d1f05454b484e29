using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Diagnostics;
using BerthOpt.Port;
using BerthOpt.Search;

namespace BerthOpt.Tests.Port;

/// <summary>Handling times from bays, and the whole chain.</summary>
public sealed class PortSolverTests
{
    private static readonly SolverOptions Little = new() { TimeLimit = null, WorkLimit = 50_000, Threads = 2 };
    private static readonly PortOptions Options = new() { Berths = Little, Table = Little, Cranes = Little };

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    public void The_table_is_never_below_the_window_bound(ulong seed)
    {
        var work = PortGenerator.Day(4, seed);

        var table = HandlingTimeTable.Create(work, Little);

        Assert.Equal(work.Berths.Calls.Sum(call => call.Handling.MaxCranes - call.Handling.MinCranes + 1), table.Times.Length);
        Assert.All(table.Times, time => Assert.True(time.Slots >= Window(work, time.Call, time.Cranes) && time.Slots >= time.BoundSlots, $"{time}"));
        Assert.All(table.Times, time => Assert.Equal(time.Slots, table.Problem.Calls[time.Call].Handling.Work[time.Cranes - table.Problem.Calls[time.Call].Handling.MinCranes]));
    }

    [Fact]
    public void Equal_workloads_are_solved_once()
    {
        var day = PortGenerator.Day(1, 5);
        var call = day.Berths.Calls[0];
        var berths = new BerthProblem(day.Berths.Parts with { Calls = [call, call with { Id = "Twin" }] });
        var vessel = day.Bays.Vessels[0];
        var bays = day.Bays with
        {
            Vessels = [vessel, vessel with { Vessel = new CraneVessel { Id = "Twin" } }],
            Work = [.. day.Bays.Work, .. day.Bays.Work.Select(work => work with { Vessel = 1 })],
        };

        var table = HandlingTimeTable.Create(new PortWork(berths, bays), Little);

        Assert.Equal(table.Times.Length, 2 * table.Solved);
    }

    [Theory]
    [InlineData(3, 1UL)]
    [InlineData(5, 2UL)]
    public void The_chain_ends_in_plans_that_all_checkers_approve(int calls, ulong seed)
    {
        var work = PortGenerator.Day(calls, seed);

        var result = PortSolver.Solve(work, Options);

        Assert.NotNull(result.Best);
        foreach (var round in result.Rounds)
        {
            Assert.True(BerthChecker.Check(round.Problem, round.Berths.Plan!).IsValid);
            Assert.True(CraneSplitChecker.Check(round.Problem, round.Berths.Plan!, round.Split!.Plan!).IsValid);
            var check = BerthChecker.Check(round.PlanProblem, round.Plan!);
            Assert.True(check.IsValid);
            Assert.Equal(check.Cost.Total, round.Cost);
            foreach (var rail in round.Rails)
            {
                var judged = CraneChecker.Check(rail.Problem, rail.Result.Plan!);
                Assert.True(judged.IsValid);
                Assert.Equal(judged.Cost.Total, rail.Result.Cost);
                Assert.True(rail.Result.LowerBound <= rail.Result.Cost);
            }

            // Every crane works on calls that the split gives it alone, and none before its ship has berthed.
            var rows = round.Rails[0].Problem.Tasks.Zip(round.Rails[0].Result.Plan!.Assignments);
            Assert.All(rows, row =>
            {
                var call = round.Rails[0].Calls[row.First.Vessel];
                Assert.Contains(round.Split.Plan!.Stints, stint => stint.Call == call && stint.Cranes.Contains(row.Second.Crane));
                Assert.True(row.Second.Start >= round.Berths.Plan!.Assignments[call]!.Value.Start * 15 * 60);
            });
        }
    }

    [Fact]
    public void The_same_work_limits_give_the_same_chain()
    {
        var work = PortGenerator.Day(3, 7);

        var one = PortSolver.Solve(work, Options);
        var two = PortSolver.Solve(work, Options with { Table = Little with { Threads = 1 }, Berths = Little with { Threads = 1 } });

        Assert.Equal(one.Rounds.Select(round => round.Plan!.Hash), two.Rounds.Select(round => round.Plan!.Hash));
        Assert.Equal(one.Rounds.Select(round => round.Rails[0].Result.Plan!.Hash), two.Rounds.Select(round => round.Rails[0].Result.Plan!.Hash));
    }

    [Fact]
    public void Bays_that_do_not_fit_the_berths_are_refused()
    {
        var day = PortGenerator.Day(2, 1);

        var fault = Assert.Throws<InvalidInputException>(() => new PortWork(day.Berths, day.Bays with
        {
            Cranes = day.Bays.Cranes.RemoveAt(0),
            Vessels = [day.Bays.Vessels[0] with { FirstBayMetres = 300 }, day.Bays.Vessels[1] with { Vessel = new CraneVessel { Id = "Nobody" } }],
        }));

        Assert.Equal(["bay-outside-hull", "crane-number", "unknown-reference"], fault.Faults.Select(each => each.Code).Order());
    }

    /// <summary>Bays nearer to each other than k clearances have k cranes at most: their work over k, by the fastest crane for each task.</summary>
    private static int Window(PortWork work, int call, int cranes)
    {
        var vessel = work.VesselOfCall[call];
        var tasks = (work.Bays with { Work = [.. work.Bays.Work.Where(bay => bay.Vessel == vessel)] }).ToProblem().Tasks;
        long least = 0;
        for (var count = 1; count <= cranes; count++)
        {
            foreach (var first in tasks)
            {
                var near = tasks.Where(task => task.Position >= first.Position && (count == cranes || task.Position < first.Position + (count * work.Bays.Rail.Clearance)));
                least = Math.Max(least, (near.Sum(task => (long)task.Handling) + count - 1) / count);
            }
        }

        return (int)((least + (15 * 60) - 1) / (15 * 60));
    }
}
