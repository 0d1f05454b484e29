using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Empties;
using BerthOpt.Empties.Flows;
using BerthOpt.Search;
using BerthOpt.Tests.Search;

namespace BerthOpt.Tests.Empties;

/// <summary>The solver of empties obeys the laws of all solvers.</summary>
public sealed class EmptiesSolverTests : SolverContract<EmptiesProblem, EmptiesPlan>
{
    protected override IReadOnlyList<(string Kind, EmptiesProblem Problem)> Problems { get; } =
    [
        ("carrier", EmptiesGenerator.Carrier(12, 1, 6)),
        ("one type", new EmptiesProblem(EmptiesGenerator.Carrier(12, 2, 6).Parts is var parts ? parts with
        {
            Types = parts.Types[..1],
            Stocks = [.. parts.Stocks.Where(stock => stock.Type == 0)],
            Supplies = [.. parts.Supplies.Where(supply => supply.Type == 0)],
            Demands = [.. parts.Demands.Where(demand => demand.Type == 0)],
            Substitutions = [],
            Leases = parts.Leases[..1],
        } : null!)),
        ("hub", EmptiesGenerator.Hub(4, 3, 4)),
    ];

    protected override EmptiesProblem Nothing => EmptiesExamples.Nothing;

    protected override EmptiesProblem One => EmptiesExamples.One;

    protected override long Work => 12_000_000;

    [Fact]
    public void A_problem_is_needed() => Assert.Throws<ArgumentNullException>(() => EmptiesSolver.Solve(null!));

    [Fact]
    public void One_type_is_solved_to_the_optimum()
    {
        var result = EmptiesSolver.Solve(Problems[1].Problem, new SolverOptions { TimeLimit = TimeSpan.FromMinutes(1) });

        Assert.Equal((SolveStatus.Optimal, StopReason.Proven, "network"), (result.Status, result.StopReason, result.BoundMethod));
    }

    [Fact]
    public void Several_types_come_near_the_bound()
    {
        var result = EmptiesSolver.Solve(Problems[0].Problem, new SolverOptions { TimeLimit = null, WorkLimit = 60_000_000 });

        Assert.InRange(result.Gap!.Value, 0, 0.01);
    }

    [Fact]
    public void A_booking_of_more_than_there_is_has_no_plan()
    {
        var parts = EmptiesExamples.TwoPorts with { Locks = [new LockedMove { Voyage = 0, FromStop = 0, ToStop = 1, Type = 1, Count = 11 }] };

        Assert.Equal(SolveStatus.Infeasible, EmptiesSolver.Solve(new EmptiesProblem(parts)).Status);
    }

    [Fact]
    public void That_there_is_no_plan_is_proven_by_named_places()
    {
        var parts = EmptiesExamples.TwoPorts with { Voyages = [EmptiesExamples.TwoPorts.Voyages[0] with { Legs = [new VoyageLeg()] }] };
        var booked = new EmptiesProblem(parts with { Locks = [new LockedMove { Voyage = 0, FromStop = 0, ToStop = 1, Type = 1, Count = 13 }] });
        var tight = new EmptiesProblem(EmptiesExamples.TwoPorts with { Limits = [new FlowLimit { Link = 0, First = 3, Last = 3, Type = 0, Least = 3 }] });

        var conflict = EmptiesSolver.FindConflict(booked)!;
        Assert.Equal(3, conflict.Excess);
        Assert.Contains(new ConflictPlace(0, 1, 1), conflict.Places);
        Assert.Contains("location \"A\", type \"40\"", conflict.Message, StringComparison.Ordinal);
        Assert.Equal(conflict.Excess, (long)FlowChecker.Excess(conflict.Network, conflict.Cut));
        Assert.Contains("Link \"T\" in period 3", EmptiesSolver.FindConflict(tight)!.Message, StringComparison.Ordinal);
        Assert.Null(EmptiesSolver.FindConflict(EmptiesExamples.One));
    }

