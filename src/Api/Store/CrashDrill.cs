using System.Diagnostics;
using System.Globalization;

namespace BerthOpt.Api;

/// <summary>
/// Ends the service dead at a named point, as a power cut would, so that tests see what becomes of jobs (<c>docs/reliability.md</c>):
/// <c>before-claim:3</c> at the third claim of a job, all of it written but not committed; <c>after-claim:3</c> right behind its commit.
/// </summary>
internal sealed class CrashDrill
{
    private readonly string _point;
    private int _left;

    private CrashDrill(string point, int count) => (_point, _left) = (point, count);

    /// <summary>Whether this names a point.</summary>
    public static bool IsKnown(string? text) => string.IsNullOrEmpty(text)
        || (Parse(text) is { _left: > 0 } drill && drill._point.Split('-', 2) is ["before" or "after", var write] && JobWrites.All.Contains(write));

    public static CrashDrill Parse(string? text) => text?.Split(':') switch
    {
        null or [""] => new CrashDrill("", 0),
        [var point] => new CrashDrill(point, 1),
        [var point, var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => new CrashDrill(point, number),
        _ => new CrashDrill(text, 0),
    };

    /// <summary>All that belongs to a write is written, but not committed.</summary>
    public void Before(string write) => At("before-", write);

    /// <summary>A write is committed, and nobody knows of it yet.</summary>
    public void After(string write) => At("after-", write);

    private void At(string when, string write)
    {
        if (_point.Length > 0 && _point.AsSpan().StartsWith(when, StringComparison.Ordinal) && _point.AsSpan(when.Length).SequenceEqual(write) && Interlocked.Decrement(ref _left) == 0)
        {
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}

/// <summary>What is written of jobs, by name.</summary>
internal static class JobWrites
{
    public const string Submit = "submit";
    public const string Claim = "claim";
    public const string Renew = "renew";
    public const string Plan = "plan";
    public const string Tell = "tell";
    public const string Finish = "finish";
    public const string Release = "release";
    public const string Expire = "expire";
    public const string Stop = "stop";
    public const string Delete = "delete";

    public static IReadOnlyList<string> All { get; } = CodeList.Of(typeof(JobWrites));
}
