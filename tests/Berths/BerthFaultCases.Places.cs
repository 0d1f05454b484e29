using BerthOpt.Berths;
using static BerthOpt.Tests.Berths.BerthExamples;

namespace BerthOpt.Tests.Berths;

/// <content>Who is in the plan, and where.</content>
internal static partial class BerthFaultCases
{
    private static IEnumerable<BerthFaultCase> Places() => [.. Presence(), .. Hulls(), .. Berthed(), .. Suiting()];

    private static IEnumerable<BerthFaultCase> Presence()
    {
        var lies = Lies(0, 0, 5);
        yield return new(BerthFaultCodes.PlanLength, "one entry too many", SmallPort(Ship()), [lies], [lies, Lies(10, 0, 5)], -1, -1, "2 entries", "expected 1");
        yield return new(BerthFaultCodes.PlanLength, "one entry too few", SmallPort(Ship(), Ship("B")), [lies, Lies(10, 0, 5)], [lies], -1, -1, "1 entries", "expected 2");
        yield return new(BerthFaultCodes.CallLeftOut, "a mandatory call", SmallPort(Ship()), [lies], [null], 0, -1, "\"A\"");
        yield return new(BerthFaultCodes.QuayUnknown, "one too many", SmallPort(Ship()), [lies], [lies with { Quay = 1 }], 0, -1, "quay number 1", "0 to 0");
        yield return new(BerthFaultCodes.QuayUnknown, "negative", SmallPort(Ship()), [lies], [lies with { Quay = -1 }], 0, -1, "quay number -1", "0 to 0");
    }

    private static IEnumerable<BerthFaultCase> Hulls()
    {
        var ends = SmallPort(Ship()) with { Clearances = new Clearances { QuayEndSections = 2 } };
        var corner = SmallPort(Ship()).At(Wall() with { Breaks = [10] });
        yield return new(BerthFaultCodes.OutsideQuay, "over the right end", SmallPort(Ship()), [Lies(16, 0, 5)], [Lies(17, 0, 5)], 0, -1, "170 to 210 m", "0 to 200 m");
        yield return new(BerthFaultCodes.OutsideQuay, "over the left end", SmallPort(Ship()), [Lies(0, 0, 5)], [Lies(-1, 0, 5)], 0, -1, "-10 to 30 m", "0 to 200 m");
        yield return new(BerthFaultCodes.OutsideQuay, "absurdly far", SmallPort(Ship()), [Lies(0, 0, 5)], [Lies(int.MaxValue, 0, 5)], 0, -1, "21474836470 to 21474836510 m");
        yield return new(BerthFaultCodes.QuayEndClearance, "at the left end", ends, [Lies(2, 0, 5)], [Lies(1, 0, 5)], 0, -1, "10 to 50 m", "20 to 180 m");
        yield return new(BerthFaultCodes.QuayEndClearance, "at the right end", ends, [Lies(14, 0, 5)], [Lies(15, 0, 5)], 0, -1, "150 to 190 m", "20 to 180 m");
        yield return new(BerthFaultCodes.AcrossBreak, "from the left", corner, [Lies(6, 0, 5)], [Lies(7, 0, 5)], 0, -1, "70 to 110 m", "break at 100 m");
        yield return new(BerthFaultCodes.AcrossBreak, "from the right", corner, [Lies(10, 0, 5)], [Lies(9, 0, 5)], 0, -1, "90 to 130 m", "break at 100 m");
        yield return new(BerthFaultCodes.BerthMismatch, "a berth at a continuous quay", SmallPort(Ship()), [Lies(0, 0, 5)], [Lies(0, 0, 5) with { Berth = 0 }], 0, -1, "berth number 0", "-1");
    }

    private static IEnumerable<BerthFaultCase> Berthed()
    {
        var discrete = SmallPort(Ship()).At(BerthRow(QuayLayout.Discrete, 10, 10, 3));
        var hybrid = SmallPort(Ship()).At(BerthRow(QuayLayout.Hybrid, 3, 3));
        var two = SmallPort(Ship() with { BerthsNeeded = 2 }).At(BerthRow(QuayLayout.Hybrid, 3, 3));
        var first = new Assignment(0, 0, 0, 0, 5);
        yield return new(BerthFaultCodes.BerthUnknown, "one too many", discrete, [first], [first with { Berth = 3 }], 0, -1, "berth number 3", "0 to 2");
        yield return new(BerthFaultCodes.BerthUnknown, "none", discrete, [first], [first with { Berth = -1 }], 0, -1, "berth number -1", "0 to 2");
        yield return new(BerthFaultCodes.BerthMismatch, "another berth's position", discrete, [first], [first with { Berth = 1 }], 0, -1, "at 0 m", "expected 100 m");
        yield return new(BerthFaultCodes.HullTooLong, "at a discrete quay", discrete, [first], [first with { Berth = 2, Position = 20 }], 0, -1, "40 m", "at most 30 m");
        yield return new(BerthFaultCodes.HullTooLong, "at the end of a hybrid quay", hybrid, [first], [first with { Berth = 1, Position = 3 }], 0, -1, "40 m", "at most 30 m");
        yield return new(BerthFaultCodes.OutsideQuay, "more berths than are left", two, [first], [first with { Berth = 1, Position = 3 }], 0, -1, "fills 2 berths", "at most 1");
    }

    private static IEnumerable<BerthFaultCase> Suiting()
    {
        var deep = SmallPort(Ship() with { DraughtCentimetres = 1200 }).At(Wall() with { Depths = [new DepthStretch(0, 10, 1200), new DepthStretch(10, 20, 1190)] });
        var allowed = SmallPort(Ship() with { Allowed = [new Place(0, new Interval(4, 10)), new Place(0, new Interval(10, 16))] });
        var ramp = SmallPort(Ship() with { Requires = ["ramp"] });
        var ramps = ramp.At(Wall("Q"), Wall("R") with { Offers = ["ramp"] });
        var berths = BerthRow(QuayLayout.Hybrid, 3, 3, 3);
        berths = berths with { Berths = [berths.Berths[0] with { Offers = ["ramp"] }, berths.Berths[1] with { Offers = ["ramp"] }, berths.Berths[2]] };
        yield return new(BerthFaultCodes.TooShallow, "by one section", deep, [Lies(6, 0, 5)], [Lies(7, 0, 5)], 0, -1, "11.9 m", "12 m");
        yield return new(BerthFaultCodes.PlaceNotAllowed, "outside", allowed, [Lies(4, 0, 5)], [Lies(3, 0, 5)], 0, -1, "30 to 70 m", "allowed");
        yield return new(BerthFaultCodes.PlaceNotAllowed, "across two places", allowed, [Lies(6, 0, 5)], [Lies(7, 0, 5)], 0, -1, "70 to 110 m", "allowed");
        yield return new(BerthFaultCodes.PlaceNotAllowed, "at another quay", allowed.At(Wall("Q"), Wall("R")), [Lies(4, 0, 5)], [Lies(4, 0, 5) with { Quay = 1 }], 0, -1, "quay \"R\"", "allowed");
        yield return new(BerthFaultCodes.EquipmentMissing, "at the quay", ramps, [Lies(0, 0, 5) with { Quay = 1 }], [Lies(0, 0, 5)], 0, -1, "\"ramp\"", "\"Q\"");
        yield return new(BerthFaultCodes.EquipmentMissing, "at one of two berths", ramp.At(berths), [new Assignment(0, 0, 0, 0, 5)], [new Assignment(0, 1, 3, 0, 5)], 0, -1, "\"ramp\"", "\"B2\"");
    }
}
