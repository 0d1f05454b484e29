using BerthOpt.Berths;
using static BerthOpt.Tests.Berths.BerthExamples;

namespace BerthOpt.Tests.Berths;

/// <content>When, and for how long.</content>
internal static partial class BerthFaultCases
{
    private static IEnumerable<BerthFaultCase> Times()
    {
        var hours = SmallPort(Ship()).At(Wall() with { Open = 2, Close = 10 });
        var berths = BerthRow(QuayLayout.Hybrid, 3, 3);
        var berthHours = SmallPort(Ship()).At(berths with { Berths = [berths.Berths[0], berths.Berths[1] with { Open = 2, Close = 10 }] });
        yield return new(BerthFaultCodes.StartTooEarly, "before the arrival", SmallPort(Ship(arrival: 3)), [Lies(0, 3, 8)], [Lies(0, 2, 7)], 0, -1, "2 h", "expected 3 h");
        yield return new(BerthFaultCodes.StartTooEarly, "before the earliest start", SmallPort(Ship(arrival: 3) with { EarliestStart = 1 }), [Lies(0, 1, 6)], [Lies(0, 0, 5)], 0, -1, "0 h", "expected 1 h");
        yield return new(BerthFaultCodes.StartTooLate, "by a slot", SmallPort(Ship() with { LatestStart = 4 }), [Lies(0, 4, 9)], [Lies(0, 5, 10)], 0, -1, "5 h", "expected 4 h");
        yield return new(BerthFaultCodes.DeadlineMissed, "by a slot", SmallPort(Ship() with { Deadline = 10 }), [Lies(0, 5, 10)], [Lies(0, 6, 11)], 0, -1, "11 h", "10 h.");
        yield return new(BerthFaultCodes.BeyondHorizon, "by a slot", SmallPort(Ship()) with { Horizon = 10 }, [Lies(0, 5, 10)], [Lies(0, 6, 11)], 0, -1, "11 h", "10 h.");
        yield return new(BerthFaultCodes.QuayShut, "not yet open", hours, [Lies(0, 2, 7)], [Lies(0, 1, 6)], 0, -1, "1 h to 6 h", "2 h to 10 h");
        yield return new(BerthFaultCodes.QuayShut, "no longer open", hours, [Lies(0, 5, 10)], [Lies(0, 6, 11)], 0, -1, "6 h to 11 h", "2 h to 10 h");
        yield return new(BerthFaultCodes.QuayShut, "the second berth", berthHours, [new Assignment(0, 0, 0, 5, 10)], [new Assignment(0, 0, 0, 6, 11)], 0, -1, "6 h to 11 h", "\"B1\"");
        foreach (var end in Ends().Concat(Forbidden()))
        {
            yield return end;
        }
    }

    private static IEnumerable<BerthFaultCase> Ends()
    {
        var windows = SmallPort(Ship() with { DepartureWindows = new TideWindows([new Interval(4, 9)]) });
        var gale = SmallPort(Ship()) with { Movements = new MovementLimits { Bans = [new MovementBan { Slots = new Interval(50, 60), MinLength = 5 }] } };
        var cap = new MovementCap { PeriodSlots = 10, Max = 5, Quay = 1 };
        var tugs = SmallPort(Ship()).At(Wall("Q"), Wall("R")) with { Movements = new MovementLimits { Caps = [cap] } };
        yield return new(BerthFaultCodes.EndMismatch, "too long", SmallPort(Ship()), [Lies(0, 0, 5)], [Lies(0, 0, 6)], 0, -1, "6 h", "expected 5 h");
        yield return new(BerthFaultCodes.EndMismatch, "too short", SmallPort(Ship()), [Lies(0, 0, 5)], [Lies(0, 0, 4)], 0, -1, "4 h", "expected 5 h");
        yield return new(BerthFaultCodes.EndMismatch, "too short with departure windows", windows, [Lies(0, 0, 8)], [Lies(0, 0, 4)], 0, -1, "4 h", "expected 5 h", "or later");
        yield return new(BerthFaultCodes.EndMismatch, "too long, under a ban on longer ships", gale, [Lies(0, 0, 5)], [Lies(0, 0, 6)], 0, -1, "6 h");
        yield return new(BerthFaultCodes.EndMismatch, "too long, at a quay that no cap counts", tugs, [Lies(0, 0, 9) with { Quay = 1 }], [Lies(0, 0, 9)], 0, -1, "9 h", "expected 5 h");
    }

    private static IEnumerable<BerthFaultCase> Forbidden()
    {
        var berths = SmallPort(Ship() with { Handling = Handling.ByBerth([5, Handling.Forbidden]) }).At(BerthRow(QuayLayout.Discrete, 5, 5));
        var cranes = SmallPort(Ship() with { Handling = Handling.ByCranes(1, [5, Handling.Forbidden]) });
        var mixed = SmallPort(Ship() with { Handling = Handling.ByBerth([5, 5]) }).At(BerthRow(QuayLayout.Discrete, 5, 5), Wall("R"));
        yield return new(BerthFaultCodes.HandlingForbidden, "at a berth", berths, [new Assignment(0, 0, 0, 0, 5)], [new Assignment(0, 1, 5, 0, 5)], 0, -1, "at 50 m");
        yield return new(BerthFaultCodes.HandlingForbidden, "with two cranes", cranes, [Lies(0, 0, 5, 1)], [Lies(0, 0, 5, 2)], 0, -1, "2 cranes");
        yield return new(BerthFaultCodes.HandlingForbidden, "by berth, at a continuous quay", mixed, [new Assignment(0, 0, 0, 0, 5)], [new Assignment(1, -1, 0, 0, 5)], 0, -1, "quay \"R\"");
    }
}
