using System.Collections.Immutable;
using BerthOpt.Berths;
using Codes = BerthOpt.Berths.BerthFaultCodes;

namespace BerthOpt.Tests.Berths;

/// <summary>
/// Takes one rule out of a problem and plans the rest at its best. Whatever is wrong with this plan in the whole problem must be that
/// rule, and the checker must name it and nothing else.
/// </summary>
public sealed class BerthCheckerRelaxationTests
{
    private static readonly Dictionary<string, Func<BerthParts, BerthParts>> Without = new()
    {
        [Codes.CallLeftOut] = parts => Calls(parts, call => call with { Optional = true }),
        [Codes.AcrossBreak] = parts => Quays(parts, quay => quay with { Breaks = [] }),
        [Codes.TooShallow] = parts => Quays(parts, quay => quay with { Depths = [] }),
        [Codes.QuayShut] = parts => Quays(parts, quay => quay with
        {
            Open = 0,
            Close = int.MaxValue,
            Berths = [.. quay.Berths.Select(berth => berth with { Open = 0, Close = int.MaxValue })],
        }),
        [Codes.QuayEndClearance] = parts => parts with { Clearances = parts.Clearances with { QuayEndSections = 0 } },
        [Codes.Clearance] = parts => parts with { Clearances = parts.Clearances with { HullSections = 0, Slots = 0 } },
        [Codes.Closed] = parts => parts with { Closures = [] },
        [Codes.PlaceNotAllowed] = parts => Calls(parts, call => call with { Allowed = [] }),
        [Codes.EquipmentMissing] = parts => Calls(parts, call => call with { Requires = [] }),
        [Codes.StartTooEarly] = parts => Calls(parts, call => call with { EarliestStart = 0 }),
        [Codes.StartTooLate] = parts => Calls(parts, call => call with { LatestStart = Call.Never }),
        [Codes.DeadlineMissed] = parts => Calls(parts, call => call with { Deadline = Call.Never }),
        [Codes.BeyondHorizon] = parts => parts with { Horizon = parts.Horizon + 5 },
        [Codes.ArrivalWindow] = parts => Calls(parts, call => call with { ArrivalWindows = null }),
        [Codes.DepartureWindow] = parts => Calls(parts, call => call with { DepartureWindows = Always(call.DepartureWindows) }),
        [Codes.EndMismatch] = parts => Calls(parts, call => call with { DepartureWindows = call.DepartureWindows ?? Late(call) }),
        [Codes.MovementBan] = parts => parts with { Movements = parts.Movements with { Bans = [.. parts.Movements.Bans.Select(Past)] } },
        [Codes.MovementCap] = parts => parts with { Movements = parts.Movements with { Caps = [.. parts.Movements.Caps.Select(cap => cap with { Max = 1000 })] } },
        [Codes.PinBroken] = parts => Calls(parts, call => call with { Pin = null }),
        [Codes.FrozenMoved] = parts => parts with { Baseline = Thawed(parts.Baseline) },
        [Codes.CraneOut] = parts => Pools(parts, pool => pool.Rule == CraneRule.Specific ? pool with { Outages = [] } : pool),
        [Codes.CraneOutOfReach] = parts => Pools(parts, pool => pool with { Reaches = [] }),
        [Codes.CraneTravel] = parts => Pools(parts, pool => pool with { Travel = null }),
        [Codes.CraneCapacity] = parts => Pools(parts, pool => pool.Rule == CraneRule.Total ? pool with { Count = 1000 } : pool),
        [Codes.CraneNumbers] = parts => Pools(parts, pool => pool with { Rule = CraneRule.Total, Travel = null, Reaches = [] }),
    };

    public static TheoryData<string> Rules => [.. Without.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_plan_that_breaks_one_rule_is_refused_for_it_alone(string code)
    {
        var broken = 0;
        for (ulong seed = 30_000; seed < 31_500 && broken < 8; seed++)
        {
            var parts = RandomBerthProblems.Parts(seed);
            var relaxed = Without[code](parts);
            if (relaxed != parts && BerthOracle.Solve(new BerthProblem(relaxed), 20_000)?.Plan is { } plan)
            {
                var check = BerthChecker.Check(new BerthProblem(parts), plan);
                broken += check.IsValid ? 0 : 1;

                Assert.True(check.Faults.All(fault => fault.Code == code), $"{parts.Name}: expected only {code} of {string.Join(' ', plan.Assignments)}, found {string.Join(' ', check.Faults)}");
            }
        }

        Assert.True(broken >= 4, $"only {broken} plans break the rule");
    }

    private static BerthParts Calls(BerthParts parts, Func<Call, Call> change) => Changed(parts.Calls, change) is { } calls ? parts with { Calls = calls } : parts;

    private static BerthParts Quays(BerthParts parts, Func<Quay, Quay> change) => Changed(parts.Quays, change) is { } quays ? parts with { Quays = quays } : parts;

    private static BerthParts Pools(BerthParts parts, Func<CranePool, CranePool> change) => Changed(parts.CranePools, change) is { } pools ? parts with { CranePools = pools } : parts;

    /// <summary>Null when nothing changes, so that problems without the rule cost no time.</summary>
    private static ImmutableArray<T>? Changed<T>(ImmutableArray<T> before, Func<T, T> change)
    {
        ImmutableArray<T> after = [.. before.Select(change)];
        return after.SequenceEqual(before) ? null : after;
    }

    private static TideWindows? Always(TideWindows? windows) => windows is null ? null : new TideWindows([new Interval(0, 1000)]);

    /// <summary>Windows that let the call leave only later than it could otherwise.</summary>
    private static TideWindows Late(Call call) => new([new Interval(call.Arrival + 7, 1000)]);

    private static MovementBan Past(MovementBan ban) => ban with { Slots = new Interval(1000, 1001) };

    private static Baseline? Thawed(Baseline? baseline) => baseline is not null && baseline.Entries.Any(entry => entry is { Frozen: true })
        ? new Baseline { Entries = [.. baseline.Entries.Select(entry => entry is null ? null : entry with { Frozen = false })] }
        : baseline;
}
