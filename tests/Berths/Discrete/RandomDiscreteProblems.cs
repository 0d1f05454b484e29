using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths.Discrete;

/// <summary>Random problems that <see cref="DiscreteEngine"/> accepts, over all that it can do; the same seed gives the same problem for ever.</summary>
internal static class RandomDiscreteProblems
{
    /// <summary>A problem of 1 to <paramref name="mostCalls"/> calls at 1 or 2 quays of 1 to <paramref name="mostBerths"/> berths each.</summary>
    public static BerthProblem Create(ulong seed, int mostCalls, int mostBerths)
    {
        var rng = new Rng(seed);
        var dice = new Dice(rng, new[] { 0, 15, 40 }[rng.Next(3)]);
        var calls = rng.Next(1, mostCalls + 1);
        var span = 4 + (calls * 2);
        var quays = Enumerable.Range(0, dice.Sometimes() ? 2 : 1).Select(index => Quay(dice, index, rng.Next(1, mostBerths + 1), span)).ToArray();
        var berths = quays.Sum(quay => quay.Berths.Length);

        // Some berths are equal for all calls, so that there are groups of them.
        var twin = Enumerable.Range(0, berths).Select(berth => dice.Often() ? rng.Next(berth + 1) : berth).ToArray();
        var weights = new Objective
        {
            Waiting = dice.Weight(),
            Stay = dice.Weight(),
            Lateness = dice.Weight(),
            Deviation = dice.Weight(),
            SpeedUp = 0,
            Change = dice.Weight(),
            Constant = dice.Sometimes() ? rng.Next(-30, 30) : 0,
        };
        var list = Enumerable.Range(0, calls).Select(index => Call(dice, index, quays, twin, span)).ToArray();
        return new BerthProblem(new BerthParts
        {
            Name = $"discrete {seed}",
            Horizon = dice.Rarely() ? span + 6 : span * 4,
            Quays = [.. quays],
            Calls = [.. list],
            Clearances = new Clearances { Slots = dice.Sometimes() ? rng.Next(1, 3) : 0, HullSections = dice.Sometimes() ? 2 : 0 },
            Baseline = dice.Sometimes() ? new Baseline { Entries = [.. list.Select(call => dice.Often() ? Entry(dice, call, quays) : null)] } : null,
            Objective = weights,
        });
    }

    /// <summary>The problem with each call a second time.</summary>
    public static BerthProblem Doubled(BerthProblem problem)
    {
        var parts = problem.Parts;
        var again = parts.Calls.Select(call => call with { Id = call.Id + " again" });
        return new BerthProblem(parts with { Calls = [.. parts.Calls, .. again], Baseline = null, Horizon = parts.Horizon * 2 });
    }

    private static Quay Quay(Dice dice, int index, int berths, int span) => new()
    {
        Id = $"quay {index}",
        Length = berths * 3,
        Layout = QuayLayout.Discrete,
        Berths = [.. Enumerable.Range(0, berths).Select(number => new Berth
        {
            Id = $"{index}-{number}",
            Start = number * 3,
            Length = dice.Rarely() ? 2 : 3,
            Open = dice.Sometimes() ? dice.Rng.Next(span / 2) : 0,
            Close = dice.Rarely() ? span * 2 : int.MaxValue,
            Offers = dice.Often() ? ["ramp"] : [],
        })],
        Open = dice.Rarely() ? 2 : 0,
        Depths = dice.Some(1, () => new DepthStretch(0, dice.Rng.Next(1, (berths * 3) + 1), 1000)),
        Breaks = dice.Rarely() ? [1] : [],
    };

    private static Call Call(Dice dice, int index, Quay[] quays, int[] twin, int span)
    {
        var rng = dice.Rng;
        var arrival = rng.Next(span / 2);
        var slots = twin.Select(_ => dice.Rarely() ? Handling.Forbidden : rng.Next(1, 7)).ToArray();
        var preferred = rng.Next(quays.Length);
        var handling = dice.Sometimes() ? Handling.ByCranes(1, [rng.Next(4, 7), rng.Next(1, 4)])
            : dice.Often() ? Handling.Fixed(rng.Next(1, 7)) : Handling.ByBerth([.. twin.Select(berth => slots[berth])]);
        return new Call
        {
            Id = $"call {index}",
            Length = dice.Rarely() ? 3 : 1,
            Arrival = arrival,
            EarliestStart = dice.Rarely() ? Math.Max(0, arrival - 2) : null,
            Handling = dice.Rarely() ? handling with { DeviationLossPpm = 50_000 } : handling,
            LatestStart = dice.Rarely() ? arrival + span : BerthOpt.Berths.Call.Never,
            Due = dice.Sometimes() ? arrival + rng.Next(1, 9) : BerthOpt.Berths.Call.Never,
            Deadline = dice.Rarely() ? arrival + span : BerthOpt.Berths.Call.Never,
            DraughtCentimetres = dice.Rarely() ? 1100 : 0,
            Allowed = dice.Rarely() ? [new Place(0, new Interval(0, quays[0].Length))] : [],
            Requires = dice.Rarely() ? ["ramp"] : [],
            PreferredQuay = dice.Sometimes() ? preferred : null,
            PreferredPosition = dice.Sometimes() ? dice.Position(quays[preferred], 1) : null,
            Priority = dice.Sometimes() ? rng.Next(1, 4) : 1,
            Rates = new Rates { Waiting = rng.Next(1, 4), Stay = rng.Next(3), Lateness = rng.Next(6), Deviation = rng.Next(3) },
            Pin = dice.Rarely() ? new Pin(Quay: preferred) : dice.Rarely() ? new Pin(Start: arrival + 1) : null,
        };
    }

    private static BaselineEntry Entry(Dice dice, Call call, Quay[] quays)
    {
        var quay = dice.Rng.Next(quays.Length);
        return new BaselineEntry
        {
            Quay = quay,
            Position = dice.Position(quays[quay], call.Length),
            Start = call.Arrival + dice.Rng.Next(4),
            Frozen = dice.Rarely(),
            SectionRate = dice.Rng.Next(3),
            MoveCost = dice.Rng.Next(6),
        };
    }
}
