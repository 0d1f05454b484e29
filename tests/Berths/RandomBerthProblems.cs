using System.Collections.Immutable;
using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>
/// Small random problems over all features of the model, most of them feasible: 1 to 5 calls, 1 or 2 quays, 8 to 20 slots, 1 to 4 cranes.
/// The same seed gives the same problem for ever; a seed in a failed test is enough to see it again.
/// </summary>
internal static class RandomBerthProblems
{
    /// <summary>The problem of a seed.</summary>
    public static BerthProblem Create(ulong seed) => new(Parts(seed));

    /// <summary>Its parts, for laws that change them.</summary>
    public static BerthParts Parts(ulong seed)
    {
        var rng = new Rng(seed);
        // Some problems are plain and some use nearly everything, so that features meet alone and in company.
        var dice = new Dice(rng, new[] { 8, 20, 40 }[rng.Next(3)]);
        var horizon = rng.Next(8, 21);
        ImmutableArray<Quay> quays = [.. Enumerable.Range(0, dice.Usually() ? 1 : 2).Select(index => Quay(dice, index, horizon))];
        var pools = Pools(dice, quays, horizon);
        ImmutableArray<Call> calls = [.. Enumerable.Range(0, rng.Next(1, 6)).Select(index => RandomBerthCalls.Create(dice, index, quays, pools, horizon))];
        return new BerthParts
        {
            Name = $"random {seed}",
            Horizon = horizon,
            Quays = quays,
            Calls = calls,
            CranePools = pools,
            Closures = dice.Some(2, () => Closure(dice, quays, horizon)),
            Movements = new MovementLimits { Caps = dice.Some(2, () => Cap(dice, quays)), Bans = dice.Some(2, () => Ban(dice, horizon)) },
            Clearances = new Clearances
            {
                HullSections = dice.Sometimes() ? 1 : 0,
                QuayEndSections = dice.Rarely() ? 1 : 0,
                Slots = dice.Sometimes() ? 1 : 0,
            },
            Baseline = dice.Sometimes() ? new Baseline { Entries = [.. calls.Select(call => dice.Usually() ? Entry(dice, call, quays, horizon) : null)] } : null,
            Objective = new Objective
            {
                Waiting = dice.Weight(),
                Stay = dice.Weight(),
                Lateness = dice.Weight(),
                Deviation = dice.Weight(),
                CraneSlots = dice.Weight(),
                SpeedUp = dice.Weight(),
                Change = dice.Weight(),
                Makespan = dice.Sometimes() ? rng.Next(1, 6) : 0,
                Constant = dice.Rarely() ? rng.Next(-20, 20) : 0,
            },
        };
    }

    private static Quay Quay(Dice dice, int index, int horizon)
    {
        var rng = dice.Rng;
        var layout = (QuayLayout)rng.Next(3);
        ImmutableArray<Berth> berths = [];
        var length = rng.Next(3, 11);
        if (layout != QuayLayout.Continuous)
        {
            var end = 0;
            berths = [.. Enumerable.Range(0, rng.Next(index == 0 ? 2 : 1, 4)).Select(number =>
            {
                var start = end + (dice.Rarely() ? 1 : 0);
                var sections = rng.Next(1, 5);
                end = start + sections;
                return new Berth
                {
                    Id = $"{index}-{number}",
                    Start = start,
                    Length = sections,
                    Open = dice.Rarely() ? rng.Next(horizon / 2) : 0,
                    Close = dice.Rarely() ? rng.Next(horizon / 2, horizon + 1) : int.MaxValue,
                    Offers = dice.Often() ? ["ramp"] : [],
                };
            })];
            length = end;
        }

        return new Quay
        {
            Id = $"quay {index}",
            Length = length,
            Layout = layout,
            Berths = berths,
            Breaks = dice.Some(1, () => rng.Next(length + 1)),
            Depths = dice.Some(2, () =>
            {
                var sections = dice.Sections(length);
                return new DepthStretch(sections.From, sections.To, rng.Next(9, 15) * 100);
            }),
            Open = dice.Rarely() ? rng.Next(horizon / 2) : 0,
            Close = dice.Rarely() ? rng.Next(horizon / 2, horizon + 5) : int.MaxValue,
            Offers = dice.Often() ? ["plugs"] : [],
        };
    }

    private static ImmutableArray<CranePool> Pools(Dice dice, ImmutableArray<Quay> quays, int horizon)
    {
        var rng = dice.Rng;
        if (!dice.Often())
        {
            return [];
        }

        int[][] groups = quays.Length == 1 ? [[0]] : rng.Next(4) switch { 0 => [[0], [1]], 1 => [[1]], 2 => [[0, 1]], _ => [[1, 0]] };
        return [.. groups.Select((group, index) =>
        {
            var specific = rng.Next(3) > 0;
            var count = rng.Next(1, 5);
            return new CranePool
            {
                Id = $"pool {index}",
                Count = count,
                Quays = [.. group],
                Rule = specific ? CraneRule.Specific : CraneRule.Total,
                Outages = dice.Some(2, () => new CraneOutage(rng.Next(count), dice.Slots(horizon, 6))),
                Reaches = specific ? dice.Some(2, () =>
                {
                    var quay = group[rng.Next(group.Length)];
                    return new CraneReach(rng.Next(count), quay, dice.Sections(quays[quay].Length));
                }) : [],
                Travel = specific && dice.Sometimes()
                    ? new CraneTravel { SetupSlots = rng.Next(3), SpeedSections = rng.Next(1, 6), SpeedSlots = rng.Next(1, 4) }
                    : null,
            };
        })];
    }

    private static Closure Closure(Dice dice, ImmutableArray<Quay> quays, int horizon)
    {
        var quay = dice.Rng.Next(quays.Length);
        return new Closure { Quay = quay, Sections = dice.Sections(quays[quay].Length), Slots = dice.Slots(horizon, 5) };
    }

    private static MovementCap Cap(Dice dice, ImmutableArray<Quay> quays) => new()
    {
        PeriodSlots = dice.Rng.Next(1, 6),
        Max = dice.Rng.Next(dice.Rarely() ? 0 : 1, 4),
        MinLength = dice.Often() ? 0 : dice.Rng.Next(1, 5),
        Quay = dice.Sometimes() ? dice.Rng.Next(quays.Length) : null,
    };

    private static MovementBan Ban(Dice dice, int horizon) => new()
    {
        Slots = dice.Slots(horizon, 4),
        MinLength = dice.Often() ? 0 : dice.Rng.Next(1, 5),
    };

    private static BaselineEntry Entry(Dice dice, Call call, ImmutableArray<Quay> quays, int horizon)
    {
        var rng = dice.Rng;
        var quay = rng.Next(quays.Length);
        var frozen = dice.Rarely();
        return new BaselineEntry
        {
            Quay = quay,
            Position = dice.Position(quays[quay], call.Length),
            Start = Math.Min(horizon - 1, call.Arrival + rng.Next(0, 5)),
            Cranes = dice.Often() ? rng.Next(call.Handling.MinCranes, call.Handling.MaxCranes + 1) : 0,
            Frozen = frozen,
            StartRate = rng.Next(4),
            SectionRate = rng.Next(3),
            MoveCost = rng.Next(6),
            CraneRate = rng.Next(4),
        };
    }
}
