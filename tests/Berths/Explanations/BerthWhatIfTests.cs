using System.Buffers;
using BerthOpt.Berths;
using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>The prices of wishes.</summary>
public sealed class BerthWhatIfTests
{
    private static readonly SolverOptions _brief = new() { WorkLimit = 30_000, TimeLimit = null, Threads = 1 };

    [Fact]
    public void Prices_are_those_of_an_oracle_that_tries_everything()
    {
        var (exact, impossible, bounded) = (0, 0, 0);
        foreach (var (problem, plan) in BerthExplainerTests.Plans(160))
        {
            var now = BerthChecker.Check(problem, plan).Cost.Total;
            for (var call = 0; call < problem.Calls.Length; call++)
            {
                foreach (var price in BerthWhatIf.Explain(problem, plan, call, _brief).Counterfactuals)
                {
                    var free = Restriction.Lift(problem, [new Restriction(RestrictionKind.Frozen, call)]).Parts;
                    var wished = new BerthProblem(free with { Calls = free.Calls.SetItem(call, free.Calls[call] with { Pin = price.Pin, Optional = false, Rates = free.Calls[call].Rates with { Rejection = 0 } }) });
                    if (BerthOracle.Solve(wished) is not { } truth)
                    {
                        continue;
                    }

                    Assert.True(truth.Cost is null ? price.Status is CounterfactualStatus.Impossible or CounterfactualStatus.Unknown : price.Status != CounterfactualStatus.Impossible, $"{problem.Name}, call {call}: {price} against {truth.Cost}");
                    Assert.True(price.CostChange is null || truth.Cost - now <= price.CostChange, $"{problem.Name}, call {call}: {price} against {truth.Cost - now}");
                    Assert.True(price.LeastCostChange is null || truth.Cost is null || price.LeastCostChange <= truth.Cost - now, $"{problem.Name}, call {call}: {price} against {truth.Cost - now}");
                    exact += price.Status == CounterfactualStatus.Exact ? 1 : 0;
                    impossible += price.Status == CounterfactualStatus.Impossible ? 1 : 0;
                    bounded += price.Status == CounterfactualStatus.AtMost ? 1 : 0;
                    if (price.Status == CounterfactualStatus.Exact)
                    {
                        Assert.Equal(truth.Cost - now, price.CostChange);
                    }
                }
            }
        }

        Assert.True(exact > 20 && impossible > 20, $"{exact} exact, {impossible} impossible, {bounded} at most.");
    }

    [Fact]
    public void Plans_that_break_rules_have_no_prices()
    {
        var problem = BerthGenerator.MeiselBierwirth(20, 1);

        Assert.Throws<ArgumentException>(() => BerthWhatIf.Price(problem, new BerthPlan(problem.Calls.Select(_ => (Assignment?)null)), 0, new Pin(Start: 50), _brief));
    }

    [Fact]
    public void The_same_question_has_the_same_answer_and_its_moves_add_up()
    {
        var problem = BerthGenerator.MeiselBierwirth(40, 3);
        var plan = BerthSolver.Solve(problem, new() { WorkLimit = 100_000, TimeLimit = null, Bounds = false }).Plan!;
        var call = Enumerable.Range(0, 40).First(call => plan.Assignments[call]!.Value.Start > problem.Calls[call].Arrival);

        var first = BerthWhatIf.Explain(problem, plan, call, new() { WorkLimit = 50_000, TimeLimit = null, Threads = 1 });
        var second = BerthWhatIf.Explain(problem, plan, call, new() { WorkLimit = 50_000, TimeLimit = null, Threads = 2 });

        Assert.NotEmpty(first.Counterfactuals);
        Assert.Equal(Text(problem, plan, first), Text(problem, plan, second));
        Assert.All(first.Counterfactuals.Where(price => price.CostChange is not null), price => Assert.Equal(price.CostChange, price.Moves.Sum(move => move.CostChange)));
        Assert.Contains(first.Counterfactuals, price => price.CostChange is not null);
    }

    [Fact]
    public void Explanations_read_back_as_they_were_written()
    {
        foreach (var (problem, plan) in BerthExplainerTests.Plans(30))
        {
            for (var call = 0; call < problem.Calls.Length; call++)
            {
                var written = BerthWhatIf.Explain(problem, plan, call, _brief);

                var text = Text(problem, plan, written);

                Assert.Equal(text, Text(problem, plan, BerthExplanationDocument.Read(text, problem).Single()));
            }
        }
    }

    [Fact]
    public void A_call_that_is_left_out_is_told_why()
    {
        var seen = new HashSet<string>();
        foreach (var (problem, plan) in BerthExplainerTests.Plans(150).Where(pair => pair.Plan.Assignments.Contains(null)))
        {
            foreach (var call in Enumerable.Range(0, problem.Calls.Length).Where(call => plan.Assignments[call] is null))
            {
                var left = BerthWhatIf.Explain(problem, plan, call, _brief).LeftOut!;
                seen.Add(left.Code);
                var alone = new BerthProblem(problem.Parts with { Calls = [problem.Calls[call] with { Optional = false, Rates = new Rates() }], Baseline = problem.Baseline is { } baseline ? new Baseline { Entries = [baseline.Entries[call]] } : null });
                if (BerthOracle.Solve(alone) is { } truth && problem.Movements.Caps.IsEmpty)
                {
                    Assert.True(left.Code != LeftOutCodes.NoPlace || truth.Plan is null, $"{problem.Name}, call {call}: {left}");
                }

                if (left.Cheapest is { } place)
                {
                    var taken = new BerthPlan(plan.Assignments.SetItem(call, place));
                    Assert.True(left.CostChange <= BerthChecker.Check(problem, taken).Cost.Total - BerthChecker.Check(problem, plan).Cost.Total, $"{problem.Name}, call {call}: {left}");
                }
            }
        }

        Assert.True(seen.Count >= 3, string.Join(", ", seen));
    }

    private static byte[] Text(BerthProblem problem, BerthPlan plan, CallExplanation call)
    {
        var output = new ArrayBufferWriter<byte>();
        BerthExplanationDocument.Write(problem, plan, [call], output);
        return output.WrittenSpan.ToArray();
    }
}
