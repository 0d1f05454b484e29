using BerthOpt.Cranes;
using BerthOpt.Tests.Diagnostics;
using static BerthOpt.Tests.Cranes.CraneExamples;

namespace BerthOpt.Tests.Cranes;

public sealed class CraneCheckerTests
{
    public static TheoryData<string> CaseNames => [.. CraneFaultCases.All.Select(example => example.ToString())];

    [Fact]
    public void Every_code_has_a_case() => Assert.Equal(FaultCodesTests.In(typeof(CraneFaultCodes)).Order(), CraneFaultCases.All.Select(example => example.Code).Distinct().Order());

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void The_plan_of_a_case_is_valid(string name)
    {
        var example = CraneFaultCases.All.Single(example => example.ToString() == name);

        Assert.Empty(Check(example.Parts, example.Valid).Faults);
    }

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Its_change_breaks_just_that_rule_and_the_message_says_how(string name)
    {
        var example = CraneFaultCases.All.Single(example => example.ToString() == name);

        var fault = Assert.Single(Check(example.Parts, example.Broken).Faults);

        Assert.Equal((example.Code, example.Task, example.Other), (fault.Code, fault.Task, fault.Other));
        Assert.All(new[] { example.Task, example.Other }.Where(task => task >= 0), task => Assert.Contains($"\"{example.Parts.Tasks[task].Id}\"", fault.Message, StringComparison.Ordinal));
        Assert.All(example.Said, said => Assert.Contains(said, fault.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_fault_is_reported_not_only_the_first()
    {
        var parts = Yard(2, Task("A", 10), Task("B", 10), Task("C", 12)).WithVessel(vessel => vessel with { Ready = 1, Deadline = 7 }) with { Precedences = [new TaskPair(1, 0)] };

        var check = Check(parts, Does(1, 0, 5), Does(0, 2, 8), Does(0, 6, 11));

        Assert.Equal(
            [
                CraneFaultCodes.CraneShared, CraneFaultCodes.DeadlineMissed, CraneFaultCodes.DeadlineMissed, CraneFaultCodes.EndMismatch, CraneFaultCodes.Interference,
                CraneFaultCodes.Interference, CraneFaultCodes.Precedence, CraneFaultCodes.VesselNotReady,
            ],
            check.Faults.Select(fault => fault.Code).Order());
    }

    /// <summary>Forbidding overlap alone, as Kim and Park (2004) do, would accept this plan; crane Q2 has then no time to make room (Bierwirth and Meisel 2009).</summary>
    [Fact]
    public void A_plan_that_only_the_uncorrected_rule_accepts_is_refused()
    {
        var parts = Yard(2, Task("A", 6), Task("B", 7)) with { Horizon = 20 };

        Assert.Equal([CraneFaultCodes.Interference], Check(parts, Does(1, 0, 5), Does(0, 5, 10)).Faults.Select(fault => fault.Code));
        Assert.Empty(Check(parts, Does(1, 0, 5), Does(0, 8, 13)).Faults);
    }

    [Fact]
    public void An_empty_plan_for_no_tasks_is_valid_and_costs_nothing()
    {
        var check = Check(Yard(1) with { Objective = new CraneObjective { Makespan = 5, Travel = 7, CraneSlots = 2 } });

        Assert.True(check.IsValid);
        Assert.Equal(0, check.Cost.Total);
    }

    /// <summary>Q1: from 2 to A at 4 in [3, 8), to B at 10 in [20, 25), to its end at 1. Q2: C at 20 in [0, 6). V has A and B, W has C.</summary>
    [Fact]
    public void The_cost_by_hand()
    {
        var parts = Yard(2, Task("A", 4), Task("B", 10), Task("C", 20, 6) with { Vessel = 1 }).WithCrane(0, crane => crane with { Start = 2, Final = 1 }) with
        {
            Vessels = [new CraneVessel { Id = "V", Due = 22, Rate = 3 }, new CraneVessel { Id = "W", Due = 7 }, new CraneVessel { Id = "None", Rate = 9 }],
            Objective = new CraneObjective { Makespan = 10_000, Completion = 1_000, Lateness = 100, CraneSlots = 10, Travel = 1 },
        };

        var check = Check(parts, Does(0, 3, 8), Does(0, 20, 25), Does(1, 0, 6));

        Assert.Empty(check.Faults);
        Assert.Equal(new CraneCost(250_000, 1_000 * ((3 * 25) + 6), 100 * 3 * 3, 10 * (22 + 6), 2 + 6 + 9), check.Cost);
        Assert.Equal(250_000 + 81_000 + 900 + 280 + 17, check.Cost.Total);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void Absurd_values_get_a_verdict(int value)
    {
        const int far = CraneProblem.MaxPosition;
        var parts = Yard(3, Task("A", -far), Task("B", far, 7), Task("C", 0, 0)).OnRail(rail => rail with { TravelSlots = 1_000_000, Clearance = far, StartsBlock = true })
            .WithCrane(0, crane => crane with { Start = -far, Final = far, Until = int.MaxValue - 1, Outages = [new Interval(0, int.MaxValue)] }) with
        {
            Horizon = CraneProblem.MaxHorizon,
            Vessels = [new CraneVessel { Id = "V", Due = 0, Rate = 1000 }],
            Objective = new CraneObjective { Makespan = 1_000, Completion = 1_000, Lateness = 1_000, CraneSlots = 1_000, Travel = 1_000 },
            Precedences = [new TaskPair(0, 1)],
            NonSimultaneous = [new TaskPair(1, 2)],
            Direction = CraneDirection.Either,
        };

        foreach (var plan in new[] { Does(value, 0, 5), Does(0, value, 5), Does(0, 0, value), Does(1, value, value), Does(0, value, ~value), Does(value, value, value) })
        {
            Assert.False(Check(parts, plan, Does(0, 0, 7), Does(0, value, value)).IsValid);
            Assert.False(Check(parts, plan, plan, plan).IsValid);
        }
    }

    [Fact]
    public void A_hopeless_plan_is_cut_off_and_counted()
    {
        const int tasks = 500;
        var parts = Yard(1, [.. Enumerable.Range(0, tasks).Select(index => Task($"T{index}"))]);

        var check = Check(parts, [.. Enumerable.Repeat(Does(0, 0, 5), tasks)]);

        Assert.Equal(CraneChecker.MaxFaults, check.Faults.Length);
        Assert.Equal((tasks * (tasks - 1) / 2) - CraneChecker.MaxFaults, check.FaultsNotListed);
    }
}
