using BerthOpt.Search;

namespace BerthOpt.Bench.Quality;

/// <summary>One run on one instance, judged: the checker's verdict on the plan, and again on what its CSV reads back as.</summary>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Result">What the solver gave, the plan as its CSV; null when it failed.</param>
/// <param name="Fault">What is wrong with the result; null for nothing.</param>
internal sealed record QualityRun(ulong Seed, SolveResult<string>? Result, string? Fault)
{
    /// <summary>Runs a solver; what it throws is a fault of the run.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="solve">The solver.</param>
    /// <param name="judge">The checker: cost of a plan, and the first broken rule, null for none.</param>
    /// <param name="write">The plan's CSV.</param>
    /// <param name="read">The plan of a CSV.</param>
    public static QualityRun Of<TPlan>(ulong seed, Func<SolveResult<TPlan>> solve, Func<TPlan, (long Cost, string? Fault)> judge, Func<TPlan, string> write, Func<string, TPlan> read)
        where TPlan : class
    {
        try
        {
            var result = solve();
            var csv = result.Plan is { } plan ? write(plan) : null;
            return new QualityRun(seed, Written(result, csv), Judge(result, csv, judge, write, read));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new QualityRun(seed, null, $"failed: {fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static string? Judge<TPlan>(SolveResult<TPlan> result, string? csv, Func<TPlan, (long Cost, string? Fault)> judge, Func<TPlan, string> write, Func<string, TPlan> read)
        where TPlan : class
    {
        if (result.Plan is not { } plan || csv is null)
        {
            return result.Status == SolveStatus.Infeasible ? null : "no plan";
        }

        var (cost, broken) = judge(plan);
        var again = read(csv);
        return broken is not null ? $"invalid: {broken}"
            : cost != result.Cost ? $"costs {cost}, not {result.Cost}"
            : result.LowerBound > result.Cost ? $"bound {result.LowerBound} above cost {result.Cost}"
            : write(again) != csv || judge(again).Cost != result.Cost ? "its CSV reads back as another plan"
            : null;
    }

    private static SolveResult<string> Written<TPlan>(SolveResult<TPlan> result, string? csv)
        where TPlan : class => new()
        {
            Status = result.Status,
            StopReason = result.StopReason,
            Plan = csv,
            Cost = result.Cost,
            LowerBound = result.LowerBound,
            BoundMethod = result.BoundMethod,
            Statistics = result.Statistics,
        };
}
