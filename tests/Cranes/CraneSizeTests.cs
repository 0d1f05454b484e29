using BerthOpt.Cranes;
using static BerthOpt.Tests.Cranes.CraneExamples;

namespace BerthOpt.Tests.Cranes;

/// <summary>Many tasks: judged in a sweep, not pair by pair.</summary>
public sealed class CraneSizeTests
{
    private const int Cranes = 20;

    [Fact]
    public void Ten_thousand_tasks_and_one_that_is_moved()
    {
        var problem = new CraneProblem(Many(10_000));
        var plan = new CranePlan(problem.Tasks.Select((task, index) => Does(index % Cranes, index / Cranes * 60, (index / Cranes * 60) + 10)));

        Assert.Empty(CraneChecker.Check(problem, plan).Faults);

        // The task before lies 7 sections away, so 17 slots behind its start is just in time; 16 is not.
        var moved = plan.Assignments.SetItem(7 * Cranes, Does(0, (6 * 60) + 16, (6 * 60) + 26));
        var fault = Assert.Single(CraneChecker.Check(problem, new CranePlan(moved)).Faults);
        Assert.Equal((CraneFaultCodes.CraneTravel, 6 * Cranes, 7 * Cranes), (fault.Code, fault.Task, fault.Other));
    }

    [Fact]
    public void The_rules_of_a_hundred_thousand_tasks()
    {
        const int tasks = 100_000;
        var parts = Many(tasks) with { Precedences = [.. Enumerable.Range(0, tasks - 1).Select(task => new TaskPair(task, task + 1)), .. Enumerable.Range(0, tasks - 2).Select(task => new TaskPair(task, task + 2))] };

        Assert.Empty(CraneRules.Faults(parts));
        var round = parts with { Precedences = parts.Precedences.Add(new TaskPair(tasks - 1, 0)) };
        Assert.Equal(["precedence-cycle"], CraneRules.Faults(round).Select(fault => fault.Code));
    }

    private static CraneParts Many(int tasks) =>
        Yard(Cranes, [.. Enumerable.Range(0, tasks).Select(index => Task($"T{index}", (50 * (index % Cranes)) + (index / Cranes * 7 % 41), 10))]) with { Horizon = 60 * tasks };
}
