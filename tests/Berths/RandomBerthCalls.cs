using System.Collections.Immutable;
using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>The calls of <see cref="RandomBerthProblems"/>.</summary>
internal static class RandomBerthCalls
{
    /// <summary>The call of number <paramref name="index"/>.</summary>
    public static Call Create(Dice dice, int index, ImmutableArray<Quay> quays, ImmutableArray<CranePool> pools, int horizon)
    {
        var rng = dice.Rng;
        var arrival = rng.Next(0, dice.Often() ? horizon / 3 : (horizon * 2) / 3);
        var length = Math.Min(rng.Next(1, 5), dice.Rarely() ? 4 : Room(quays));
        var handling = RandomHandling(dice, quays, pools);
        var preferred = rng.Next(quays.Length);
        var optional = dice.Sometimes();
        return new Call
        {
            Id = $"call {index}",
            Length = length,
            Arrival = arrival,
            Handling = handling,
            EarliestStart = dice.Sometimes() ? Math.Max(0, arrival - rng.Next(4)) : null,
            LatestStart = dice.Rarely() ? arrival + rng.Next(6) : Call.Never,
            Due = dice.Often() ? arrival + rng.Next(1, 8) : Call.Never,
            Deadline = dice.Rarely() ? arrival + rng.Next(6, 15) : Call.Never,
            DraughtCentimetres = dice.Often() ? rng.Next(6, 13) * 100 : 0,
            BerthsNeeded = dice.Rarely() ? rng.Next(1, 3) : 0,
            ArrivalWindows = dice.Sometimes() ? Tide(dice, horizon) : null,
            DepartureWindows = dice.Sometimes() ? Tide(dice, horizon) : null,
            Allowed = dice.Some(3, () => Allowed(dice, quays, length)),
            Requires = dice.Sometimes() ? Offers(dice, quays) : [],
            PreferredQuay = dice.Sometimes() ? preferred : null,
            PreferredPosition = dice.Usually() ? dice.Position(quays[preferred], length) : null,
            Priority = dice.Sometimes() ? rng.Next(1, 4) : 1,
            Rates = new Rates
            {
                Waiting = rng.Next(4),
                Stay = rng.Next(3),
                Lateness = rng.Next(6),
                Deviation = rng.Next(3),
                CraneSlot = dice.Sometimes() ? rng.Next(3) : 0,
                SpeedUp = rng.Next(4),
                Rejection = optional ? rng.Next(60) : 0,
            },
            Optional = optional,
            Pin = dice.Rarely() ? RandomPin(dice, length, arrival, handling, quays, pools) : null,
        };
    }

    /// <summary>The longest hull for which there is room somewhere.</summary>
    private static int Room(ImmutableArray<Quay> quays) =>
        quays.Max(quay => quay.Layout == QuayLayout.Discrete ? quay.Berths.Max(berth => berth.Length) : quay.Berths.IsEmpty ? quay.Length : quay.Berths.Sum(berth => berth.Length));

    /// <summary>Mostly something that some place offers.</summary>
    private static ImmutableArray<string> Offers(Dice dice, ImmutableArray<Quay> quays)
    {
        string[] offers = [.. quays.SelectMany(quay => quay.Offers.Concat(quay.Berths.SelectMany(berth => berth.Offers))).Distinct()];
        return dice.Rarely() ? ["shore power"] : offers.Length == 0 ? [] : [offers[dice.Rng.Next(offers.Length)]];
    }

    /// <summary>A stretch of a quay that is mostly long enough for the hull.</summary>
    private static Place Allowed(Dice dice, ImmutableArray<Quay> quays, int length)
    {
        var quay = dice.Rng.Next(quays.Length);
        var from = dice.Rng.Next(Math.Max(1, quays[quay].Length - length + 1));
        var to = dice.Rng.Next(Math.Min(from + length, quays[quay].Length), quays[quay].Length + 1);
        return new Place(quay, dice.Rarely() ? dice.Sections(quays[quay].Length) : new Interval(from, to));
    }

    private static Handling RandomHandling(Dice dice, ImmutableArray<Quay> quays, ImmutableArray<CranePool> pools)
    {
        var rng = dice.Rng;
        var berths = quays.Sum(quay => quay.Berths.Length);
        var byBerth = berths > 0 && (quays.All(quay => quay.Layout != QuayLayout.Continuous) ? dice.Often() : dice.Rarely());
        var byCranes = pools.IsEmpty ? dice.Rarely() : dice.Usually();
        var min = pools.Any(pool => pool.Count == 1) ? 1 : rng.Next(1, 3);
        var max = min + rng.Next(3);
        int Slots() => dice.Rarely() ? Handling.Forbidden : rng.Next(1, 6);
        int[] Falling() => [.. Enumerable.Range(0, max - min + 1).Select(_ => rng.Next(1, 7)).OrderDescending()];
        var handling = (byBerth, byCranes) switch
        {
            (false, false) => Handling.Fixed(rng.Next(1, 7)),
            (true, false) => Handling.ByBerth([.. Enumerable.Range(0, berths).Select(_ => Slots())]),
            (false, true) when rng.Next(2) == 0 => Handling.ByWork(min, max, rng.Next(2, 11), 0.9),
            (false, true) => Handling.ByCranes(min, [.. Falling()]),
            (true, true) => Handling.ByBerthAndCranes(min, max, berths, [.. Enumerable.Range(0, berths).SelectMany(_ => dice.Rarely() ? Falling().Select(_ => Slots()) : Falling())]),
        };
        return dice.Sometimes() ? handling with { DeviationLossPpm = rng.Next(1, 5) * 50_000 } : handling;
    }

    private static TideWindows Tide(Dice dice, int horizon)
    {
        var windows = new List<Interval>();
        for (var from = dice.Rng.Next(4); from < horizon; from += dice.Rng.Next(2, 6))
        {
            var to = from + dice.Rng.Next(1, 6);
            windows.Add(new Interval(from, to));
            from = to;
        }

        return new TideWindows(windows);
    }

    private static Pin RandomPin(Dice dice, int length, int arrival, Handling handling, ImmutableArray<Quay> quays, ImmutableArray<CranePool> pools)
    {
        var rng = dice.Rng;
        var quay = rng.Next(quays.Length);
        var cranes = rng.Next(handling.MinCranes, handling.MaxCranes + 1);
        return rng.Next(5) switch
        {
            0 => new Pin(Quay: quay),
            1 => new Pin(Quay: quay, Position: dice.Position(quays[quay], length)),
            2 => new Pin(Start: arrival + rng.Next(4)),
            4 when pools.Any(pool => pool.Rule == CraneRule.Specific) && cranes > 0 => new Pin(Cranes: cranes, FirstCrane: rng.Next(2)),
            _ => new Pin(Cranes: cranes),
        };
    }
}
