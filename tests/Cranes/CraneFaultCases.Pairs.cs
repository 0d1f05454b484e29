using BerthOpt.Cranes;
using static BerthOpt.Tests.Cranes.CraneExamples;

namespace BerthOpt.Tests.Cranes;

/// <content>Two tasks, moments, and ways.</content>
internal static partial class CraneFaultCases
{
    private static CraneFaultCase Case(string code, string name, CraneParts parts, TaskAssignment first, TaskAssignment valid, TaskAssignment broken, params string[] said) =>
        new(code, name, parts, [first, valid], [first, broken], 0, 1, said);

    private static IEnumerable<CraneFaultCase> Pairs()
    {
        var same = Yard(2, Task("A", 10), Task("B", 10));
        var apart = Yard(2, Task("A", 10), Task("B", 13));
        var slow = apart.OnRail(rail => rail with { TravelSlots = 1, TravelSections = 2 });
        var three = Yard(3, Task("A", 10), Task("B", 13));
        yield return Case(CraneFaultCodes.CraneShared, "by a slot", same, Does(0, 0, 5), Does(0, 5, 10), Does(0, 4, 9), "0 h to 5 s", "4 s to 9 s");
        yield return new(CraneFaultCodes.CraneShared, "the later one first", same, [Does(0, 5, 10), Does(0, 0, 5)], [Does(0, 4, 9), Does(0, 0, 5)], 1, 0, "0 h to 5 s", "4 s to 9 s");
        yield return Case(CraneFaultCodes.CraneTravel, "by a slot", apart, Does(0, 0, 5), Does(0, 8, 13), Does(0, 7, 12), "at least 3 s");
        yield return Case(CraneFaultCodes.CraneTravel, "rounded up", slow, Does(0, 0, 5), Does(0, 7, 12), Does(0, 6, 11), "at least 2 s");
        yield return Case(CraneFaultCodes.Interference, "at the same position", same, Does(0, 0, 5), Does(1, 7, 12), Does(1, 6, 11), "at least 2 s", "2 m");
        yield return Case(CraneFaultCodes.Interference, "passing", apart, Does(1, 0, 5), Does(0, 10, 15), Does(0, 9, 14), "at least 5 s", "5 m");
        yield return Case(CraneFaultCodes.Interference, "room for a crane in between", three, Does(0, 0, 5), Does(2, 6, 11), Does(2, 5, 10), "at least 1 s", "1 m");
        yield return Case(CraneFaultCodes.Interference, "rounded up", slow.OnRail(rail => rail with { Clearance = 6 }), Does(0, 0, 5), Does(1, 7, 12), Does(1, 6, 11), "at least 2 s", "3 m");
        yield return Case(CraneFaultCodes.Interference, "without travel time, at the same time", same.OnRail(rail => rail with { TravelSlots = 0 }), Does(0, 0, 5), Does(1, 5, 10), Does(1, 4, 9), "at least 0 h");
        yield return Case(CraneFaultCodes.Interference, "nearer than the clearance", apart.OnRail(rail => rail with { Clearance = 3 }) with { Tasks = [Task("A", 10), Task("B", 13), Task("C", 12)] }, [Does(0, 0, 5), Does(1, 0, 5), Does(1, 6, 11)], [Does(0, 0, 5), Does(1, 6, 11), Does(1, 0, 5)], 0, 2);
        yield return Case(CraneFaultCodes.StartInTheWay, "passing", Stands(10), Does(1, 13, 18), Does(1, 12, 17), "12 s", "expected 13 s", "\"Q1\"");
        yield return Case(CraneFaultCodes.StartInTheWay, "too near", Stands(4), Does(1, 7, 12), Does(1, 6, 11), "6 s", "expected 7 s");
        yield return Case(CraneFaultCodes.StartInTheWay, "long before", Stands(4), Does(1, 7, 12), Does(1, 0, 5), "0 h", "expected 7 s");
        yield return Case(CraneFaultCodes.Precedence, "by a slot", Yard(2, Task("A", 0), Task("B", 9)) with { Precedences = [new TaskPair(0, 1)] }, Does(0, 0, 5), Does(1, 5, 10), Does(1, 4, 9), "4 s", "expected 5 s");
        yield return Case(CraneFaultCodes.NonSimultaneous, "by a slot", Yard(2, Task("A", 0), Task("B", 9)) with { NonSimultaneous = [new TaskPair(0, 1)] }, Does(0, 5, 10), Does(1, 0, 5), Does(1, 1, 6), "1 s to 6 s", "5 s to 10 s");
    }

