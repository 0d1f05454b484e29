using System.Collections.Concurrent;
using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>The laws of replanning, on small problems over all features.</summary>
public sealed class BerthReplannerTests
{
    private static readonly SolverOptions _brief = new() { TimeLimit = null, WorkLimit = 3000, Threads = 1, Bounds = false };
    private static readonly ChangePrices _dear = new() { StartRate = 100_000, SectionRate = 100_000, MoveCost = 100_000, CraneRate = 100_000 };

    [Fact]
    public void Where_nothing_has_happened_and_changes_are_dear_nothing_moves() => Laws(0, 400, (seed, problem, plan) =>
    {
        var replanned = BerthReplanner.Solve(problem, plan, new BerthReplan { Prices = _dear }, _brief);
        var changes = replanned.Changes!;
        return (changes.CallsMoved, changes.QuayChanges, changes.Minutes, changes.Metres, changes.Price) == (0, 0, 0, 0, 0) && changes.Cranes == 0
            ? null
            : $"moved {changes.CallsMoved} calls at {changes.Price}";
    });

    [Fact]
    public void A_replan_is_valid_costs_no_more_than_the_repaired_plan_and_keeps_the_past() => Laws(400, 1200, (seed, problem, plan) =>
    {
        var replan = RandomReplans.Create(problem, plan, seed);
        var result = BerthReplanner.Solve(problem, plan, replan, _brief with { Seed = seed });
        var now = result.Revision.Problem;
        var repaired = BerthRepair.TryRepair(new BerthModel(now), result.Revision.Plan);
        if (result.Result.Plan is not { } changed)
        {
            return repaired is null ? null : "the repaired plan is lost";
        }

        if (!BerthChecker.Check(now, changed).IsValid || result.Result.Cost > repaired?.Cost)
        {
            return $"cost {result.Result.Cost} after {repaired?.Cost}";
        }

        for (var call = 0; call < now.Calls.Length; call++)
        {
            var old = result.Revision.OldCalls[call];
            var before = old < 0 ? null : plan.Assignments[old];
            var after = changed.Assignments[call];
            if (before is { } stay && stay.Start < replan.Now ? after is not { } kept || (kept.Quay, kept.Position, kept.Start) != (stay.Quay, stay.Position, stay.Start) : after is { } free && free.Start < replan.Now)
            {
                return $"call {call} was {before} and is {after} at {replan.Now}";
            }
        }

        return null;
    });

    [Fact]
    public void A_frozen_call_stays_unless_an_event_is_in_its_way() => Laws(1200, 1600, (seed, problem, plan) =>
    {
        var until = (int)(seed % 12);
        var result = BerthReplanner.Solve(problem, plan, new BerthReplan { FreezeUntil = until }, _brief with { Seed = seed }).Result;
        for (var call = 0; call < problem.Calls.Length; call++)
        {
            if (plan.Assignments[call] is { } was && was.Start < until && !(result.Plan!.Assignments[call] is { } now && (now.Quay, now.Position, now.Start, now.Cranes, now.FirstCrane) == (was.Quay, was.Position, was.Start, was.Cranes, was.FirstCrane)))
            {
                return $"call {call} moves from {was} to {result.Plan!.Assignments[call]}";
            }
        }

        return result.Cost <= BerthChecker.Check(problem, plan).Cost.Total ? null : "dearer than the plan that it starts from";
    });

    [Fact]
    public void The_same_replan_gives_the_same_plan_whatever_the_threads()
    {
        var problem = BerthGenerator.MeiselBierwirth(30, 2);
        var plan = BerthSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 400_000, Bounds = false }).Plan!;
        var replan = new BerthReplan { Now = 20, Events = [new BerthClosed { Quay = 0, Sections = new Interval(20, 60), Slots = new Interval(30, 60) }], Prices = new ChangePrices { StartRate = 100 } };

        var plans = new[] { 1, 3 }.Select(threads => BerthReplanner.Solve(problem, plan, replan, new SolverOptions { TimeLimit = null, WorkLimit = 400_000, Threads = threads }).Result.Plan!.Hash);

        Assert.Single(plans.Distinct());
    }

    [Fact]
    public void With_many_calls_the_search_goes_on_from_the_old_plan_too()
    {
        var problem = BerthGenerator.Port(1, 1);
        var options = new SolverOptions { TimeLimit = null, WorkLimit = 2_000_000, Bounds = false };
        var plan = BerthSolver.Solve(problem, options).Plan!;
        var replan = new BerthReplan { Now = 100, Prices = new ChangePrices { StartRate = 10, MoveCost = 1000 } };

        var result = BerthReplanner.Solve(problem, plan, replan, options);

        Assert.True(result.Result.Cost < BerthChecker.Check(result.Revision.Problem, result.Revision.Plan).Cost.Total);
        Assert.True(result.Changes!.CallsMoved > 0);
        Assert.Equal(result.Changes.Price * problem.Grid.CostScale, BerthChecker.Check(result.Revision.Problem, result.Result.Plan!).Cost.Change);
    }

    [Fact]
    public void What_the_plan_before_had_frozen_stays_so_when_changes_have_a_price()
    {
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 24,
            Quays = [new Quay { Id = "north", Length = 20 }],
            Calls = [new Call { Id = "A", Length = 10, Arrival = 1, Handling = Handling.Fixed(4), Rates = new Rates { Waiting = 9 } }],
            Baseline = new Baseline { Entries = [new BaselineEntry { Quay = 0, Position = 5, Start = 10, Frozen = true }] },
        });
        var plan = BerthSolver.Solve(problem, _brief).Plan!;

        Assert.Equal(10, BerthReplanner.Solve(problem, plan, new BerthReplan { Prices = new ChangePrices() }, _brief).Result.Plan!.Assignments[0]!.Value.Start);

        var late = new BerthReplan { Prices = new ChangePrices(), Events = [new EtaChanged { Call = 0, Arrival = 12 }] };
        Assert.Equal(12, BerthReplanner.Solve(problem, plan, late, _brief).Result.Plan!.Assignments[0]!.Value.Start);
    }

    private static void Laws(ulong from, ulong to, Func<ulong, BerthProblem, BerthPlan, string?> law)
    {
        var wrong = new ConcurrentBag<string>();
        var kept = 0;
        Parallel.For((long)from, (long)to, seed =>
        {
            var problem = RandomBerthProblems.Create((ulong)seed);
            if (BerthSolver.Solve(problem, _brief).Plan is not { } plan)
            {
                return;
            }

            Interlocked.Increment(ref kept);
            if (law((ulong)seed, problem, plan) is { } text)
            {
                wrong.Add($"{problem.Name}: {text}");
            }
        });
        Assert.Empty(wrong.Order());
        Assert.True(kept > (int)(to - from) / 3, $"{kept} problems have a plan");
    }
}
