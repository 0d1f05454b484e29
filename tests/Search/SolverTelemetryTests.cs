using System.Diagnostics;
using System.Diagnostics.Metrics;
using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Search;

public sealed class SolverTelemetryTests
{
    [Fact]
    public void A_run_is_an_activity_and_is_measured()
    {
        // Other tests solve beside this one; the seed tells which run is meant.
        const ulong Seed = 987_654_321;
        Activity? seen = null;
        var durations = 0;
        var incumbents = 0;
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SolverTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => seen = Equals(activity.GetTagItem("seed"), (long)Seed) ? activity : seen,
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == SolverTelemetry.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<double>((instrument, seconds, _, _) => durations += instrument.Name == "berthopt.solve.duration" && seconds >= 0 ? 1 : 0);
        meters.SetMeasurementEventCallback<long>((instrument, count, _, _) => incumbents += instrument.Name == "berthopt.solve.incumbents" ? (int)count : 0);
        meters.Start();

        var result = BerthSolver.Solve(BerthGenerator.MeiselBierwirth(10, 1), new SolverOptions { TimeLimit = null, WorkLimit = 20_000, Seed = Seed });

        Assert.Equal(result.Cost, seen?.GetTagItem("cost"));
        Assert.Equal("BerthPlan", seen?.GetTagItem("plan"));
        Assert.Equal(result.StopReason.ToString(), seen?.GetTagItem("stop_reason"));
        Assert.InRange(durations, 1, int.MaxValue);
        Assert.InRange(incumbents, 1, int.MaxValue);
    }
}
