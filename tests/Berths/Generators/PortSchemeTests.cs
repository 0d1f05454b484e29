using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths.Generators;

public sealed class PortSchemeTests
{
    private static readonly BerthProblem Week = BerthGenerator.Port(1, 7);

    [Fact]
    public void Has_the_outline_of_the_port()
    {
        Assert.InRange(Week.Quays.Sum(quay => quay.Length) * 10, 8651 - 39, 8651);
        Assert.Equal(91, Week.CranePools.Sum(pool => pool.Count));
        Assert.Equal(210, Week.Calls.Count(call => call.Pin is null));
        Assert.Equal((1, 1, 1), (Week.Movements.Bans.Length, Week.Closures.Length, Week.CranePools.Sum(pool => pool.Outages.Length)));
        Assert.All(Week.Calls, call => Assert.InRange(call.Length, 8, 40));
        Assert.All(Week.Calls, call => Assert.Equal((call.Moves + 12) / 13, call.Handling.Work[0]));
        Assert.All(Week.Calls, call => Assert.InRange(call.DraughtCentimetres, 500, 1800));
    }

    [Fact]
    public void Calls_come_around_their_pro_forma_time_in_every_week()
    {
        var problem = BerthGenerator.Port(4, 7);
        var byWeek = problem.Calls.Where(call => call.Pin is null).CountBy(call => Math.Min(3, call.Arrival / 336)).ToDictionary();

        Assert.All(byWeek.Values, count => Assert.InRange(count, 190, 230));
        Assert.All(problem.Calls, call => Assert.True(call.Due > call.Arrival && call.Due < problem.Horizon));
    }

    /// <summary>A ship with a shallower draught may move whenever a deeper one may; the deepest have windows twice a day.</summary>
    [Fact]
    public void Deep_ships_have_tide_windows_and_others_do_not()
    {
        var deep = Week.Calls.Where(call => call.DepartureWindows is not null || call.ArrivalWindows is not null).ToArray();

        Assert.InRange(deep.Length, 15, 60);
        Assert.All(deep, call => Assert.True(call.DraughtCentimetres > 1500));
        Assert.All(deep.SelectMany(call => call.DepartureWindows?.Windows ?? []), window => Assert.InRange(window.To, 1, Week.Horizon + 1));
        Assert.All(Week.Calls.Where(call => call.DraughtCentimetres < 1500), call => Assert.Null(call.ArrivalWindows));
        Assert.Contains(deep, call => call.ArrivalWindows?.Windows.Length > Week.Horizon / 30);
    }

    [Fact]
    public void The_tide_has_the_range_of_its_constituents_and_two_highs_a_day()
    {
        var levels = PortTide.Levels(30 * 48, new Rng(1));
        var highs = Enumerable.Range(1, levels.Length - 2).Count(slot => levels[slot] > levels[slot - 1] && levels[slot] >= levels[slot + 1]);

        Assert.InRange(levels.Min(), 261 - 266, 261 - 150);
        Assert.InRange(levels.Max(), 261 + 150, 261 + 266);
        Assert.InRange(levels.Average(), 251, 271);
        Assert.InRange(highs, 55, 60);
    }

    [Fact]
    public void Ships_alongside_at_the_start_do_not_touch()
    {
        var pinned = Week.Calls.Where(call => call.Pin is not null).ToArray();

        Assert.InRange(pinned.Length, 8, 40);
        foreach (var quay in pinned.GroupBy(call => call.Pin!.Quay))
        {
            var row = quay.OrderBy(call => call.Pin!.Position).ToArray();
            Assert.All(row.Zip(row.Skip(1)), pair => Assert.True(pair.First.Pin!.Position + pair.First.Length + 2 <= pair.Second.Pin!.Position));
        }
    }

    /// <summary>Under a plain first-come rule the quays are busy and many ships wait, yet every one finds a place.</summary>
    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void A_week_is_busy_and_can_be_planned(ulong seed)
    {
        var problem = BerthGenerator.Port(1, seed);
        var plan = FirstComeFirstServed.Plan(problem);
        Assert.Empty(BerthChecker.Check(problem, plan).Faults);
        var stays = problem.Calls.Zip(plan.Assignments, (call, lies) => (Call: call, Lies: lies!.Value)).ToArray();
        var occupied = stays.Sum(stay => stay.Call.Length * (double)Math.Max(0, Math.Min(336, stay.Lies.End) - stay.Lies.Start));
        var fresh = stays.Where(stay => stay.Call.Pin is null).ToArray();

        Assert.InRange(occupied / 336 / problem.Quays.Sum(quay => quay.Length), 0.60, 0.75);
        Assert.InRange(fresh.Count(stay => stay.Lies.Start == stay.Call.Arrival) / (double)fresh.Length, 0.15, 0.6);
        Assert.InRange(fresh.Average(stay => stay.Lies.Start - stay.Call.Arrival) / 2, 1, 8);
    }
}
