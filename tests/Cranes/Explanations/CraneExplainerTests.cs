using System.Collections.Concurrent;
using BerthOpt.Cranes;
using BerthOpt.Search;
using static BerthOpt.Tests.Cranes.CraneExamples;

namespace BerthOpt.Tests.Cranes;

public sealed class CraneExplainerTests
{
    private static readonly SolverOptions _brief = new() { TimeLimit = null, WorkLimit = 20_000, Threads = 1, Bounds = false };

    /// <summary>Q1 does A in [0, 4) at 10, then B at 12, where Q2 works until 18 and then makes room: B begins at 20. D of Q2 needs no longer than 24.</summary>
    [Fact]
    public void By_hand()
    {
        var problem = new CraneProblem(Yard(2, Task("A", 10, 4), Task("B", 12, 10), Task("C", 12, 18), Task("D", 20, 2)) with { Rail = new Rail { TravelSlots = 1, Clearance = 1 } });
        var plan = new CranePlan([Does(0, 0, 4), Does(0, 19, 29), Does(1, 0, 18), Does(1, 26, 28)]);
        Assert.Empty(CraneChecker.Check(problem, plan).Faults);

        var explanation = CraneExplainer.Explain(problem, plan, TestContext.Current.CancellationToken);

        var chain = Assert.Single(explanation.Chains);
        Assert.Equal(29, chain.End);
        Assert.Equal([2, 1], chain.Links.Select(link => link.Task));
        Assert.Equal(new StartReason(CraneFaultCodes.Interference, 19, 2, 1), chain.Links[1].Reason);
        Assert.Equal(CraneFaultCodes.VesselNotReady, chain.Links[0].Reason!.Code);
        Assert.Equal([new CraneWaiting(0, 1, 13)], explanation.Waiting);
        Assert.Equal((13, 2), (explanation.Tasks[1].Waiting, explanation.Tasks[1].WaitsFor));
        Assert.All(explanation.Tasks[3].Reasons, reason => Assert.True(reason.From < 28));
    }

    /// <summary>What is said to hold a task is what the checker says of it one slot earlier, and nothing else does.</summary>
    [Fact]
    public void Reasons_are_those_of_the_checker()
    {
        var (wrong, held, free) = (new ConcurrentBag<string>(), 0, 0);
        Parallel.For(0, 300, seed =>
        {
            var parts = RandomCraneProblems.Parts((ulong)seed) with { Direction = CraneDirection.Free };
            // A task of no time could as well come behind the one that keeps it back.
            if (Solved(parts, seed) is not var (problem, plan) || plan.Assignments.Any(at => at.Start == at.End))
            {
                return;
            }

            var explanation = CraneExplainer.Explain(problem, plan);
            foreach (var task in explanation.Tasks)
            {
                var at = task.Assignment;
                var earlier = CraneChecker.Check(problem, new CranePlan(plan.Assignments.SetItem(task.Task, at with { Start = at.Start - 1, End = at.End - 1 })));
                string[] codes = [.. task.Reasons.Where(reason => reason.From == at.Start).Select(reason => reason.Code).Distinct()];
                if (at.Start > 0 && (codes.Length > 0 == earlier.IsValid || codes.Any(code => !earlier.Faults.Any(fault => fault.Code == code))))
                {
                    wrong.Add($"{seed} {problem.Tasks[task.Task].Id}: {string.Join(' ', codes)} against {string.Join(' ', earlier.Faults)}");
                }

                Interlocked.Add(ref codes.Length > 0 ? ref held : ref free, 1);
            }

            var waiting = explanation.Waiting.Sum(wait => (double)wait.Slots) * (double)problem.Grid.SecondsPerSlot / 3600;
            if (Math.Abs(waiting - CraneKpis.Of(problem, plan).InterferenceHours) > 1e-9 || !CraneExplanationChecker.Check(problem, plan, explanation).IsEmpty)
            {
                wrong.Add($"{seed}: waiting {waiting}, {string.Join(' ', CraneExplanationChecker.Check(problem, plan, explanation))}");
            }
        });

        Assert.True(wrong.IsEmpty, string.Join('\n', wrong.Order().Take(6)));
        Assert.True(held > 100 && free > 0, $"{held} {free}");
    }

    [Fact]
    public void Prices_are_those_of_plans_and_documents_keep_them()
    {
        var (exact, priced) = (0, 0);
        foreach (var seed in Enumerable.Range(0, 40))
        {
            if (Solved(RandomCraneProblems.Parts((ulong)seed), seed) is not var (problem, plan))
            {
                continue;
            }

            var explanation = CraneWhatIf.Explain(problem, plan, 0, _brief with { Bounds = true }, TestContext.Current.CancellationToken);
            var written = new System.Buffers.ArrayBufferWriter<byte>();
            CraneExplanationDocument.Write(problem, plan, explanation, written);
            var read = CraneExplanationDocument.Read(written.WrittenSpan, problem);
            var again = new System.Buffers.ArrayBufferWriter<byte>();
            CraneExplanationDocument.Write(problem, plan, read, again);

            Assert.Empty(CraneExplanationChecker.Check(problem, plan, read));
            Assert.True(written.WrittenSpan.SequenceEqual(again.WrittenSpan));
            foreach (var wish in read.Tasks[0].Counterfactuals.Where(wish => wish.CostChange is not null))
            {
                priced++;
                exact += wish.Status == BerthOpt.Diagnostics.CounterfactualStatus.Exact ? 1 : 0;
                var lie = read with { Tasks = [read.Tasks[0] with { Counterfactuals = [wish with { CostChange = wish.CostChange + 1 }] }] };
                Assert.NotEmpty(CraneExplanationChecker.Check(problem, plan, lie));
            }
        }

        Assert.True(priced > 10 && exact > 0, $"{priced} {exact}");
    }

    private static (CraneProblem Problem, CranePlan Plan)? Solved(CraneParts parts, int seed)
    {
        var problem = new CraneProblem(parts);
        return CraneSolver.Solve(problem, _brief with { Seed = (ulong)seed }).Plan is { } plan ? (problem, plan) : null;
    }
}
