using BerthOpt.Cranes;
using static BerthOpt.Tests.Cranes.CraneExamples;

namespace BerthOpt.Tests.Cranes;

/// <summary>At least one case for each code of <see cref="CraneFaultCodes"/>: the valid plan lies just inside the rule, the broken one just outside.</summary>
internal static partial class CraneFaultCases
{
    public static IReadOnlyList<CraneFaultCase> All { get; } = [.. Tasks(), .. Times(), .. Pairs(), .. Moments(), .. Ways()];

    private static CraneFaultCase Case(string code, string name, CraneParts parts, TaskAssignment valid, TaskAssignment broken, params string[] said) =>
        new(code, name, parts, [valid], [broken], 0, -1, said);

    private static IEnumerable<CraneFaultCase> Tasks()
    {
        var two = Yard(2, Task());
        yield return new(CraneFaultCodes.PlanLength, "an entry too many", two, [Does(0, 0, 5)], [Does(0, 0, 5), Does(1, 0, 5)], -1, -1, "2 entries", "1 tasks");
        yield return new(CraneFaultCodes.PlanLength, "an entry too few", Yard(2, Task(), Task("B", 9)), [Does(0, 0, 5), Does(1, 0, 5)], [Does(0, 0, 5)], -1, -1, "1 entries");
        yield return Case(CraneFaultCodes.CraneUnknown, "behind the last", two, Does(1, 0, 5), Does(2, 0, 5), "number 2", "0 to 1");
        yield return Case(CraneFaultCodes.CraneUnknown, "before the first", two, Does(0, 0, 5), Does(-1, 0, 5), "number -1");
        yield return Case(CraneFaultCodes.CannotDo, "no time for this crane", Yard(2, Task() with { HandlingByCrane = [5, -1] }), Does(0, 0, 5), Does(1, 0, 5), "\"Q2\"");
        yield return Case(CraneFaultCodes.OutOfReach, "too far left", Yard(2, Task("A", 10)).WithCrane(1, crane => crane with { Reach = new Interval(11, 20) }), Does(0, 0, 5), Does(1, 0, 5), "at 10 m", "11 to 20 m");
        yield return Case(CraneFaultCodes.OutOfReach, "too far right", Yard(2, Task("A", 10)).WithCrane(1, crane => crane with { Reach = new Interval(5, 10) }), Does(0, 0, 5), Does(1, 0, 5), "at 10 m", "5 to 10 m");
        yield return Case(CraneFaultCodes.RailEnd, "no room on the left", Yard(2, Task("A", 1)).OnRail(rail => rail with { From = 0 }), Does(0, 0, 5), Does(1, 0, 5), "at 1 m", "expected 2 m");
        yield return Case(CraneFaultCodes.RailEnd, "no room on the right", Yard(3, Task("A", 17)).OnRail(rail => rail with { To = 20 }), Does(1, 0, 5), Does(0, 0, 5), "at 17 m", "expected 16 m");
        yield return Case(CraneFaultCodes.EndMismatch, "too short", two, Does(0, 0, 5), Does(0, 0, 4), "4 s", "expected 5 s");
        yield return Case(CraneFaultCodes.EndMismatch, "too long", two, Does(0, 0, 5), Does(0, 0, 6), "6 s", "expected 5 s");
        yield return Case(CraneFaultCodes.EndMismatch, "by a rate, rounded up", two.WithCrane(1, crane => crane with { RatePercent = 150 }), Does(1, 0, 4), Does(1, 0, 3), "3 s", "expected 4 s");
        yield return Case(CraneFaultCodes.EndMismatch, "own time, not the rate's", Yard(1, Task() with { HandlingByCrane = [7] }).WithCrane(0, crane => crane with { RatePercent = 50 }), Does(0, 0, 7), Does(0, 0, 10), "10 s", "expected 7 s");
        yield return Case(CraneFaultCodes.PinBroken, "the crane", Yard(2, Task() with { Pin = new TaskPin(Crane: 1) }), Does(1, 0, 5), Does(0, 0, 5), "crane \"Q1\"", "expected \"Q2\"");
        yield return Case(CraneFaultCodes.PinBroken, "the start", Yard(2, Task() with { Pin = new TaskPin(Start: 3) }), Does(1, 3, 8), Does(1, 4, 9), "4 s", "expected 3 s");
    }

    private static IEnumerable<CraneFaultCase> Times()
    {
        var one = Yard(1, Task("A", 10));
        var ready = one.WithCrane(0, crane => crane with { Ready = 3 });
        var gone = one.WithCrane(0, crane => crane with { Until = 12 });
        var outages = one.WithCrane(0, crane => crane with { Outages = [new Interval(0, 2), new Interval(7, 9)] });
        var slow = Yard(1, Task("A", 10)).OnRail(rail => rail with { TravelSlots = 2, TravelSections = 3 });
        yield return Case(CraneFaultCodes.VesselNotReady, "by a slot", one.WithVessel(vessel => vessel with { Ready = 4 }), Does(0, 4, 9), Does(0, 3, 8), "3 s", "expected 4 s", "\"V\"");
        yield return Case(CraneFaultCodes.DeadlineMissed, "by a slot", one.WithVessel(vessel => vessel with { Deadline = 9 }), Does(0, 4, 9), Does(0, 5, 10), "10 s", "9 s.");
        yield return Case(CraneFaultCodes.BeyondHorizon, "by a slot", one with { Horizon = 9 }, Does(0, 4, 9), Does(0, 5, 10), "10 s", "9 s.");
        yield return Case(CraneFaultCodes.CraneNotReady, "by a slot", ready, Does(0, 3, 8), Does(0, 2, 7), "2 s", "expected 3 s");
        yield return Case(CraneFaultCodes.CraneNotReady, "on the way from the start", ready.WithCrane(0, crane => crane with { Start = 4 }), Does(0, 9, 14), Does(0, 8, 13), "8 s", "expected 9 s");
        yield return Case(CraneFaultCodes.CraneNotReady, "on the way, rounded up", slow.WithCrane(0, crane => crane with { Start = 5 }), Does(0, 4, 9), Does(0, 3, 8), "3 s", "expected 4 s");
        yield return Case(CraneFaultCodes.CraneGone, "by a slot", gone, Does(0, 7, 12), Does(0, 8, 13), "13 s", "expected by 12 s");
        yield return Case(CraneFaultCodes.CraneGone, "on the way to the end", gone.WithCrane(0, crane => crane with { Final = 13 }), Does(0, 4, 9), Does(0, 5, 10), "10 s", "at 13 s", "expected by 12 s");
        yield return Case(CraneFaultCodes.CraneOut, "at its end", outages, Does(0, 2, 7), Does(0, 3, 8), "3 s to 8 s", "7 s to 9 s");
        yield return Case(CraneFaultCodes.CraneOut, "at its start", outages, Does(0, 9, 14), Does(0, 8, 13), "8 s to 13 s", "7 s to 9 s");
        yield return Case(CraneFaultCodes.CraneOut, "the first one", outages, Does(0, 2, 7), Does(0, 1, 6), "1 s to 6 s", "0 h to 2 s");
    }
}
