using BerthOpt.Berths;
using static BerthOpt.Tests.Berths.BerthExamples;

namespace BerthOpt.Tests.Berths;

/// <content>How many cranes, and which.</content>
internal static partial class BerthFaultCases
{
    private static IEnumerable<BerthFaultCase> Cranes() => [.. CraneNumbers(), .. OneCrew(), .. TwoCrews(), .. Trips()];

    private static IEnumerable<BerthFaultCase> CraneNumbers()
    {
        var two = SmallPort(Ship() with { Handling = Handling.ByCranes(2, [4, 4]) });
        var four = SmallPort(Worked()).With(Rail(4));
        var total = SmallPort(Worked()).With(Rail(4, CraneRule.Total));
        var none = SmallPort(Ship()).With(Rail(4));
        yield return new(BerthFaultCodes.CraneCount, "too few", two, [Lies(0, 0, 4, 2)], [Lies(0, 0, 4, 1)], 0, -1, "1 cranes", "2 to 3");
        yield return new(BerthFaultCodes.CraneCount, "too many", two, [Lies(0, 0, 4, 3)], [Lies(0, 0, 4, 4)], 0, -1, "4 cranes", "2 to 3");
        yield return new(BerthFaultCodes.CraneCount, "cranes do not matter", none, [Lies(0, 0, 5)], [Lies(0, 0, 5, 1)], 0, -1, "1 cranes", "expected 0");
        yield return new(BerthFaultCodes.CraneNumbers, "out of the pool", four, [Lies(0, 0, 4, 2, 2)], [Lies(0, 0, 4, 2, 3)], 0, -1, "2 cranes from number 4", "1 to 4");
        yield return new(BerthFaultCodes.CraneNumbers, "not given", four, [Lies(0, 0, 4, 2, 2)], [Lies(0, 0, 4, 2)], 0, -1, "without a first one", "1 to 4");
        yield return new(BerthFaultCodes.CraneNumbers, "given to a pool that only counts", total, [Lies(0, 0, 4, 2)], [Lies(0, 0, 4, 2, 2)], 0, -1, "first crane, 3", "none");
        yield return new(BerthFaultCodes.CraneNumbers, "given without a pool", SmallPort(Worked()), [Lies(0, 0, 4, 2)], [Lies(0, 0, 4, 2, 0)], 0, -1, "first crane, 1", "none");
        yield return new(BerthFaultCodes.CraneNumbers, "given to a call without cranes", none, [Lies(0, 0, 5)], [Lies(0, 0, 5, 0, 0)], 0, -1, "first crane, 1", "none");
    }

    private static IEnumerable<BerthFaultCase> OneCrew()
    {
        var pool = Rail(4);
        var outage = SmallPort(Worked()).With(pool with { Outages = [new CraneOutage(1, new Interval(4, 6), "grease")] });
        var reach = SmallPort(Worked()).With(pool with { Reaches = [new CraneReach(0, 0, new Interval(0, 6)), new CraneReach(0, 0, new Interval(6, 12))] });
        var quays = SmallPort(Worked()).At(Wall("Q"), Wall("R")).With(pool with { Quays = [0, 1], Reaches = [new CraneReach(0, 0, new Interval(0, 20))] });
        yield return new(BerthFaultCodes.CraneOut, "in its last slot", outage, [Lies(0, 0, 4, 2, 0)], [Lies(0, 1, 5, 2, 0)], 0, -1, "crane 2", "4 h to 6 h", "grease");
        yield return new(BerthFaultCodes.CraneOut, "in its first slot", outage, [Lies(0, 6, 10, 2, 1)], [Lies(0, 5, 9, 2, 1)], 0, -1, "crane 2", "4 h to 6 h");
        yield return new(BerthFaultCodes.CraneOutOfReach, "by a section", reach, [Lies(2, 0, 4, 2, 0)], [Lies(3, 0, 4, 2, 0)], 0, -1, "30 to 70 m", "crane 1");
        yield return new(BerthFaultCodes.CraneOutOfReach, "at a quay without reach", quays, [Lies(0, 0, 4, 1, 0)], [Lies(0, 0, 4, 1, 0) with { Quay = 1 }], 0, -1, "quay \"R\"", "crane 1");
    }

