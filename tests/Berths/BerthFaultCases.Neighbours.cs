using BerthOpt.Berths;
using static BerthOpt.Tests.Berths.BerthExamples;

namespace BerthOpt.Tests.Berths;

/// <content>Calls and closures side by side, movements, and what was promised.</content>
internal static partial class BerthFaultCases
{
    private static IEnumerable<BerthFaultCase> Neighbours()
    {
        var two = SmallPort(Ship("A"), Ship("B"));
        var room = two with { Clearances = new Clearances { HullSections = 2 } };
        var pause = two with { Clearances = new Clearances { Slots = 3 } };
        var both = two with { Clearances = new Clearances { HullSections = 2, Slots = 3 } };
        var hybrid = SmallPort(Ship("A", 5), Ship("B", 5)).At(BerthRow(QuayLayout.Hybrid, 3, 3, 3, 3));
        var closed = SmallPort(Ship()) with { Closures = [new Closure { Quay = 0, Sections = new Interval(10, 12), Slots = new Interval(20, 30), Reason = "dredging" }] };
        var a = Lies(0, 0, 5);
        var first = new Assignment(0, 0, 0, 0, 5);
        var third = new Assignment(0, 2, 6, 4, 9);
        yield return new(BerthFaultCodes.Overlap, "by one section", two, [a, Lies(4, 0, 5)], [a, Lies(3, 0, 5)], 0, 1, "0 to 40 m", "30 to 70 m");
        yield return new(BerthFaultCodes.Overlap, "by one slot", two, [a, Lies(0, 5, 10)], [a, Lies(0, 4, 9)], 0, 1, "0 h to 5 h", "4 h to 9 h");
        yield return new(BerthFaultCodes.Overlap, "one berth of two", hybrid, [first, third], [first, third with { Berth = 1, Position = 3 }], 0, 1, "0 to 60 m", "30 to 90 m", "\"B1\"");
        yield return new(BerthFaultCodes.Overlap, "two berths of two, told once", hybrid, [first, third], [first, third with { Berth = 0, Position = 0 }], 0, 1, "\"B0\"");
        yield return new(BerthFaultCodes.Clearance, "a section too near", room, [a, Lies(6, 0, 5)], [a, Lies(5, 0, 5)], 0, 1, "expected 20 m");
        yield return new(BerthFaultCodes.Clearance, "a slot too soon", pause, [a, Lies(0, 8, 13)], [a, Lies(0, 7, 12)], 0, 1, "3 h");
        yield return new(BerthFaultCodes.Clearance, "too near and too soon", both, [a, Lies(5, 8, 13)], [a, Lies(5, 7, 12)], 0, 1, "20 m or 3 h");
        yield return new(BerthFaultCodes.Clearance, "a slot too soon at a berth", hybrid with { Clearances = pause.Clearances }, [first, first with { Start = 8, End = 13 }], [first, first with { Start = 7, End = 12 }], 0, 1, "\"B0\"", "3 h");
        yield return new(BerthFaultCodes.Closed, "by one section", closed, [Lies(6, 20, 25)], [Lies(7, 20, 25)], 0, -1, "70 to 110 m", "100 to 120 m", "dredging");
        yield return new(BerthFaultCodes.Closed, "by one slot", closed, [Lies(10, 15, 20)], [Lies(10, 16, 21)], 0, -1, "16 h to 21 h", "20 h to 30 h");
    }

