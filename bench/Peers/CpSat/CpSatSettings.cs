using System.Globalization;
using Google.OrTools.Sat;

namespace BerthOpt.Bench.Peers;

/// <summary>How CP-SAT runs, whatever its model.</summary>
internal static class CpSatSettings
{
    /// <summary>Limits, seed and workers.</summary>
    public static string Parameters(PeerLimits limits, double seconds, string more = "") => string.Create(
        CultureInfo.InvariantCulture, $"max_time_in_seconds:{seconds:0.###},num_workers:{limits.Threads},random_seed:{limits.Seed}{more}");

    /// <summary>A bound as a whole number; null for none.</summary>
    public static long? Bound(double bound) => Math.Abs(bound) < long.MaxValue / 2.0 ? (long)Math.Ceiling(bound - 1e-6) : null;
}

/// <summary>Notes when the last improvement came. An exception in here would end the process, so it does nothing else.</summary>
internal sealed class CpSatWatch(TimeProvider clock, long began) : CpSolverSolutionCallback
{
    /// <summary>Seconds until the last solution.</summary>
    public double SecondsToBest { get; private set; }

    public override void OnSolutionCallback() => SecondsToBest = clock.GetElapsedTime(began).TotalSeconds;
}
