using System.Collections.Concurrent;
using BerthOpt.Berths;
using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>Slots against every placement there is, judged by the checker, on small problems over all features.</summary>
public sealed class BerthSlotsTests
{
    public static TheoryData<int> Chunks => [.. Enumerable.Range(0, 4)];

    [Theory]
    [MemberData(nameof(Chunks))]
    public void Slots_are_those_of_every_placement_that_the_checker_accepts(int chunk)
    {
        var wrong = new ConcurrentBag<string>();
        var sought = 0;
        Parallel.For(chunk * 200, (chunk + 1) * 200, seed =>
        {
            if (Case((ulong)seed) is not { } one)
            {
                return;
            }

            var options = new SlotOptions { Count = 1 + (seed % 6), Now = seed % 3 == 0 ? seed % 7 : 0, SlotsApart = 1 + (seed % 4), SectionsApart = seed % 2 == 0 ? null : 1 + (seed % 3) };
            var expected = Every(one, options);
            var found = BerthSlots.Find(one.Problem, one.Plan, one.Call, options).Select(slot => (slot.Cost.Total, slot.Assignment.Start, slot.Assignment.Quay, slot.Assignment.Position)).ToList();
            Interlocked.Add(ref sought, expected.Count);
            if (!expected.SequenceEqual(found))
            {
                wrong.Add($"{one.Problem.Name}: expected {string.Join(" ", expected)}; found {string.Join(" ", found)}");
            }
        });

        Assert.Empty(wrong.Order());
        Assert.True(sought > 100, $"{sought} slots");
    }

    [Fact]
    public void Bad_plans_and_calls_are_told_all_at_once()
    {
        var problem = BerthGenerator.MeiselBierwirth(4, 1);
        var call = problem.Calls[0] with { Length = 0 };

        var faults = Assert.Throws<InvalidInputException>(() => BerthSlots.Find(problem, new BerthPlan(new Assignment?[4]), call)).Faults;

        Assert.Equal(4, faults.Count(fault => fault.Code == "call-left-out" && fault.Place.StartsWith("/plan/assignments/", StringComparison.Ordinal)));
        Assert.Contains(faults, fault => fault is { Code: "duplicate-id", Place: "/call/id" });
        Assert.Contains(faults, fault => fault is { Code: "out-of-range", Place: "/call/length" });
    }

    [Fact]
    public void Options_have_ranges()
    {
        var problem = BerthGenerator.MeiselBierwirth(1, 1);
        var plan = BerthSolver.Solve(problem, new SolverOptions { WorkLimit = 1000 }).Plan!;

        Assert.Throws<ArgumentOutOfRangeException>(() => BerthSlots.Find(problem, plan, problem.Calls[0], new SlotOptions { Count = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => BerthSlots.Find(problem, plan, problem.Calls[0], new SlotOptions { SlotsApart = 0 }));
    }

    /// <summary>A problem without its last call, a plan of it, and that call; null where there is no plan.</summary>
    private static (BerthProblem Problem, BerthPlan Plan, Call Call)? Case(ulong seed)
    {
        var parts = RandomBerthProblems.Parts(seed);
        var fewer = new BerthProblem(parts with
        {
            Calls = parts.Calls[..^1],
            Baseline = parts.Baseline is { } baseline ? new Baseline { Entries = baseline.Entries[..^1] } : null,
        });
        return BerthSolver.Solve(fewer, new SolverOptions { TimeLimit = null, WorkLimit = 3000, Threads = 1, Bounds = false, Seed = seed }).Plan is { } plan ? (fewer, plan, parts.Calls[^1]) : null;
    }

    private static List<(long, int, int, int)> Every((BerthProblem Problem, BerthPlan Plan, Call Call) one, SlotOptions options)
    {
        var parts = one.Problem.Parts;
        var problem = new BerthProblem(parts with
        {
            Calls = parts.Calls.Add(one.Call with { Optional = false, Rates = one.Call.Rates with { Rejection = 0 } }),
            Baseline = parts.Baseline is { } baseline ? new Baseline { Entries = baseline.Entries.Add(null) } : null,
        });
        var before = BerthChecker.Check(one.Problem, one.Plan).Cost.Total;
        var costs = new List<(long Cost, int Start, int Quay, int Position)>();
        foreach (var placement in new BerthOraclePlacements(problem).Of(problem.Calls.Length - 1, everyEnd: true).Where(placement => placement.At.Start >= options.Now))
        {
            var check = BerthChecker.Check(problem, new BerthPlan(one.Plan.Assignments.Append(placement.At)));
            if (check.IsValid)
            {
                costs.Add((check.Cost.Total - before, placement.At.Start, placement.At.Quay, placement.At.Position));
            }
        }

        var chosen = new List<(long Cost, int Start, int Quay, int Position)>();
        foreach (var slot in costs.Order())
        {
            var apart = problem.Quays[slot.Quay].Layout == QuayLayout.Continuous ? options.SectionsApart ?? one.Call.Length : 1;
            if (chosen.Count < options.Count && chosen.All(other => other.Quay != slot.Quay || Math.Abs(other.Start - slot.Start) >= options.SlotsApart || Math.Abs(other.Position - slot.Position) >= apart))
            {
                chosen.Add(slot);
            }
        }

        return [.. chosen];
    }
}
