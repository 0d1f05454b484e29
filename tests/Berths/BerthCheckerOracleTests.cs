using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>The checker against the oracle, which was written from the same words by another way: they must judge every plan alike.</summary>
public sealed class BerthCheckerOracleTests
{
    public static TheoryData<int> Chunks => [1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Chunks))]
    public void The_best_plan_is_approved_at_its_cost(int chunk)
    {
        foreach (var (problem, answer) in Solved(chunk, 200))
        {
            var check = BerthChecker.Check(problem, answer.Plan!);

            Assert.True(check.IsValid, $"{problem.Name}: {string.Join(' ', check.Faults)}");
            Assert.True(check.Cost.Total == answer.Cost, $"{problem.Name}: checker {check.Cost}, oracle {answer.Cost}");
        }
    }

    [Theory]
    [MemberData(nameof(Chunks))]
    public void Spoilt_plans_are_judged_alike(int chunk)
    {
        var (good, bad) = (0, 0);
        foreach (var (problem, answer) in Solved(chunk, 200))
        {
            var rng = new Rng((ulong)chunk).Split(good + bad);
            for (var round = 0; round < 30; round++)
            {
                var plan = Spoil(answer.Plan!, rng);
                var expected = IsValid(problem, plan);
                var check = BerthChecker.Check(problem, plan);

                Assert.True(check.IsValid == expected, $"{problem.Name}: expected {(expected ? "a valid plan" : "faults")} of {string.Join(' ', plan.Assignments)}, found {string.Join(' ', check.Faults)}");
                good += expected ? 1 : 0;
                bad += expected ? 0 : 1;
            }
        }

        Assert.True(good >= 100 && bad >= 1000, $"{good} valid, {bad} not");
    }

    /// <summary>Every call is planned well alone, so that only rules of pairs and totals can be broken; these have to be named exactly.</summary>
    [Fact]
    public void What_calls_break_together_is_named_alike()
    {
        var named = new Dictionary<string, int>();
        for (ulong seed = 20_000; seed < 20_800; seed++)
        {
            var problem = RandomBerthProblems.Create(seed);
            var together = new BerthOracleTogether(problem);
            var placements = new BerthOraclePlacements(problem);
            var ways = Enumerable.Range(0, problem.Calls.Length).Select(call => placements.Of(call, everyEnd: true).ToList()).ToList();
            if (ways.Exists(way => way.Count == 0))
            {
                continue;
            }

            var rng = new Rng(seed);
            for (var round = 0; round < 40; round++)
            {
                var chosen = ways.ConvertAll(way => way[rng.Next(way.Count)]);
                var expected = together.Broken(chosen);
                var check = BerthChecker.Check(problem, new BerthPlan(chosen.Select(placement => (Assignment?)placement.At)));
                var found = new SortedSet<string>(check.Faults.Select(fault => fault.Code));
                if (expected.Contains(BerthFaultCodes.CraneShared))
                {
                    // Which calls of a crane are consecutive is not clear when two of them are worked on at once.
                    expected.Remove(BerthFaultCodes.CraneTravel);
                    found.Remove(BerthFaultCodes.CraneTravel);
                }

                Assert.True(expected.SetEquals(found), $"{problem.Name}: expected {string.Join(' ', expected)} of {string.Join(' ', chosen.Select(placement => placement.At))}, found {string.Join(' ', check.Faults)}");
                foreach (var code in found)
                {
                    named[code] = named.GetValueOrDefault(code) + 1;
                }
            }
        }

        string[] codes =
        [
            BerthFaultCodes.Overlap, BerthFaultCodes.Clearance, BerthFaultCodes.CraneCapacity, BerthFaultCodes.CraneShared,
            BerthFaultCodes.CraneCrossing, BerthFaultCodes.CraneTravel, BerthFaultCodes.MovementCap,
        ];
        Assert.All(codes, code => Assert.True(named.GetValueOrDefault(code) >= 10, $"{code}: {named.GetValueOrDefault(code)}"));
    }

    private static IEnumerable<(BerthProblem Problem, OracleAnswer Answer)> Solved(int chunk, int problems) =>
        Enumerable.Range(chunk * 1000, problems)
            .Select(seed => RandomBerthProblems.Create((ulong)seed))
            .Select(problem => (problem, BerthOracle.Solve(problem, 100_000)))
            .Where(pair => pair.Item2 is { Cost: not null })
            .Select(pair => (pair.problem, pair.Item2!));

    private static bool IsValid(BerthProblem problem, BerthPlan plan)
    {
        var alone = new BerthOracleAlone(problem);
        var placements = plan.Assignments.Select((at, call) => at is { } planned ? alone.Of(call, planned) : null).ToList();
        return plan.Assignments.Select((at, call) => at is null ? problem.Calls[call].Optional : placements[call] is not null).All(kept => kept)
            && new BerthOracleTogether(problem).Broken([.. placements.OfType<OraclePlacement>()]).Count == 0;
    }

    /// <summary>Changes one or two numbers of a plan, mostly by little.</summary>
    private static BerthPlan Spoil(BerthPlan plan, Rng rng)
    {
        var assignments = plan.Assignments.ToArray();
        for (var change = rng.Next(2); change >= 0; change--)
        {
            var call = rng.Next(assignments.Length);
            if (assignments[call] is not { } at || rng.Next(20) == 0)
            {
                assignments[call] = null;
                continue;
            }

            var by = rng.Next(10) == 0 ? rng.Next(-100, 101) : rng.Next(2) == 0 ? 1 : -1;
            assignments[call] = rng.Next(9) switch
            {
                0 => at with { Quay = at.Quay + by },
                1 => at with { Berth = at.Berth + by },
                2 => at with { Position = at.Position + by },
                3 => at with { End = at.End + by },
                4 => at with { Cranes = at.Cranes + by },
                5 => at with { FirstCrane = at.FirstCrane + by },
                _ => at with { Start = at.Start + by, End = at.End + by },
            };
        }

        return new BerthPlan(assignments);
    }
}
