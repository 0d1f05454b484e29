using BerthOpt.Berths;
using BerthOpt.Tests.Diagnostics;
using static BerthOpt.Tests.Berths.BerthExamples;

namespace BerthOpt.Tests.Berths;

public sealed class BerthCheckerTests
{
    public static TheoryData<string> CaseNames => [.. BerthFaultCases.All.Select(example => example.ToString())];

    [Fact]
    public void Every_code_has_a_case() => Assert.Equal(FaultCodesTests.In(typeof(BerthFaultCodes)).Order(), BerthFaultCases.All.Select(example => example.Code).Distinct().Order());

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void The_plan_of_a_case_is_valid(string name)
    {
        var example = BerthFaultCases.All.Single(example => example.ToString() == name);

        Assert.Empty(Check(example.Parts, example.Valid).Faults);
    }

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Its_change_breaks_just_that_rule_and_the_message_says_how(string name)
    {
        var example = BerthFaultCases.All.Single(example => example.ToString() == name);

        var fault = Assert.Single(Check(example.Parts, example.Broken).Faults);

        Assert.Equal((example.Code, example.Call, example.Other), (fault.Code, fault.Call, fault.Other));
        Assert.All(new[] { example.Call, example.Other }.Where(call => call >= 0), call => Assert.Contains($"\"{example.Parts.Calls[call].Id}\"", fault.Message, StringComparison.Ordinal));
        Assert.All(example.Said, said => Assert.Contains(said, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fault_is_reported_not_only_the_first()
    {
        var parts = SmallPort(Ship("A", arrival: 3), Ship("B") with { Deadline = 4 }, Ship("C"));

        var check = Check(parts, Lies(18, 2, 8), Lies(18, 0, 5), null);

        Assert.Equal(
            [
                BerthFaultCodes.CallLeftOut, BerthFaultCodes.DeadlineMissed, BerthFaultCodes.EndMismatch, BerthFaultCodes.OutsideQuay,
                BerthFaultCodes.OutsideQuay, BerthFaultCodes.Overlap, BerthFaultCodes.StartTooEarly,
            ],
            check.Faults.Select(fault => fault.Code).Order());
    }

    [Fact]
    public void An_empty_plan_for_no_calls_is_valid_and_costs_the_constant()
    {
        var check = Check(SmallPort() with { Objective = new Objective { Makespan = 5, Constant = -7 } });

        Assert.True(check.IsValid);
        Assert.Equal(-7, check.Cost.Total);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Absurd_values_get_a_verdict(int value)
    {
        var parts = SmallPort(Worked("A") with { Pin = new Pin(Cranes: 1, FirstCrane: 1), PreferredPosition = 0, Due = 0, Priority = 1000, Rates = new Rates { Waiting = 1000, Stay = 1000, Lateness = 1000, Deviation = 1000, CraneSlot = 1000, SpeedUp = 1000 } }, Worked("B"))
            .With(Rail(4) with { Travel = new CraneTravel { SetupSlots = 1, SpeedSections = 1, SpeedSlots = BerthProblem.MaxExtent } }) with
        {
            Baseline = new Baseline { Entries = [new BaselineEntry { Quay = 0, Position = 0, Start = 0, Cranes = 1, StartRate = 9, SectionRate = 9, CraneRate = 9 }, null] },
            Movements = new MovementLimits { Caps = [new MovementCap { PeriodSlots = 7, Max = 1 }] },
            Clearances = new Clearances { HullSections = BerthProblem.MaxExtent, Slots = BerthProblem.MaxExtent },
        };

        foreach (var assignment in Absurd(value))
        {
            Assert.False(Check(parts, assignment, Lies(0, 0, 4, 1, 0)).IsValid);
            Assert.False(Check(parts.At(BerthRow(QuayLayout.Hybrid, 10, 10)), assignment, null).IsValid);
        }
    }

    [Fact]
    public void A_hopeless_plan_is_cut_off_and_counted()
    {
        const int ships = 500;
        var parts = SmallPort([.. Enumerable.Range(0, ships).Select(index => Ship($"S{index}"))]);

        var check = Check(parts, [.. Enumerable.Repeat<Assignment?>(Lies(0, 0, 5), ships)]);

        Assert.Equal(BerthChecker.MaxFaults, check.Faults.Length);
        Assert.Equal((ships * (ships - 1) / 2) - BerthChecker.MaxFaults, check.FaultsNotListed);
    }

    private static IEnumerable<Assignment> Absurd(int value)
    {
        var lies = Lies(0, 0, 4, 1, 0);
        yield return lies with { Quay = value };
        yield return lies with { Berth = value };
        yield return lies with { Position = value };
        yield return lies with { Start = value };
        yield return lies with { End = value };
        yield return lies with { Cranes = value };
        yield return lies with { FirstCrane = value };
        yield return new Assignment(0, value, value, value, value, value, value);
        yield return new Assignment(value, value, value, value, value, value, value);
    }
}