    private static IEnumerable<BerthFaultCase> Movements()
    {
        var tide = new TideWindows([new Interval(2, 4), new Interval(8, 10)]);
        var gale = SmallPort(Ship()) with { Movements = new MovementLimits { Bans = [new MovementBan { Slots = new Interval(10, 20), MinLength = 4, Reason = "gale" }] } };
        var cap = new MovementCap { PeriodSlots = 10, Max = 2, MinLength = 4, Quay = 0 };
        var tugs = SmallPort(Ship("A"), Ship("B"), Ship("small", 3)) with { Movements = new MovementLimits { Caps = [cap] } };
        var small = Lies(16, 0, 5);
        yield return new(BerthFaultCodes.ArrivalWindow, "after it", SmallPort(Ship() with { ArrivalWindows = tide }), [Lies(0, 3, 8)], [Lies(0, 4, 9)], 0, -1, "4 h", "8 h to 10 h");
        yield return new(BerthFaultCodes.ArrivalWindow, "after the last", SmallPort(Ship() with { ArrivalWindows = tide }), [Lies(0, 9, 14)], [Lies(0, 10, 15)], 0, -1, "10 h", "none is left");
        yield return new(BerthFaultCodes.DepartureWindow, "before it", SmallPort(Ship() with { DepartureWindows = tide }), [Lies(0, 0, 8)], [Lies(0, 0, 5)], 0, -1, "5 h", "8 h to 10 h");
        yield return new(BerthFaultCodes.MovementBan, "berthing", gale, [Lies(0, 20, 25)], [Lies(0, 19, 24)], 0, -1, "berths at 19 h", "10 h to 20 h", "gale");
        yield return new(BerthFaultCodes.MovementBan, "leaving", gale, [Lies(0, 4, 9)], [Lies(0, 5, 10)], 0, -1, "leaves at 10 h", "10 h to 20 h");
        yield return new(BerthFaultCodes.MovementCap, "berthings and leavings", tugs, [Lies(0, 0, 5), Lies(8, 10, 15), small], [Lies(0, 0, 5), Lies(8, 9, 15), small], -1, -1, "3 movements", "0 h to 10 h", "at most 2", "\"A\", \"B\".");
    }

    private static IEnumerable<BerthFaultCase> Promises()
    {
        var quays = SmallPort(Ship()).At(Wall("Q"), Wall("R"));
        BerthParts Pinned(Pin pin) => quays with { Calls = [Worked() with { Pin = pin }], CranePools = [Rail(4) with { Quays = [0, 1] }] };
        var lies = Lies(3, 2, 6, 2, 1);
        var frozen = SmallPort(Worked()) with { Baseline = new Baseline { Entries = [new BaselineEntry { Quay = 0, Position = 3, Start = 2, Cranes = 2, Frozen = true }] } };
        var now = Lies(3, 2, 6, 2);
        yield return new(BerthFaultCodes.PinBroken, "quay", Pinned(new Pin(Quay: 0)), [lies], [lies with { Quay = 1 }], 0, -1, "quay \"R\"", "expected \"Q\"");
        yield return new(BerthFaultCodes.PinBroken, "position", Pinned(new Pin(Quay: 0, Position: 3)), [lies], [lies with { Position = 4 }], 0, -1, "position 40 m", "expected 30 m");
        yield return new(BerthFaultCodes.PinBroken, "start", Pinned(new Pin(Start: 2)), [lies], [lies with { Start = 3, End = 7 }], 0, -1, "start 3 h", "expected 2 h");
        yield return new(BerthFaultCodes.PinBroken, "number of cranes", Pinned(new Pin(Cranes: 2)), [lies], [lies with { Cranes = 1 }], 0, -1, "cranes 1", "expected 2");
        yield return new(BerthFaultCodes.PinBroken, "first crane", Pinned(new Pin(Cranes: 2, FirstCrane: 1)), [lies], [lies with { FirstCrane = 0 }], 0, -1, "crane 1", "expected 2");
        yield return new(BerthFaultCodes.FrozenMoved, "position", frozen, [now], [now with { Position = 4 }], 0, -1, "at 40 m", "at 30 m");
        yield return new(BerthFaultCodes.FrozenMoved, "start", frozen, [now], [now with { Start = 3, End = 7 }], 0, -1, "3 h", "2 h");
        yield return new(BerthFaultCodes.FrozenMoved, "number of cranes", frozen, [now], [now with { Cranes = 3 }], 0, -1, "3 cranes", "2 cranes");
        yield return new(BerthFaultCodes.FrozenMoved, "quay", frozen.At(Wall("Q"), Wall("R")), [now], [now with { Quay = 1 }], 0, -1, "quay \"R\"", "quay \"Q\"");
    }
}