    private static CraneFaultCase Case(string code, string name, CraneParts parts, TaskAssignment[] valid, TaskAssignment[] broken, int task, int other) => new(code, name, parts, valid, broken, task, other);

    /// <summary>Crane Q1 stands at a position until slot 5; the task lies at 4.</summary>
    private static CraneParts Stands(int start) =>
        Yard(2, Task("A", 4)).OnRail(rail => rail with { StartsBlock = true }).WithCrane(0, crane => crane with { Start = start, Ready = 5 });

    /// <summary>Tasks of no length: they may touch other times, and lie in none.</summary>
    private static IEnumerable<CraneFaultCase> Moments()
    {
        var parts = Yard(2, Task("A", 10), Task("B", 10, 0));
        var still = parts.OnRail(rail => rail with { TravelSlots = 0 });
        var outage = Yard(1, Task("A", 0, 0)).WithCrane(0, crane => crane with { Outages = [new Interval(3, 6)] });
        var far = Yard(2, Task("A", 0), Task("B", 9, 0));
        yield return Case(CraneFaultCodes.CraneShared, "a moment inside", parts, Does(0, 0, 5), Does(0, 5, 5), Does(0, 4, 4), "4 s to 4 s");
        yield return Case(CraneFaultCodes.CraneShared, "a moment behind the start", parts, Does(0, 5, 10), Does(0, 5, 5), Does(0, 6, 6), "6 s to 6 s");
        yield return Case(CraneFaultCodes.Interference, "a moment too soon", parts, Does(0, 0, 5), Does(1, 7, 7), Does(1, 6, 6), "6 s to 6 s");
        yield return Case(CraneFaultCodes.Interference, "a moment inside, without travel time", still, Does(0, 0, 5), Does(1, 5, 5), Does(1, 4, 4), "4 s to 4 s");
        yield return Case(CraneFaultCodes.CraneOut, "a moment inside, at its end", outage, Does(0, 6, 6), Does(0, 5, 5), "5 s to 5 s", "3 s to 6 s");
        yield return Case(CraneFaultCodes.CraneOut, "a moment inside, at its start", outage, Does(0, 3, 3), Does(0, 4, 4), "4 s to 4 s", "3 s to 6 s");
        yield return Case(CraneFaultCodes.Precedence, "a moment", far with { Precedences = [new TaskPair(0, 1)] }, Does(0, 0, 5), Does(1, 5, 5), Does(1, 4, 4), "4 s");
        yield return Case(CraneFaultCodes.NonSimultaneous, "a moment", far with { NonSimultaneous = [new TaskPair(0, 1)] }, Does(0, 0, 5), Does(1, 0, 0), Does(1, 1, 1), "1 s to 1 s");
    }

    private static IEnumerable<CraneFaultCase> Ways()
    {
        var up = Yard(1, Task("A", 10), Task("B", 12)) with { Direction = CraneDirection.Upward };
        var down = Yard(1, Task("A", 12), Task("B", 10)) with { Direction = CraneDirection.Downward };
        var either = Yard(2, Task("A", 10), Task("B", 12), Task("C", 30), Task("D", 32)) with { Direction = CraneDirection.Either };
        yield return new(CraneFaultCodes.Direction, "upward", up, [Does(0, 0, 5), Does(0, 50, 55)], [Does(0, 50, 55), Does(0, 0, 5)], 1, 0, "12 m or more");
        yield return new(CraneFaultCodes.Direction, "downward", down, [Does(0, 0, 5), Does(0, 50, 55)], [Does(0, 50, 55), Does(0, 0, 5)], 1, 0, "10 m or less");
        yield return new(CraneFaultCodes.Direction, "not all the same way", either, [Does(0, 50, 55), Does(0, 0, 5), Does(1, 50, 55), Does(1, 0, 5)], [Does(0, 0, 5), Does(0, 50, 55), Does(1, 50, 55), Does(1, 0, 5)], 3, 2, "32 m or more");
    }
}
