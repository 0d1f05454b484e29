using System.Diagnostics;
using System.Globalization;

namespace BerthOpt.Api;

/// <summary>Who works on a job: a service in a process of a machine. Whether that process still lives can be seen on the same machine.</summary>
internal sealed record Owner(string Machine, int Process, long StartedSeconds, string Service)
{
    // The start of a process is told from the start of the machine, which every process reckons a little differently.
    private const long Tolerance = 3;

    /// <summary>As it is stored.</summary>
    public string Text => FormattableString.Invariant($"{Machine}/{Process}/{StartedSeconds}/{Service}");

    public static Owner OfThisProcess()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new Owner(Environment.MachineName, process.Id, SecondsOf(process), Guid.NewGuid().ToString("N"));
    }

    /// <summary>Whether an owner of this machine is certainly no longer there.</summary>
    public static bool IsGone(string text) => text.Split('/') is [var machine, var process, var started, _] && machine == Environment.MachineName
        && !Lives(int.Parse(process, CultureInfo.InvariantCulture), long.Parse(started, CultureInfo.InvariantCulture));

    private static bool Lives(int id, long started)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(id);
            return Math.Abs(SecondsOf(process) - started) <= Tolerance;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static long SecondsOf(Process process) => new DateTimeOffset(process.StartTime.ToUniversalTime()).ToUnixTimeSeconds();
}
