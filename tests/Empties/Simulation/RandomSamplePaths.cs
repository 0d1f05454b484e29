using System.Collections.Immutable;
using BerthOpt.Empties;

namespace BerthOpt.Tests.Empties.Simulation;

/// <summary>Small sample paths in which everything is scarce: vessels too small, delays of 0 to 3 ticks with noise, orders to the own port.</summary>
internal static class RandomSamplePaths
{
    public static SamplePath Of(ulong seed)
    {
        var rng = new Rng(seed);
        var ports = rng.Next(1, 5);
        var ticks = rng.Next(1, 60);
        var vessels = rng.Next(0, 4);
        return new SamplePath(new SamplePathParts
        {
            Name = $"random {seed}",
            Ticks = ticks,
            Ports = [.. Enumerable.Range(0, ports).Select(port => new SamplePort { Name = $"port {port}", Empties = rng.Next(30), Laden = Delay(rng), Empty = Delay(rng) })],
            Vessels = [.. Enumerable.Range(0, vessels).Select(vessel => Vessel(vessel, rng))],
            Stops = [.. Enumerable.Range(0, vessels).SelectMany(vessel => Stops(vessel, ports, ticks, rng))],
            Orders = [.. Enumerable.Range(0, ticks).SelectMany(tick => Orders(tick, ports, rng))],
        });
    }

    private static SampleDelay Delay(Rng rng)
    {
        var ticks = rng.Next(3);
        return new SampleDelay(ticks, rng.Next(ticks + 1));
    }

    private static SampleVessel Vessel(int vessel, Rng rng)
    {
        var capacity = rng.Next(25);
        return new SampleVessel { Name = $"vessel {vessel}", Capacity = capacity, Empties = rng.Next(capacity + 1), RouteStops = rng.Next(1, 5) };
    }

    private static IEnumerable<SampleStop> Stops(int vessel, int ports, int ticks, Rng rng)
    {
        for (var tick = rng.Next(3); tick < ticks + 10;)
        {
            var leaves = tick + rng.Next(1, 3);
            yield return new SampleStop(vessel, rng.Next(ports), tick, leaves);
            tick = leaves + rng.Next(1, 4);
        }
    }

    private static ImmutableArray<SampleOrder> Orders(int tick, int ports, Rng rng) =>
        [.. Enumerable.Range(0, rng.Next(4)).Select(_ => new SampleOrder(tick, rng.Next(ports), rng.Next(ports), rng.Next(8)))];
}

/// <summary>Moves something at random at each call, and notes what boxes there are.</summary>
internal sealed class RandomMoves(ulong seed) : IRepositioningPolicy
{
    private readonly Rng rng = new(seed);

    public void Ordered(in SampleOrder order, int fulfilled) => Assert.InRange(fulfilled, 0, order.Quantity);

    public void Loaded(int stop, int to, int quantity) => Assert.True(quantity > 0 && to > stop);

    public void Act(SimulationState state, int stop)
    {
        for (var times = rng.Next(3); times > 0; times--)
        {
            state.Move(rng.Next(-state.MostDischarged, state.MostLoaded + 1));
        }
    }
}