    private static IEnumerable<BerthFaultCase> TwoCrews()
    {
        var ships = SmallPort(Worked("A"), Worked("B"));
        var specific = ships.With(Rail(4));
        var total = ships.With(Rail(3, CraneRule.Total) with
        {
            Outages = [new CraneOutage(2, new Interval(40, 50)), new CraneOutage(2, new Interval(45, 60)), new CraneOutage(0, new Interval(58, 60))],
        });
        var a = Lies(0, 0, 4, 2, 0);
        var b = Lies(10, 0, 4, 2, 2);
        var rail = ships.At(Wall("Q"), Wall("R")).With(Rail(4) with { Quays = [1, 0] });
        yield return new(BerthFaultCodes.CraneCapacity, "one crane too many", total, [Lies(0, 0, 4, 2), Lies(10, 4, 8, 2)], [Lies(0, 0, 4, 2), Lies(10, 3, 7, 2)], -1, -1, "4 work at 3 h", "at most 3", "\"A\", \"B\"");
        yield return new(BerthFaultCodes.CraneCapacity, "two outages of one crane", total, [Lies(0, 0, 4, 1), Lies(10, 44, 48, 2)], [Lies(0, 0, 4, 1), Lies(10, 44, 48, 3)], -1, -1, "3 work at 44 h", "at most 2", "\"B\"");
        yield return new(BerthFaultCodes.CraneCapacity, "outages of two cranes", total, [Lies(0, 0, 4, 1), Lies(10, 54, 58, 2)], [Lies(0, 0, 4, 1), Lies(10, 55, 59, 2)], -1, -1, "58 h to 59 h", "at most 1", "\"B\"");
        yield return new(BerthFaultCodes.CraneShared, "one of two", specific, [a, b], [a, b with { FirstCrane = 1 }], 0, 1, "cranes 1 to 2", "cranes 2 to 3");
        yield return new(BerthFaultCodes.CraneCrossing, "exchanged", specific, [a, b], [a with { FirstCrane = 2 }, b with { FirstCrane = 0 }], 0, 1, "\"A\" (cranes 3 to 4)", "\"B\" (cranes 1 to 2)");
        yield return new(BerthFaultCodes.CraneCrossing, "the rail's quays in their order", rail, [a with { FirstCrane = 2 }, b with { Quay = 1, FirstCrane = 0 }], [a, b with { Quay = 1 }], 1, 0, "\"B\" (cranes 3 to 4)", "\"A\" (cranes 1 to 2)");
    }

    private static IEnumerable<BerthFaultCase> Trips()
    {
        var pool = Rail(4) with { Travel = new CraneTravel { SetupSlots = 1, SpeedSections = 3, SpeedSlots = 2 } };
        var one = SmallPort(Worked("A"), Worked("B")).With(pool);
        var rail = one.At(Wall("Q"), Wall("R")).With(pool with { Quays = [0, 1] });
        var a = Lies(0, 0, 4, 2, 0);
        // 10 sections at 3 in 2 slots are 6 2/3 slots, 7 whole ones, and 1 for setup: not before slot 12.
        yield return new(BerthFaultCodes.CraneTravel, "a slot too short", one, [a, Lies(10, 12, 16, 2, 1)], [a, Lies(10, 11, 15, 2, 1)], 0, 1, "11 h", "12 h", "8 h");
        yield return new(BerthFaultCodes.CraneTravel, "no crane left alone", one, [a, Lies(10, 4, 8, 2, 2)], [a, Lies(10, 4, 8, 2, 1)], 0, 1, "4 h", "12 h");
        // From section 0 to 20 + 1 along the rail are 14 slots, and 1 for setup.
        yield return new(BerthFaultCodes.CraneTravel, "to the next quay of the rail", rail, [a, Lies(1, 19, 23, 1, 0) with { Quay = 1 }], [a, Lies(1, 18, 22, 1, 0) with { Quay = 1 }], 0, 1, "19 h", "210 m");
    }
}
