using System.Collections.Immutable;
using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>What the library explains passes; any other price, place or plan does not.</summary>
public sealed class BerthExplanationCheckerTests
{
    private static readonly SolverOptions _brief = new() { TimeLimit = null, WorkLimit = 20_000, Threads = 1, Bounds = false };

    [Fact]
    public void Honest_explanations_pass_and_others_do_not()
    {
        var priced = 0;
        foreach (var seed in Enumerable.Range(0, 240))
        {
            var problem = RandomBerthProblems.Create((ulong)seed);
            if (problem.Calls.IsEmpty || BerthSolver.Solve(problem, _brief).Plan is not { } plan)
            {
                continue;
            }

            var call = BerthWhatIf.Explain(problem, plan, seed % problem.Calls.Length, _brief, TestContext.Current.CancellationToken);
            ImmutableArray<CallExplanation> read = Through(problem, plan, [call]);

            Assert.Empty(BerthExplanationChecker.Check(problem, plan, read));
            Assert.NotEmpty(BerthExplanationChecker.Check(problem, plan, [read[0] with { Cost = read[0].Cost with { Waiting = read[0].Cost.Waiting + 1 } }]));
            foreach (var wish in read[0].Counterfactuals.Where(wish => wish.CostChange is not null))
            {
                priced++;
                Refused(wish with { CostChange = wish.CostChange + 1 });
                if (wish.Moves is [var first, ..])
                {
                    Refused(wish with { Moves = [first with { From = first.From is { } at ? at with { Start = at.Start + 1 } : first.To }, .. wish.Moves[1..]] });
                }

                Refused(wish with { LeastCostChange = wish.CostChange + 1 });
            }

            void Refused(Counterfactual wish) => Assert.NotEmpty(BerthExplanationChecker.Check(problem, plan, [read[0] with { Counterfactuals = [wish] }]));
        }

        Assert.True(priced > 20, $"{priced}");
    }

    private static ImmutableArray<CallExplanation> Through(BerthProblem problem, BerthPlan plan, ImmutableArray<CallExplanation> calls)
    {
        var document = new System.Buffers.ArrayBufferWriter<byte>();
        BerthExplanationDocument.Write(problem, plan, calls, document);
        return BerthExplanationDocument.Read(document.WrittenSpan, problem);
    }
}
