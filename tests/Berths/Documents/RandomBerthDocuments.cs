using System.Collections.Immutable;
using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>Random problems with what only documents care about: odd grids, calendars, reasons, foreign letters, tables of every form.</summary>
internal static class RandomBerthDocuments
{
    public static BerthProblem Create(ulong seed)
    {
        var parts = RandomBerthProblems.Parts(seed);
        var rng = new Rng(seed).Split(1);
        var berths = parts.Quays.Sum(quay => quay.Berths.Length);
        return new BerthProblem(parts with
        {
            Name = OneOf(rng, parts.Name, "", "Łódź \"</script>\" \\ \n 港 \U0001F6A2"),
            Grid = new Grid
            {
                MinutesPerSlot = OneOf(rng, 60, 30, 7, 0.5m, 20.00m, 0.0001m, 1_000_000, 1m / 3),
                MetresPerSection = OneOf(rng, 10, 25, 1, 12.5m, 0.1m, 3, 0.3048m),
                CostScale = OneOf(rng, 1, 10, 3, 7, 60_000, 1_000_000_000),
                Origin = rng.Next(2) == 0 ? null : new DateTimeOffset(2026, 3, 29, 1, 30, rng.Next(60), OneOf(rng, TimeSpan.Zero, TimeSpan.FromMinutes(345), TimeSpan.FromHours(-4))).AddTicks(rng.Next(3)),
            },
            Quays = [.. parts.Quays.Select(quay => quay with { Id = OneOf(rng, quay.Id, quay.Id + "/~\u00e9"), Offers = OneOf(rng, quay.Offers, ["", "", "x\0"]) })],
            Closures = [.. parts.Closures.Select(closure => closure with { Reason = OneOf(rng, "", "dredging") })],
            CranePools = [.. parts.CranePools.Select(pool => pool with { Outages = [.. pool.Outages.Select(outage => outage with { Reason = OneOf(rng, "", "repair") })] })],
            Movements = parts.Movements with { Bans = [.. parts.Movements.Bans.Select(ban => ban with { Reason = OneOf(rng, "", "gale") })] },
            Calls = [.. parts.Calls.Select(call => Odd(rng, call, berths))],
            Objective = parts.Objective with
            {
                Rejection = rng.Next(4),
                Makespan = OneOf(rng, parts.Objective.Makespan, 1L << 50),
                Constant = OneOf(rng, parts.Objective.Constant, -(1L << 60), 1L << 60),
            },
        });
    }

    private static Call Odd(Rng rng, Call call, int berths) => call with
    {
        DraughtCentimetres = OneOf(rng, call.DraughtCentimetres, 1234, 1),
        Moves = OneOf(rng, 0, 1500),
        ArrivalWindows = OneOf(rng, call.ArrivalWindows, new TideWindows([]), new TideWindows([new Interval(-5, 3), new Interval(3, 1_000_000)])),
        Handling = rng.Next(3) == 0 ? Table(rng, berths) : call.Handling,
        Rates = call.Rates with { Waiting = OneOf(rng, call.Rates.Waiting, 12_345_678), Deviation = OneOf(rng, call.Rates.Deviation, 987_654_321) },
        Given = OneOf(rng, null, GivenCall.Of(call) with { Now = rng.Next(50), Hold = OneOf(rng, CallHold.Free, CallHold.Begun, CallHold.Frozen), Pin = new Pin(Start: rng.Next(9)), Leaving = new Interval(3, 9) }),
    };

    private static Handling Table(Rng rng, int berths)
    {
        var min = rng.Next(1, 3);
        var max = min + rng.Next(3);
        var rows = berths > 0 && rng.Next(2) == 0 ? berths : 1;
        var columns = rng.Next(2) == 0 ? 1 : max - min + 1;
        ImmutableArray<int> work = [.. Enumerable.Range(0, rows * columns).Select(_ => rng.Next(3) == 0 ? Handling.Forbidden : rng.Next(1, 100))];
        var table = Handling.ByBerthAndCranes(min, max, rows, work) with { DeviationLossPpm = OneOf(rng, 0, 1, 333_333) };
        return rng.Next(2) == 0 ? table : table with { Productivity = Handling.ByWork(min, max, 1, 0.9).Productivity };
    }

    private static T OneOf<T>(Rng rng, params ReadOnlySpan<T> choices) => choices[rng.Next(choices.Length)];
}
