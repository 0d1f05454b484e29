using Microsoft.Extensions.Logging;

namespace BerthOpt.Search;

/// <summary>
/// What runs tell the logger of their <see cref="SolverOptions.Logger"/>, if they have one: event 1 when a run begins, 2 a better plan and 3 a better
/// bound (Debug), 4 how it ended (Information). Told between epochs only, so that search neither waits for it nor allocates.
/// </summary>
internal static partial class SolverLog
{
    public static void Begins<TPlan>(SolverOptions options)
    {
        if (options.Logger is { } log)
        {
            Begins(log, typeof(TPlan).Name, options.Seed, options.Threads, options.TimeLimit, options.WorkLimit);
        }
    }

    public static void BetterPlan<TPlan>(SolverOptions options, long cost, long work, double seconds)
    {
        if (options.Logger is { } log)
        {
            BetterPlan(log, typeof(TPlan).Name, cost, work, seconds);
        }
    }

    public static void BetterBound<TPlan>(SolverOptions options, long bound, string method, long work, double seconds)
    {
        if (options.Logger is { } log)
        {
            BetterBound(log, typeof(TPlan).Name, bound, method, work, seconds);
        }
    }

    /// <summary>Tells how a run ended.</summary>
    /// <returns>The same result.</returns>
    public static SolveResult<TPlan> Ends<TPlan>(SolverOptions options, SolveResult<TPlan> result)
        where TPlan : class
    {
        if (options.Logger is { } log)
        {
            Ends(log, typeof(TPlan).Name, result.Status, result.StopReason, result.Cost, result.LowerBound, result.BoundMethod, result.Statistics.Work, result.Statistics.Seconds);
        }

        return result;
    }

    [LoggerMessage(EventId = 1, EventName = "SolveBegins", Level = LogLevel.Debug, Message = "{Plan}: a run begins, seed {Seed}, {Threads} threads, time limit {TimeLimit}, work limit {WorkLimit}.")]
    private static partial void Begins(ILogger log, string plan, ulong seed, int threads, TimeSpan? timeLimit, long? workLimit);

    [LoggerMessage(EventId = 2, EventName = "BetterPlan", Level = LogLevel.Debug, Message = "{Plan}: cost {Cost} after {Work} units of work, {Seconds} s.")]
    private static partial void BetterPlan(ILogger log, string plan, long cost, long work, double seconds);

    [LoggerMessage(EventId = 3, EventName = "BetterBound", Level = LogLevel.Debug, Message = "{Plan}: at least {LowerBound} ({BoundMethod}) after {Work} units of work, {Seconds} s.")]
    private static partial void BetterBound(ILogger log, string plan, long lowerBound, string boundMethod, long work, double seconds);

    [LoggerMessage(EventId = 4, EventName = "SolveEnds", Level = LogLevel.Information, Message = "{Plan}: {Status}, {StopReason}: cost {Cost}, at least {LowerBound} ({BoundMethod}), {Work} units of work, {Seconds} s.")]
    private static partial void Ends(ILogger log, string plan, SolveStatus status, StopReason stopReason, long? cost, long? lowerBound, string boundMethod, long work, double seconds);
}
