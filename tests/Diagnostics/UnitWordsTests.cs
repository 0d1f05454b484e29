using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Tests.Diagnostics;

/// <summary>Times and places in messages: by the clock of the port, and in metres.</summary>
public sealed class UnitWordsTests
{
    private static readonly UnitWords _port = new(600, 2.5m, new DateTimeOffset(2026, 11, 23, 22, 0, 0, TimeSpan.FromHours(8)));
    private static readonly UnitWords _plain = new(600, 2.5m, null);

    [Fact]
    public void TimesAreThoseOfThePort()
    {
        Assert.Equal("Mon 23 Nov 22:00", _port.Time(0));
        Assert.Equal("Tue 24 Nov 00:10", _port.Time(13));
        Assert.Equal("Mon 23 Nov 22:10 to 23:40", _port.Times(1, 10));
        Assert.Equal("Mon 23 Nov 22:00 to Tue 24 Nov 00:10", _port.Times(0, 13));
        Assert.Equal("Mon 23 Nov 22:00 on", _port.Times(0, int.MaxValue));
        Assert.Equal("Mon 23 Nov 21:50", _port.Time(-1));
    }

    [Fact]
    public void WithoutACalendarTimesAreCountedFromTheStart()
    {
        Assert.Equal("0 h", _plain.Time(0));
        Assert.Equal("2 h 10 min", _plain.Time(13));
        Assert.Equal("-10 min to 50 min", _plain.Times(-1, 5));
        Assert.Equal("1 h 1 min 1.5 s", new UnitWords(0.5m, 1, null).Time(7323));
    }

    [Fact]
    public void SecondsAreToldWhereThereAreAny() =>
        Assert.Equal("Mon 23 Nov 22:00:30", new UnitWords(30, 1, new DateTimeOffset(2026, 11, 23, 22, 0, 0, TimeSpan.Zero)).Time(1));

    [Fact]
    public void ADayThatNoCalendarHasIsCountedFromTheStart()
    {
        Assert.Equal("600000000 h", new UnitWords(3600, 1, DateTimeOffset.UnixEpoch).Time(600_000_000));
        Assert.Equal("16666666666666666 h 40 min", new UnitWords(60_000_000, 1, DateTimeOffset.UnixEpoch).Time(1_000_000_000_000));
        Assert.EndsWith(" min", new UnitWords(60_000_000, 1, DateTimeOffset.UnixEpoch).Time(long.MaxValue / 4), StringComparison.Ordinal);
    }

    [Fact]
    public void PlacesAreMetres()
    {
        Assert.Equal("2.5 m", _port.Metres(1));
        Assert.Equal("0 to 5 m", _port.Metres(0, 2));
        Assert.Equal("3.3333 m", new UnitWords(60, 10m / 3, null).Metres(1));
    }

    [Fact]
    public void TheCheckerOfBerthsSpeaksSo()
    {
        var problem = new BerthProblem(new BerthParts
        {
            Grid = new Grid { MinutesPerSlot = 30, MetresPerSection = 5, Origin = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.FromHours(8)) },
            Horizon = 96,
            Quays = [new Quay { Id = "north", Length = 60 }],
            Calls = [new Call { Id = "Aurora", Length = 30, Arrival = 29, Handling = Handling.Fixed(12) }],
        });
        var faults = BerthChecker.Check(problem, new BerthPlan([new Assignment(0, -1, 31, 28, 40)])).Faults;
        Assert.Equal(
            ["Call \"Aurora\" lies at 155 to 305 m; expected within 0 to 300 m of quay \"north\".", "Call \"Aurora\" berths at Mon 23 Nov 14:00; expected Mon 23 Nov 14:30 or later."],
            faults.Select(fault => fault.Message));
    }

    [Fact]
    public void TheRulesOfReplanningSpeakSo()
    {
        var problem = new BerthProblem(new BerthParts
        {
            Grid = new Grid { Origin = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.FromHours(8)) },
            Horizon = 48,
            Quays = [new Quay { Id = "north", Length = 60 }],
            Calls = [new Call { Id = "Aurora", Length = 30, Arrival = 1, Handling = Handling.Fixed(12) }],
        });
        var late = new BerthReplan { Now = 10, Events = [new EtaChanged { Call = 0, Arrival = 12 }, new VisibilityClosed { Slots = new Interval(2, 6) }] };
        var refusal = Assert.Throws<InvalidInputException>(() => BerthRevision.Of(problem, new BerthPlan([new Assignment(0, -1, 0, 1, 13)]), late));
        Assert.Equal(
            ["changes, but call \"Aurora\" has begun at Mon 23 Nov 01:00; expected one that begins at Mon 23 Nov 10:00 or later.", "ends at Mon 23 Nov 06:00; expected later than now, Mon 23 Nov 10:00."],
            refusal.Faults.Select(fault => fault.Message));
    }

    [Fact]
    public void TheCheckerOfCranesSpeaksSo()
    {
        var problem = new CraneProblem(new CraneParts
        {
            Grid = new CraneGrid { SecondsPerSlot = 10, Origin = new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero) },
            Horizon = 1000,
            Cranes = [new Crane { Id = "Q1" }],
            Vessels = [new CraneVessel { Id = "V", Ready = 6 }],
            Tasks = [new CraneTask { Id = "T", Position = 3, Handling = 90 }],
        });
        var faults = CraneChecker.Check(problem, new CranePlan([new TaskAssignment(0, 3, 93)])).Faults;
        Assert.Equal(["Task \"T\" starts at Mon 23 Nov 06:00:30; expected Mon 23 Nov 06:01, when vessel \"V\" is ready, or later."], faults.Select(fault => fault.Message));
    }
}