    /// <summary>A truck must carry five each way in no time; there is one container, which goes to and fro, or none, and then there is no plan.</summary>
    [Theory]
    [InlineData(1, SolveStatus.Optimal)]
    [InlineData(0, SolveStatus.Unknown)]
    public void Plans_need_containers_that_are_there(int stock, SolveStatus status)
    {
        var problem = new EmptiesProblem(EmptiesExamples.TwoPorts with
        {
            Types = [new ContainerType { Id = "20" }],
            Stocks = [new LocationStock { Location = 0, Type = 0, Initial = stock }],
            Demands = [],
            Links = [new Link { Id = "T", From = 0, To = 1, Transit = 0 }, new Link { Id = "U", From = 1, To = 0, Transit = 0 }],
            Limits = [new FlowLimit { Link = 0, First = 2, Last = 2, Least = 5 }, new FlowLimit { Link = 1, First = 2, Last = 2, Least = 4 }],
        });

        var result = EmptiesSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 300_000 });

        Assert.Equal(status, result.Status);
    }

    /// <summary>Week by week: a plan of the whole problem, not far from what one look at all of it gives.</summary>
    [Fact]
    public void A_rolling_plan_is_one_of_the_whole_problem()
    {
        var problem = EmptiesGenerator.Hub(4, 9, 8);
        var whole = EmptiesSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 40_000_000 });
        var options = new SolverOptions { TimeLimit = null, WorkLimit = 80_000_000 };
        var rolling = RollingEmptiesSolver.Solve(problem, new RollingEmptiesOptions { WindowPeriods = 28 }, options);

        Assert.NotNull(rolling.Plan);
        Assert.True(EmptiesChecker.Check(problem, rolling.Plan).IsValid);
        Assert.InRange(rolling.Cost!.Value, whole.LowerBound!.Value, whole.Cost!.Value * 3 / 2);
        Assert.Equal(rolling.Plan.Hash, RollingEmptiesSolver.Solve(problem, new RollingEmptiesOptions { WindowPeriods = 28 }, options with { Threads = 1 }).Plan!.Hash);
    }

    /// <summary>Hire, bookings, limits and what is under way go from window to window.</summary>
    [Fact]
    public void Random_problems_are_planned_window_by_window()
    {
        var plans = 0;
        for (var seed = 0UL; seed < 200; seed++)
        {
            var problem = RandomEmptiesProblems.Create(seed);
            var result = RollingEmptiesSolver.Solve(problem, new RollingEmptiesOptions { WindowPeriods = 3, StepPeriods = 1 }, new SolverOptions { TimeLimit = null, WorkLimit = 3_000_000, Threads = 1 });

            Assert.True(result.Plan is null || EmptiesChecker.Check(problem, result.Plan).IsValid, $"seed {seed}");
            plans += result.Plan is null ? 0 : 1;
        }

        Assert.InRange(plans, 120, 200);
    }

    [Fact]
    public void A_problem_that_would_fill_the_memory_is_refused()
    {
        ImmutableArray<Link> links = [.. Enumerable.Range(0, 3_000).Select(index => new Link { Id = $"{index}", From = 0, To = 1, Transit = 1 })];
        var parts = EmptiesExamples.TwoPorts with { Periods = 4_000, Links = links };

        Assert.Equal("problem-too-large", Assert.Single(Assert.Throws<InvalidInputException>(() => EmptiesSolver.Solve(new EmptiesProblem(parts))).Faults).Code);
    }

    /// <summary>Runs take four and give two: a flow of two for one is half a run, which no plan has.</summary>
    [Fact]
    public void Runs_are_whole_where_what_they_take_and_give_have_a_divisor()
    {
        var problem = new EmptiesProblem(new EmptiesParts
        {
            Periods = 4,
            Types = [new ContainerType { Id = "20" }, new ContainerType { Id = "40" }],
            Locations = [new Location { Id = "A" }],
            Stocks = [new LocationStock { Location = 0, Type = 0, Initial = 6 }],
            Demands = [new Demand { Location = 0, Type = 1, Period = 3, Count = 3, ShortageCost = 100 }],
            Conversions = [new Conversion { Id = "C", Location = 0, From = 0, To = 1, In = 4, Out = 2, Delay = 1, Cost = 1 }],
        });

        var result = EmptiesSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 2_000_000 });

        // One run for two boxes; the third is not given.
        Assert.Equal(101, result.Cost);
        Assert.InRange(result.LowerBound!.Value, 0, 101);
    }

    /// <summary>Runs stay bound to what they give when a vessel that is too small is dealt out afterwards.</summary>
    [Fact]
    public void Runs_and_a_full_vessel_have_a_plan()
    {
        var parts = EmptiesExamples.TwoPorts;
        var problem = new EmptiesProblem(parts with
        {
            Demands = [.. parts.Demands, new Demand { Location = 0, Type = 1, Period = 9, Count = 12, ShortageCost = 100 }],
            Conversions = [new Conversion { Id = "C", Location = 0, From = 0, To = 1, In = 2, Out = 1, Delay = 1, Cost = 1 }],
        });

        var result = EmptiesSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 2_000_000 });

        Assert.NotNull(result.Plan);
    }

    /// <summary>Two stocks of as many as one entry may hold come together before the second window begins.</summary>
    [Fact]
    public void A_window_begins_with_more_containers_than_one_entry_holds()
    {
        const int Many = EmptiesProblem.MaxCount;
        var problem = new EmptiesProblem(new EmptiesParts
        {
            Periods = 4,
            Types = [new ContainerType { Id = "20" }],
            Locations = [new Location { Id = "A" }, new Location { Id = "B" }],
            Stocks = [new LocationStock { Location = 0, Type = 0, Initial = Many, StorageCost = 5 }, new LocationStock { Location = 1, Type = 0, Initial = Many }],
            Links = [new Link { Id = "T", From = 0, To = 1, Transit = 1, Cost = 1, Most = Many }],
        });

        var result = RollingEmptiesSolver.Solve(problem, new RollingEmptiesOptions { WindowPeriods = 2, StepPeriods = 1 }, new SolverOptions { TimeLimit = null });

        Assert.Equal(Many, result.Cost);
    }

    /// <summary>Costs at the end of their range, over many periods and places.</summary>
    [Fact]
    public void Great_costs_do_not_overflow()
    {
        ImmutableArray<Location> places = [.. Enumerable.Range(0, 20_000).Select(index => new Location { Id = $"{index}" })];
        var problem = new EmptiesProblem(new EmptiesParts
        {
            Periods = 4_000,
            Types = [new ContainerType { Id = "20" }],
            Locations = places,
            Stocks = [.. Enumerable.Range(0, places.Length).Select(index => new LocationStock { Location = index, Type = 0, Initial = index == 0 ? 1 : 0, StorageCost = 1_000_000_000 })],
        });

        var result = EmptiesSolver.Solve(problem, new SolverOptions { TimeLimit = null });

        Assert.Equal((SolveStatus.Optimal, 4_000_000_000_000), (result.Status, result.Cost));
    }

    protected override SolveResult<EmptiesPlan> Solve(EmptiesProblem problem, SolverOptions? options, IProgress<SolveProgress>? progress, CancellationToken cancellation) =>
        EmptiesSolver.Solve(problem, options, progress, cancellation);

    protected override (IReadOnlyList<string> Faults, long Cost) Check(EmptiesProblem problem, EmptiesPlan plan)
    {
        var check = EmptiesChecker.Check(problem, plan);
        return ([.. check.Faults.Select(fault => fault.ToString())], check.Cost.Total);
    }

    protected override string Identity(EmptiesPlan plan) => plan.Hash;
}
