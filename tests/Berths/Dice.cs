using System.Collections.Immutable;
using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>Random choices for problems: how often a feature is used, and where.</summary>
/// <param name="rng">The numbers.</param>
/// <param name="percent">How often a feature is used.</param>
internal sealed class Dice(Rng rng, int percent)
{
    /// <summary>The numbers.</summary>
    public Rng Rng => rng;

    /// <summary>In 3 of 4 cases, whatever the problem.</summary>
    public bool Usually() => rng.Next(4) > 0;

    /// <summary>In half of all cases, whatever the problem.</summary>
    public bool Often() => rng.Next(2) == 0;

    /// <summary>As often as this problem uses features.</summary>
    public bool Sometimes() => rng.Next(100) < percent;

    /// <summary>A third as often.</summary>
    public bool Rarely() => rng.Next(300) < percent;

    /// <summary>Sometimes 1 to <paramref name="most"/> of something, else nothing.</summary>
    public ImmutableArray<T> Some<T>(int most, Func<T> make) =>
        Sometimes() ? [.. Enumerable.Range(0, rng.Next(1, most + 1)).Select(_ => make())] : [];

    /// <summary>A weight of a cost term: mostly 1.</summary>
    public int Weight() => Sometimes() ? rng.Next(4) : 1;

    /// <summary>A run of sections of a quay.</summary>
    public Interval Sections(int length)
    {
        var from = rng.Next(length);
        return new Interval(from, rng.Next(from + 1, length + 1));
    }

    /// <summary>A run of at most <paramref name="most"/> slots that starts by the horizon.</summary>
    public Interval Slots(int horizon, int most)
    {
        var from = rng.Next(horizon);
        return new Interval(from, from + rng.Next(1, most + 1));
    }

    /// <summary>A position at which a call might lie.</summary>
    public int Position(Quay quay, int length) => quay.Berths.IsEmpty
        ? rng.Next(Math.Max(1, quay.Length - length + 1))
        : quay.Berths[rng.Next(quay.Berths.Length)].Start;
}
