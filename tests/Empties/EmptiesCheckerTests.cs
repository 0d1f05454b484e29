using BerthOpt.Empties;
using BerthOpt.Tests.Empties.Oracle;
using FsCheck.Xunit;
using static BerthOpt.Empties.EmptiesFaultCodes;
using static BerthOpt.Tests.Empties.EmptiesExamples;

namespace BerthOpt.Tests.Empties;

public sealed class EmptiesCheckerTests
{
    private static readonly EmptiesParts Rich = TwoPorts with
    {
        Locations = [TwoPorts.Locations[0], TwoPorts.Locations[1] with { StorageTeu = 500 }],
        Conversions = [new Conversion { Id = "C", Location = 0, From = 0, To = 1, In = 2, Delay = 1, Most = 1 }],
        Substitutions = [new Substitution { Asked = 1, Given = 0, Count = 2, Cost = 9 }],
        Leases = [new Lease { Id = "H", Type = 0, Most = 2, MinimumTerm = 3, Rent = 4, OnHire = [new HirePlace(1, 10)], OffHire = [new HirePlace(1, 5)] }],
    };

    /// <summary>One broken rule each: its code, a plan that breaks it, and what the problem says besides.</summary>
    public static TheoryData<string, EmptiesPlan, EmptiesParts> Faults => new()
    {
        { EntryUnknown, new EmptiesPlan { Voyages = [new VoyageMove(0, 1, 0, 0, 1)] }, Rich },
        { EntryUnknown, new EmptiesPlan { Links = [new LinkMove(1, 0, 0, 1)] }, Rich },
        { EntryUnknown, new EmptiesPlan { Conversions = [new ConversionRun(-1, 0, 1)] }, Rich },
        { EntryUnknown, new EmptiesPlan { Fulfilments = [new Fulfilment(0, 2, 1)] }, Rich },
        { EntryUnknown, new EmptiesPlan { OnHires = [new HireMove(0, 1, 0, 1)] }, Rich },
        { CountNotPositive, new EmptiesPlan { Links = [new LinkMove(0, 0, 0, 0)] }, Rich },
        { NotOpen, new EmptiesPlan { Links = [new LinkMove(0, 10, 0, 1)] }, Rich },
        { NotOpen, new EmptiesPlan { Links = [new LinkMove(0, 1, 0, 1)] }, Rich with { Links = [Rich.Links[0] with { Every = 2 }] } },
        { NotOpen, new EmptiesPlan { Voyages = [new VoyageMove(0, 0, 1, 0, 1)] }, Rich with { Periods = 1, Demands = [] } },
        { NotOpen, new EmptiesPlan { OffHires = [new HireMove(0, 0, -1, 1)] }, Rich },
        { TypeRefused, new EmptiesPlan { Links = [new LinkMove(0, 0, 0, 1)] }, Rich with { Links = [Rich.Links[0] with { Type = 1 }] } },
        { WrongType, new EmptiesPlan { Fulfilments = [new Fulfilment(0, 1, 1)] }, Rich with { Stocks = [new LocationStock { Location = 1, Type = 1, Initial = 2 }] } },
        { OverGiven, new EmptiesPlan { Fulfilments = [new Fulfilment(1, 1, 5)] }, Rich with { Locations = TwoPorts.Locations, Stocks = [new LocationStock { Location = 1, Type = 1, Initial = 9 }] } },
        { StockMissing, new EmptiesPlan { Links = [new LinkMove(0, 0, 0, 1)] }, Rich with { Stocks = [] } },
        {
            StockMissing,
            new EmptiesPlan { Links = [new LinkMove(0, 3, 0, 5), new LinkMove(1, 3, 0, 5)] },
            Rich with { Stocks = [], Links = [new Link { Id = "T", From = 0, To = 1, Transit = 0 }, new Link { Id = "U", From = 1, To = 0, Transit = 0 }] }
        },
        { StorageFull, EmptiesPlan.Empty, Rich with { Stocks = [new LocationStock { Location = 1, Type = 1, Initial = 3 }] } },
        { RoomExceeded, new EmptiesPlan { Voyages = [new VoyageMove(0, 0, 1, 1, 8)] }, Rich with { Locations = TwoPorts.Locations } },
        { RoomExceeded, new EmptiesPlan { Links = [new LinkMove(0, 0, 0, 2)] }, Rich with { Links = [Rich.Links[0] with { Room = new Room { Slots = 1 } }] } },
        { MostExceeded, new EmptiesPlan { Links = [new LinkMove(0, 0, 0, 1), new LinkMove(0, 0, 1, 2)] }, Rich },
        { MostExceeded, new EmptiesPlan { Conversions = [new ConversionRun(0, 0, 2)] }, Rich },
        { FlowTooLow, EmptiesPlan.Empty, Rich with { Limits = [new FlowLimit { Voyage = 0, Least = 1 }] } },
        { FlowTooHigh, new EmptiesPlan { Links = [new LinkMove(0, 3, 0, 2)] }, Rich with { Limits = [new FlowLimit { Link = 0, Type = 0, First = 3, Last = 3, Most = 1 }] } },
        { LockBroken, EmptiesPlan.Empty, Rich with { Locks = [new LockedMove { Voyage = 0, FromStop = 0, ToStop = 1, Type = 0, Count = 1 }] } },
        { LeaseExceeded, new EmptiesPlan { OnHires = [new HireMove(0, 0, 9, 3)] }, Rich },
        { LeaseTerm, new EmptiesPlan { OnHires = [new HireMove(0, 0, 1, 1)], OffHires = [new HireMove(0, 0, 3, 1)] }, Rich },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_broken_rule_is_told(string code, EmptiesPlan plan, EmptiesParts parts)
    {
        var check = EmptiesChecker.Check(new EmptiesProblem(parts), plan);

        Assert.Equal([code], check.Faults.Select(fault => fault.Code).Distinct());
        Assert.Contains("expected", check.Faults[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_code_has_a_case() =>
        Assert.Empty(typeof(EmptiesFaultCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except(Faults.Select(row => row.Data.Item1)));

    /// <summary>20' of both kinds of ways: 10 aboard and 2 by truck are given, 4 forty-foot come by the same voyage.</summary>
    [Fact]
    public void Costs_are_those_counted_by_hand()
    {
        var plan = new EmptiesPlan
        {
            Voyages = [new VoyageMove(0, 0, 1, 0, 6), new VoyageMove(0, 0, 1, 1, 4)],
            Links = [new LinkMove(0, 4, 0, 2)],
            Fulfilments = [new Fulfilment(0, 0, 8), new Fulfilment(1, 1, 4)],
        };
        var check = EmptiesChecker.Check(new EmptiesProblem(TwoPorts), plan);

        Assert.Empty(check.Faults);

        // Waiting in A: 20 over the end of period 0, 14 over those of 1 to 3, 12 over the rest; in B 6 over the ends of 4 and 5.
        Assert.Equal(new EmptiesCost(400, (10 * 10) + (2 * 60), 10 * (5 + 8), 20 + (3 * 14) + (6 * 12) + (2 * 2 * 6), 0, 0, 0, 0), check.Cost);
    }

    /// <summary>One container may go round as often as it likes, and take others' places; without any there is none to go.</summary>
    [Theory]
    [InlineData(0, 5, 5, false)]
    [InlineData(1, 5, 5, true)]
    [InlineData(1, 5, 4, true)]
    [InlineData(1, 5, 3, false)]
    public void Containers_that_are_not_there_do_not_go_round(int stock, int there, int back, bool valid)
    {
        var parts = TwoPorts with
        {
            Stocks = [new LocationStock { Location = 0, Type = 0, Initial = stock }],
            Links = [new Link { Id = "T", From = 0, To = 1, Transit = 0 }, new Link { Id = "U", From = 1, To = 0, Transit = 0 }],
        };
        var plan = new EmptiesPlan { Links = [new LinkMove(0, 3, 0, there), new LinkMove(1, 3, 0, back)] };

        Assert.Equal(valid, EmptiesChecker.Check(new EmptiesProblem(parts), plan).IsValid);
    }

    [Property(MaxTest = 1000)]
    public void The_verdict_is_that_of_a_slow_replay(ulong seed)
    {
        var problem = RandomEmptiesProblems.Create(seed);
        var plan = RandomEmptiesPlans.Of(problem, seed);
        var check = EmptiesChecker.Check(problem, plan);
        var (valid, cost) = EmptiesReplay.Of(problem, plan);

        Assert.True(valid == check.IsValid, $"seed {seed}: {string.Join(" ", check.Faults.Take(3))}");
        if (valid)
        {
            Assert.Equal(cost, check.Cost.Total);
        }
    }

    /// <summary>Any plan gets a verdict.</summary>
    [Fact]
    public void Absurd_plans_are_judged()
    {
        var plan = new EmptiesPlan
        {
            Voyages = [new VoyageMove(0, 0, 1, 0, int.MaxValue), new VoyageMove(int.MinValue, int.MaxValue, 0, -1, int.MinValue)],
            Links = [new LinkMove(0, 0, 0, int.MaxValue), new LinkMove(0, int.MinValue, 0, 1)],
            OffHires = [new HireMove(0, 0, 0, int.MaxValue)],
        };

        Assert.NotEmpty(EmptiesChecker.Check(new EmptiesProblem(Rich), plan).Faults);
        Assert.True(double.IsFinite(EmptiesKpis.Of(new EmptiesProblem(Rich), plan).IdleDays));
    }
}
