using BerthOpt.Cranes;
using BerthOpt.Tests.Cranes.Oracle;

namespace BerthOpt.Tests.Cranes;

/// <summary>The checker against the oracle, which moves every crane slot by slot: they must judge every plan alike, and name the same kinds of rules.</summary>
public sealed class CraneCheckerOracleTests
{
    private const int ProblemsInChunk = 250;

    private static readonly Dictionary<string, string> Kinds = new()
    {
        [CraneFaultCodes.CraneUnknown] = "crane",
        [CraneFaultCodes.CannotDo] = "cannot",
        [CraneFaultCodes.OutOfReach] = "reach",
        [CraneFaultCodes.EndMismatch] = "end",
        [CraneFaultCodes.VesselNotReady] = "vessel",
        [CraneFaultCodes.CraneNotReady] = "ready",
        [CraneFaultCodes.CraneGone] = "gone",
        [CraneFaultCodes.CraneOut] = "out",
        [CraneFaultCodes.DeadlineMissed] = "deadline",
        [CraneFaultCodes.BeyondHorizon] = "horizon",
        [CraneFaultCodes.CraneShared] = "shared",
        [CraneFaultCodes.RailEnd] = "rail",
        [CraneFaultCodes.CraneTravel] = "rail",
        [CraneFaultCodes.Interference] = "rail",
        [CraneFaultCodes.StartInTheWay] = "rail",
        [CraneFaultCodes.Precedence] = "precedence",
        [CraneFaultCodes.NonSimultaneous] = "non-simultaneous",
        [CraneFaultCodes.Direction] = "direction",
        [CraneFaultCodes.PinBroken] = "pin",
    };

    public static TheoryData<int> Chunks => [0, 1, 2, 3];

    /// <summary>4 chunks of 250 problems with 10 plans each are 10,000 plans.</summary>
    [Theory]
    [MemberData(nameof(Chunks))]
    public void Plans_are_judged_alike(int chunk)
    {
        var (good, bad) = (0, 0);
        var named = new Dictionary<string, int>();
        foreach (var (problem, oracle, plan) in Plans(chunk))
        {
            var broken = oracle.Broken([.. plan.Select(at => (TaskAssignment?)at)]);
            var check = CraneChecker.Check(problem, new CranePlan(plan));
            var kinds = new SortedSet<string>(check.Faults.Select(fault => Kinds[fault.Code]), StringComparer.Ordinal);

            string Story() => $"{problem.Name}: simulated {string.Join(' ', broken)}; checked {string.Join(' ', check.Faults)}; plan {string.Join(' ', plan)}";
            Assert.True(check.IsValid == (broken.Count == 0), Story());
            Assert.True(!Played(broken, plan, problem) || kinds.SetEquals(broken), Story());
            good += check.IsValid ? 1 : 0;
            bad += check.IsValid ? 0 : 1;
            foreach (var code in check.Faults.Select(fault => fault.Code).Distinct())
            {
                named[code] = named.GetValueOrDefault(code) + 1;
            }
        }

        Assert.True(good >= 400 && bad >= 1000, $"{good} valid, {bad} not");
        Assert.All(Kinds.Keys, code => Assert.True(named.GetValueOrDefault(code) >= 2, $"{code}: {named.GetValueOrDefault(code)}"));
    }

    /// <summary>The simulation itself: following the places that each crane can be at finds just the plans that trying every place of every crane finds.</summary>
    [Fact]
    public void The_simulation_finds_what_trying_every_place_finds()
    {
        var (yes, no) = (0, 0);
        for (ulong seed = 0; seed < 4000 && yes + no < 300; seed++)
        {
            var problem = RandomCraneProblems.Create(seed);
            var beside = problem.Rail.Clearance * (problem.Cranes.Length - 1);
            var last = problem.Tasks.Select(task => task.Position).Concat(problem.Cranes.Select(crane => crane.Start ?? 0)).Max() + beside;
            var places = ((last + beside) * problem.Rail.TravelSlots) + 1;
            if (problem.Rail.TravelSlots == 0 || problem.Cranes.Length is 1 or 4 || Math.Pow(places, problem.Cranes.Length) > 6000)
            {
                continue;
            }

            var rng = new Rng(seed);
            var plan = problem.Tasks.Select(_ => (TaskAssignment?)new TaskAssignment(rng.Next(problem.Cranes.Length), rng.Next(problem.Horizon - 1), 0)).Take(4).Select(at => (TaskAssignment?)(at!.Value with { End = at.Value.Start + 1 })).ToArray();
            var simulation = new CraneOracle(problem).Simulation(plan);
            var found = simulation.HoldsByTrying(-beside, last);

            Assert.True(simulation.Holds() == found, problem.Name);
            yes += found ? 1 : 0;
            no += found ? 0 : 1;
        }

        Assert.True(yes >= 50 && no >= 50, $"{yes} possible, {no} not");
    }

    /// <summary>Whether the plan could be played and no crane had to be in two places by its own tasks or its start, so that all kinds of rules were judged by both.</summary>
    private static bool Played(SortedSet<string> broken, TaskAssignment[] plan, CraneProblem problem) =>
        !broken.Overlaps(["crane", "end", "cannot", "horizon", "vessel", "shared"]) && !(problem.Rail.StartsBlock && broken.Contains("ready")) && plan.All(at => at.Start >= 0 && at.End <= problem.Horizon);

    private static IEnumerable<(CraneProblem Problem, CraneOracle Oracle, TaskAssignment[] Plan)> Plans(int chunk)
    {
        for (var number = 0; number < ProblemsInChunk; number++)
        {
            var seed = (ulong)((chunk * ProblemsInChunk) + number);
            var problem = RandomCraneProblems.Create(seed);
            var oracle = new CraneOracle(problem);
            var rng = new Rng(seed).Split(1);
            var plan = RandomCranePlans.Greedy(problem, oracle, rng);
            yield return (problem, oracle, plan);
            for (var round = 0; round < 9; round++)
            {
                // A change of a good plan that is good too is changed further.
                var changed = RandomCranePlans.Changed(problem, oracle, plan, rng);
                yield return (problem, oracle, changed);
                plan = rng.Next(2) == 0 && oracle.Broken([.. changed.Select(at => (TaskAssignment?)at)]).Count == 0 ? changed : plan;
            }
        }
    }
}
