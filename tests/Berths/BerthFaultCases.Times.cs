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
        yield return new(BerthFaultCodes.StartTooEarly, "before the arrival", SmallPort(Ship(arrival: 3)), [Lies(0, 3, 8)], [Lies(0, 2, 7)], 0, -1, "slot 2", "expected 3");
        yield return new(BerthFaultCodes.StartTooEarly, "before the earliest start", SmallPort(Ship(arrival: 3) with { EarliestStart = 1 }), [Lies(0, 1, 6)], [Lies(0, 0, 5)], 0, -1, "slot 0", "expected 1");
        yield return new(BerthFaultCodes.StartTooLate, "by a slot", SmallPort(Ship() with { LatestStart = 4 }), [Lies(0, 4, 9)], [Lies(0, 5, 10)], 0, -1, "slot 5", "expected 4");
        yield return new(BerthFaultCodes.DeadlineMissed, "by a slot", SmallPort(Ship() with { Deadline = 10 }), [Lies(0, 5, 10)], [Lies(0, 6, 11)], 0, -1, "slot 11", "10");
        yield return new(BerthFaultCodes.BeyondHorizon, "by a slot", SmallPort(Ship()) with { Horizon = 10 }, [Lies(0, 5, 10)], [Lies(0, 6, 11)], 0, -1, "slot 11", "10");
        yield return new(BerthFaultCodes.QuayShut, "not yet open", hours, [Lies(0, 2, 7)], [Lies(0, 1, 6)], 0, -1, "[1, 6)", "[2, 10)");
        yield return new(BerthFaultCodes.QuayShut, "no longer open", hours, [Lies(0, 5, 10)], [Lies(0, 6, 11)], 0, -1, "[6, 11)", "[2, 10)");
        yield return new(BerthFaultCodes.QuayShut, "the second berth", berthHours, [new Assignment(0, 0, 0, 5, 10)], [new Assignment(0, 0, 0, 6, 11)], 0, -1, "[6, 11)", "\"B1\"");
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
        yield return new(BerthFaultCodes.EndMismatch, "too long", SmallPort(Ship()), [Lies(0, 0, 5)], [Lies(0, 0, 6)], 0, -1, "slot 6", "expected 5");
        yield return new(BerthFaultCodes.EndMismatch, "too short", SmallPort(Ship()), [Lies(0, 0, 5)], [Lies(0, 0, 4)], 0, -1, "slot 4", "expected 5");
        yield return new(BerthFaultCodes.EndMismatch, "too short with departure windows", windows, [Lies(0, 0, 8)], [Lies(0, 0, 4)], 0, -1, "slot 4", "expected 5", "or later");
        yield return new(BerthFaultCodes.EndMismatch, "too long, under a ban on longer ships", gale, [Lies(0, 0, 5)], [Lies(0, 0, 6)], 0, -1, "slot 6");
        yield return new(BerthFaultCodes.EndMismatch, "too long, at a quay that no cap counts", tugs, [Lies(0, 0, 9) with { Quay = 1 }], [Lies(0, 0, 9)], 0, -1, "slot 9", "expected 5");
    }

    private static IEnumerable<BerthFaultCase> Forbidden()
    {
        var berths = SmallPort(Ship() with { Handling = Handling.ByBerth([5, Handling.Forbidden]) }).At(BerthRow(QuayLayout.Discrete, 5, 5));
        var cranes = SmallPort(Ship() with { Handling = Handling.ByCranes(1, [5, Handling.Forbidden]) });
        var mixed = SmallPort(Ship() with { Handling = Handling.ByBerth([5, 5]) }).At(BerthRow(QuayLayout.Discrete, 5, 5), Wall("R"));
        yield return new(BerthFaultCodes.HandlingForbidden, "at a berth", berths, [new Assignment(0, 0, 0, 0, 5)], [new Assignment(0, 1, 5, 0, 5)], 0, -1, "section 5");
        yield return new(BerthFaultCodes.HandlingForbidden, "with two cranes", cranes, [Lies(0, 0, 5, 1)], [Lies(0, 0, 5, 2)], 0, -1, "2 cranes");
        yield return new(BerthFaultCodes.HandlingForbidden, "by berth, at a continuous quay", mixed, [new Assignment(0, 0, 0, 0, 5)], [new Assignment(1, -1, 0, 0, 5)], 0, -1, "quay \"R\"");
    }
}
