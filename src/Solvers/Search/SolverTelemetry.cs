using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace BerthOpt.Search;

/// <summary>What runs tell to whoever listens: one activity for each run, and meters of runs. Without a listener they cost nothing.</summary>
public static class SolverTelemetry
{
    /// <summary>Name of the <see cref="ActivitySource"/>: one activity <c>solve</c> for each run, with its plan's kind, seed, threads, work, cost, bound and why it ended.</summary>
    public const string ActivitySourceName = "BerthOpt.Solvers";

    /// <summary>Name of the <see cref="Meter"/>: <c>berthopt.solve.duration</c> in seconds, <c>berthopt.solve.work</c>, and <c>berthopt.solve.incumbents</c>, better plans.</summary>
    public const string MeterName = "BerthOpt.Solvers";

    private static readonly ActivitySource _source = new(ActivitySourceName);
    private static readonly Meter _meter = new(MeterName);
    private static readonly Histogram<double> _duration = _meter.CreateHistogram<double>("berthopt.solve.duration", "s", "Wall-clock time of a run.");
    private static readonly Histogram<long> _work = _meter.CreateHistogram<long>("berthopt.solve.work", "{unit}", "Work of a run, in units that do not depend on the machine.");
    private static readonly Counter<long> _incumbents = _meter.CreateCounter<long>("berthopt.solve.incumbents", "{plan}", "Plans that were better than all before in their run.");

    internal static Activity? Start() => _source.StartActivity("solve");

    internal static void Better<TPlan>() => _incumbents.Add(1, new KeyValuePair<string, object?>("plan", typeof(TPlan).Name));

    internal static void End<TPlan>(Activity? activity, SolveStatistics statistics, long? cost, long? bound, StopReason reason)
    {
        KeyValuePair<string, object?> plan = new("plan", typeof(TPlan).Name), why = new("stop_reason", reason.ToString());
        _duration.Record(statistics.Seconds, plan, why);
        _work.Record(statistics.Work, plan, why);
        activity?.SetTag(plan.Key, plan.Value).SetTag(why.Key, why.Value).SetTag("seed", (long)statistics.Seed).SetTag("threads", statistics.Threads)
            .SetTag("work", statistics.Work).SetTag("cost", cost).SetTag("bound", bound);
    }
}
