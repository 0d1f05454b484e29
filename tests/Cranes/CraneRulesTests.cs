using BerthOpt.Cranes;
using BerthOpt.Diagnostics;
using static BerthOpt.Tests.Cranes.CraneExamples;

namespace BerthOpt.Tests.Cranes;

/// <summary>What is no problem is refused, with a code and a place for each fault.</summary>
public sealed class CraneRulesTests
{
    private static readonly CraneParts Good = Yard(3, Task("A", 4), Task("B", 10), Task("C", 20, 0));

    public static TheoryData<string> Names => [.. Cases.Select(example => example.Name)];

    private static List<(string Name, string Code, string Place, CraneParts Parts)> Cases { get; } =
    [
        ("no cranes", "missing", "/cranes", Good with { Cranes = [] }),
        ("cranes no list", "missing", "/cranes", Good with { Cranes = default }),
        ("tasks no list", "missing", "/tasks", Good with { Tasks = default }),
        ("no horizon", "out-of-range", "/horizon", Good with { Horizon = 0 }),
        ("too long a horizon", "out-of-range", "/horizon", Good with { Horizon = CraneProblem.MaxHorizon + 1 }),
        ("seconds", "out-of-range", "/grid/secondsPerSlot", Good with { Grid = new CraneGrid { SecondsPerSlot = 0.0009m } }),
        ("metres", "out-of-range", "/grid/metresPerSection", Good with { Grid = new CraneGrid { MetresPerSection = 1_000_001 } }),
        ("direction", "out-of-range", "/direction", Good with { Direction = (CraneDirection)4 }),
        ("travel slots", "out-of-range", "/rail/travelSlots", Good.OnRail(rail => rail with { TravelSlots = 1_000_001 })),
        ("travel sections", "out-of-range", "/rail/travelSections", Good.OnRail(rail => rail with { TravelSections = 0 })),
        ("clearance", "out-of-range", "/rail/clearance", Good.OnRail(rail => rail with { Clearance = -1 })),
        ("rail end", "out-of-range", "/rail/from", Good.OnRail(rail => rail with { From = -CraneProblem.MaxPosition - 1 })),
        ("row of cranes", "out-of-range", "/rail/clearance", Good.OnRail(rail => rail with { Clearance = CraneProblem.MaxPosition }) with { Cranes = [.. Enumerable.Range(0, 34).Select(number => new Crane { Id = $"Q{number}" })] }),
        ("short rail", "rail-too-short", "/rail/to", Good.OnRail(rail => rail with { From = 4, To = 7 })),
        ("crane id", "bad-id", "/cranes/1/id", Good.WithCrane(1, crane => crane with { Id = " " })),
        ("same crane id", "duplicate-id", "/cranes/2/id", Good.WithCrane(2, crane => crane with { Id = "Q1" })),
        ("ready", "out-of-range", "/cranes/1/ready", Good.WithCrane(1, crane => crane with { Ready = -1 })),
        ("gone before ready", "out-of-range", "/cranes/1/until", Good.WithCrane(1, crane => crane with { Ready = 5, Until = 4 })),
        ("rate", "out-of-range", "/cranes/1/ratePercent", Good.WithCrane(1, crane => crane with { RatePercent = 0 })),
        ("far start", "out-of-range", "/cranes/1/start", Good.WithCrane(1, crane => crane with { Start = CraneProblem.MaxPosition + 1 })),
        ("start off the rail", "out-of-range", "/cranes/1/start", Good.OnRail(rail => rail with { From = 3 }).WithCrane(1, crane => crane with { Start = 2 })),
        ("final off the rail", "out-of-range", "/cranes/1/final", Good.OnRail(rail => rail with { To = 30 }).WithCrane(1, crane => crane with { Final = 31 })),
        ("start without room", "out-of-range", "/cranes/1/start", Good.OnRail(rail => rail with { From = 0, StartsBlock = true }).WithCrane(1, crane => crane with { Start = 1 })),
        ("starts too near", "starts-too-near", "/cranes/2/start", Good.OnRail(rail => rail with { StartsBlock = true }).WithCrane(0, crane => crane with { Start = 5 }).WithCrane(2, crane => crane with { Start = 8 })),
        ("reach", "empty-interval", "/cranes/0/reach", Good.WithCrane(0, crane => crane with { Reach = new Interval(3, 3) })),
        ("outage", "empty-interval", "/cranes/0/outages/1", Good.WithCrane(0, crane => crane with { Outages = [new Interval(3, 4), new Interval(6, 5)] })),
        ("outages overlap", "unordered-windows", "/cranes/0/outages/1", Good.WithCrane(0, crane => crane with { Outages = [new Interval(3, 5), new Interval(4, 6)] })),
        ("vessel id", "duplicate-id", "/vessels/1/id", Good with { Vessels = [new CraneVessel { Id = "V" }, new CraneVessel { Id = "V" }] }),
        ("vessel ready", "out-of-range", "/vessels/0/ready", Good.WithVessel(vessel => vessel with { Ready = -1 })),
        ("vessel due", "out-of-range", "/vessels/0/due", Good.WithVessel(vessel => vessel with { Due = -1 })),
        ("vessel deadline", "out-of-range", "/vessels/0/deadline", Good.WithVessel(vessel => vessel with { Deadline = -1 })),
        ("vessel rate", "out-of-range", "/vessels/0/rate", Good.WithVessel(vessel => vessel with { Rate = 1_000_000_001 })),
        ("task id", "duplicate-id", "/tasks/2/id", With(task => task with { Id = "A" })),
        ("vessel of a task", "unknown-reference", "/tasks/2/vessel", With(task => task with { Vessel = 1 })),
        ("position", "out-of-range", "/tasks/2/position", With(task => task with { Position = CraneProblem.MaxPosition + 1 })),
        ("handling", "out-of-range", "/tasks/2/handling", With(task => task with { Handling = -1 })),
        ("moves", "out-of-range", "/tasks/2/moves", With(task => task with { Moves = -1 })),
        ("bay", "out-of-range", "/tasks/2/bay", With(task => task with { Bay = -1 })),
        ("place", "out-of-range", "/tasks/2/place", With(task => task with { Place = (TaskPlace)3 })),
        ("work", "out-of-range", "/tasks/2/work", With(task => task with { Work = (TaskWork)6 })),
        ("times", "handling-table", "/tasks/2/handlingByCrane", With(task => task with { HandlingByCrane = [1, 2] })),
        ("a time", "out-of-range", "/tasks/2/handlingByCrane/1", With(task => task with { HandlingByCrane = [1, -2, 3] })),
        ("pinned start", "out-of-range", "/tasks/2/pin/start", With(task => task with { Pin = new TaskPin(Start: 1001) })),
        ("pinned crane", "unknown-reference", "/tasks/2/pin/crane", With(task => task with { Pin = new TaskPin(Crane: 3) })),
        ("pinned crane that cannot", "pin-disagrees", "/tasks/2/pin/crane", With(task => task with { Pin = new TaskPin(Crane: 1), HandlingByCrane = [1, -1, 1] })),
        ("pinned crane out of reach", "pin-disagrees", "/tasks/2/pin/crane", With(task => task with { Pin = new TaskPin(Crane: 1) }).WithCrane(1, crane => crane with { Reach = new Interval(0, 20) })),
        ("precedence of nothing", "unknown-reference", "/precedences/0/second", Good with { Precedences = [new TaskPair(0, 3)] }),
        ("precedence of one", "same-task", "/precedences/0", Good with { Precedences = [new TaskPair(1, 1)] }),
        ("precedence cycle", "precedence-cycle", "/precedences/2", Good with { Precedences = [new TaskPair(0, 1), new TaskPair(1, 2), new TaskPair(2, 1)] }),
        ("pair of nothing", "unknown-reference", "/nonSimultaneous/0/first", Good with { NonSimultaneous = [new TaskPair(-1, 1)] }),
        ("pair of one", "same-task", "/nonSimultaneous/1", Good with { NonSimultaneous = [new TaskPair(0, 1), new TaskPair(1, 1)] }),
        ("weight", "out-of-range", "/objective/travel", Good with { Objective = new CraneObjective { Travel = -1 } }),
        ("too great a weight", "out-of-range", "/objective/completion", Good with { Objective = new CraneObjective { Completion = 1_000_000_000_001 } }),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void One_fault_is_told_at_its_place(string name)
    {
        var example = Cases.Single(example => example.Name == name);

        var fault = Assert.Single(CraneRules.Faults(example.Parts));

        Assert.Equal((example.Code, example.Place), (fault.Code, fault.Place));
    }

    [Fact]
    public void What_lies_at_the_limits_is_good()
    {
        var parts = Good.OnRail(rail => rail with { From = 4, To = 8, StartsBlock = true, Clearance = 2 })
            .WithCrane(0, crane => crane with { Start = 4, Ready = 5, Until = 5, Outages = [new Interval(0, 3), new Interval(3, 4)] })
            .WithCrane(1, crane => crane with { Start = 6, Final = 8 }) with
        {
            Precedences = [new TaskPair(0, 1), new TaskPair(0, 1), new TaskPair(1, 2), new TaskPair(0, 2)],
        };

        Assert.Empty(CraneRules.Faults(parts));
    }

    [Fact]
    public void All_faults_come_at_once()
    {
        var parts = With(task => task with { Id = "A", Handling = -1 }) with { Horizon = 0, Precedences = [new TaskPair(1, 1), new TaskPair(9, 9)] };

        var thrown = Assert.Throws<InvalidInputException>(() => new CraneProblem(parts));

        Assert.Equal(
            ["/horizon", "/precedences/0", "/precedences/1/first", "/precedences/1/second", "/tasks/2/handling", "/tasks/2/id"],
            thrown.Faults.Select(fault => fault.Place).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_separate_cycle_is_told()
    {
        var parts = Yard(1, [.. Enumerable.Range(0, 7).Select(index => Task($"T{index}"))]) with
        {
            Precedences = [new TaskPair(6, 0), new TaskPair(0, 1), new TaskPair(1, 0), new TaskPair(1, 2), new TaskPair(3, 4), new TaskPair(4, 5), new TaskPair(5, 3)],
        };

        Assert.Equal(["/precedences/2", "/precedences/6"], CraneRules.Faults(parts).Select(fault => fault.Place));
    }

    /// <summary>The greatest cost that a plan could have is 2^62 - 1 by each term alone, just accepted; one weight more is too much.</summary>
    [Theory]
    [InlineData(4_294_967_295, true)]
    [InlineData(4_294_967_296, false)]
    public void Costs_must_fit(long weight, bool fits)
    {
        var parts = Yard(1, Task()).WithVessel(vessel => vessel with { Rate = 1 }) with { Horizon = CraneProblem.MaxHorizon, Objective = new CraneObjective { Makespan = 0, Completion = weight } };

        Assert.Equal(fits ? [] : ["cost-overflow"], CraneRules.Faults(parts).Select(fault => fault.Code));
        Assert.Equal(fits ? [] : ["cost-overflow"], CraneRules.Faults(parts with { Objective = new CraneObjective { Makespan = weight } }).Select(fault => fault.Code));
        Assert.Equal(fits ? [] : ["cost-overflow"], CraneRules.Faults(parts with { Objective = new CraneObjective { Makespan = 0, CraneSlots = weight } }).Select(fault => fault.Code));
        Assert.Equal(fits ? [] : ["cost-overflow"], CraneRules.Faults(parts.WithVessel(vessel => vessel with { Due = 0 }) with { Objective = new CraneObjective { Makespan = 0, Lateness = weight } }).Select(fault => fault.Code));
    }

    private static CraneParts With(Func<CraneTask, CraneTask> change) => Good with { Tasks = Good.Tasks.SetItem(2, change(Good.Tasks[2])) };
}
