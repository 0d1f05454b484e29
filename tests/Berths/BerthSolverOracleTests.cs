using System.Collections.Concurrent;
using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>The solver against the oracle, on small problems over all features.</summary>
public sealed class BerthSolverOracleTests
{
    private const int ProblemsPerChunk = 250;

    public static TheoryData<int> Chunks => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Chunks))]
    public void Finds_the_best_plan_and_claims_no_more_than_it_knows(int chunk)
    {
        var wrong = new ConcurrentBag<string>();
        Parallel.For(chunk * ProblemsPerChunk, (chunk + 1) * ProblemsPerChunk, seed =>
        {
            var problem = RandomBerthProblems.Create((ulong)seed);
            if (BerthOracle.Solve(problem) is { } answer && Disagreement(problem, answer) is { } text)
            {
                wrong.Add($"{problem.Name}: {text}");
            }
        });

        Assert.Empty(wrong.Order());
    }

    /// <summary>What is wrong with the solver's answer; null when nothing is.</summary>
    private static string? Disagreement(BerthProblem problem, OracleAnswer answer)
    {
        try
        {
            // Little work is enough for most problems. What it claims must be right then, too.
            var result = Solve(problem, 6_000);
            if (IsRight(problem, result, answer) && result.Cost != answer.Cost)
            {
                result = Solve(problem, 300_000);
            }

            return IsRight(problem, result, answer) && result.Cost == answer.Cost ? null
                : $"oracle {(answer.Cost is { } least ? least : "no plan")}; solver {result.Status}, cost {result.Cost}, bound {result.LowerBound} ({result.BoundMethod}), {result.StopReason}";
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }

    private static SolveResult<BerthPlan> Solve(BerthProblem problem, long work) =>
        BerthSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = work, Threads = 1 });

    private static bool IsRight(BerthProblem problem, SolveResult<BerthPlan> result, OracleAnswer answer) =>
        (result.Plan is null || (BerthChecker.Check(problem, result.Plan) is { IsValid: true } check && check.Cost.Total == result.Cost && result.Cost >= answer.Cost))
        && (answer.Cost is null || !(result.LowerBound > answer.Cost))
        && (result.Status != SolveStatus.Infeasible || answer.Cost is null)
        && (result.Status != SolveStatus.Optimal || result.Cost == answer.Cost);
}
