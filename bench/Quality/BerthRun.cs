using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Search;

namespace BerthOpt.Bench.Quality;

/// <summary>One run on one instance, judged: the checker's verdict on the plan, and again on what its CSV reads back as.</summary>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Result">What the solver gave; null when it failed.</param>
/// <param name="Fault">What is wrong with the result; null for nothing.</param>
internal sealed record BerthRun(ulong Seed, SolveResult<BerthPlan>? Result, string? Fault)
{
    public static BerthRun Of(BerthInstance instance, QualityOptions options, ulong seed, CancellationToken cancellation)
    {
        var limits = new SolverOptions
        {
            TimeLimit = options.Work is null ? TimeSpan.FromSeconds(options.Seconds) : null,
            WorkLimit = options.Work,
            Seed = seed,
            Threads = options.Threads,
        };
        try
        {
            var result = BerthSolver.Solve(instance.Problem, limits, null, cancellation);
            return new BerthRun(seed, result, Judge(instance, result));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new BerthRun(seed, null, $"failed: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static string? Judge(BerthInstance instance, SolveResult<BerthPlan> result)
    {
        if (result.Plan is not { } plan)
        {
            return result.Status == SolveStatus.Infeasible ? null : "no plan";
        }

        var check = BerthChecker.Check(instance.Problem, plan);
        var again = BerthPlanCsv.Read(BerthPlanCsv.Write(plan, instance), instance);
        return !check.IsValid ? $"invalid: {check.Faults[0]}"
            : check.Cost.Total != result.Cost ? $"costs {check.Cost.Total}, not {result.Cost}"
            : result.LowerBound > result.Cost ? $"bound {result.LowerBound} above cost {result.Cost}"
            : !plan.Assignments.SequenceEqual(again.Assignments) || BerthChecker.Check(instance.Problem, again).Cost.Total != result.Cost ? "its CSV reads back as another plan"
            : null;
    }
}
