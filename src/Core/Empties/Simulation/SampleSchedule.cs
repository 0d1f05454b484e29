using System.Collections.Immutable;

namespace BerthOpt.Empties;

/// <summary>All of a sample path but its orders: what is published beforehand.</summary>
public sealed class SampleSchedule
{
    /// <summary>The most ticks of a schedule.</summary>
    public const int MostTicks = 1_000_000;

    /// <summary>The longest delay of a port, noise included.</summary>
    public const int MostDelay = 10_000;

    /// <summary>The most boxes of one kind of count, and the most in all.</summary>
    public const int MostBoxes = 1_000_000_000;

    private readonly int[] firstStop;
    private readonly int[] firstCall;
    private readonly int[] calls;

    internal SampleSchedule(SamplePathParts parts)
    {
        (Name, Ticks, Ports, Vessels, Stops) = (parts.Name, parts.Ticks, parts.Ports, parts.Vessels, parts.Stops);
        firstStop = Starts(Vessels.Length, Stops.Select(stop => stop.Vessel));
        var called = Enumerable.Range(0, Stops.Length).Where(stop => stop > firstStop[Stops[stop].Vessel] && Stops[stop].Arrival < Ticks);
        calls = [.. called.OrderBy(stop => Stops[stop].Arrival)];
        firstCall = Starts(Ticks, calls.Select(stop => Stops[stop].Arrival));
        MostReturnDelay = Ports.Max(port => Math.Max(port.Laden.Most, port.Empty.Most));
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Ticks that are simulated, from 0; 1 to <see cref="MostTicks"/>.</summary>
    public int Ticks { get; }

    /// <summary>The ports; at least one.</summary>
    public ImmutableArray<SamplePort> Ports { get; }

    /// <summary>The vessels.</summary>
    public ImmutableArray<SampleVessel> Vessels { get; }

    /// <summary>The stops of vessel 0 in order of time, then those of vessel 1, ...; they may lead beyond the last tick.</summary>
    public ImmutableArray<SampleStop> Stops { get; }

    /// <summary>The longest that a box stays with a shipper or consignee.</summary>
    internal int MostReturnDelay { get; }

    /// <summary>
    /// Indices of the stops that are calls at a tick, by vessel. The first stop of a vessel is none: it lies there at the beginning, and
    /// nothing is loaded.
    /// </summary>
    internal ReadOnlySpan<int> CallsAt(int tick) => calls.AsSpan(firstCall[tick]..firstCall[tick + 1]);

    /// <summary>Whether the vessel stops again, and so a stop at <c>stop + 1</c> is its own.</summary>
    internal bool HasNext(int stop) => stop + 1 < firstStop[Stops[stop].Vessel + 1];

    /// <summary>The stop behind the last of one round after a stop: as far as laden boxes are taken.</summary>
    internal int EndOfRound(int stop) => Math.Min(stop + 1 + Vessels[Stops[stop].Vessel].RouteStops, firstStop[Stops[stop].Vessel + 1]);

    /// <summary>Index of a vessel's first stop; that of the next vessel is one behind its last.</summary>
    internal int FirstStop(int vessel) => firstStop[vessel];

    /// <summary>Of keys in ascending order: where each key's run begins.</summary>
    internal static int[] Starts(int count, IEnumerable<int> keys)
    {
        var starts = new int[count + 1];
        foreach (var key in keys)
        {
            starts[key + 1]++;
        }

        for (var key = 0; key < count; key++)
        {
            starts[key + 1] += starts[key];
        }

        return starts;
    }
}
