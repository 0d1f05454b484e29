using System.Collections.Immutable;
using BerthOpt.Cranes;

namespace BerthOpt.Tests.Cranes;

/// <summary>Short words for small rails. A section of travel takes a slot, cranes keep 2 sections apart.</summary>
internal static class CraneExamples
{
    public static CraneTask Task(string id = "A", int at = 0, int slots = 5) => new() { Id = id, Position = at, Handling = slots };

    public static CraneParts Yard(int cranes, params CraneTask[] tasks) => new()
    {
        Horizon = 1000,
        Rail = new Rail { TravelSlots = 1, Clearance = 2 },
        Cranes = [.. Enumerable.Range(1, cranes).Select(number => new Crane { Id = $"Q{number}" })],
        Vessels = [new CraneVessel { Id = "V" }],
        Tasks = [.. tasks],
    };

    public static CraneParts WithCrane(this CraneParts parts, int index, Func<Crane, Crane> change) =>
        parts with { Cranes = parts.Cranes.SetItem(index, change(parts.Cranes[index])) };

    public static CraneParts OnRail(this CraneParts parts, Func<Rail, Rail> change) => parts with { Rail = change(parts.Rail) };

    public static CraneParts WithVessel(this CraneParts parts, Func<CraneVessel, CraneVessel> change) => parts with { Vessels = [change(parts.Vessels[0])] };

    public static TaskAssignment Does(int crane, int start, int end) => new(crane, start, end);

    public static CraneCheck Check(CraneParts parts, params TaskAssignment[] plan) => CraneChecker.Check(new CraneProblem(parts), new CranePlan(plan));

    public static ImmutableArray<T> List<T>(params T[] items) => [.. items];
}
