using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>The smallest pieces that examples are put together from: a quay of 20 sections, ships of 4 sections and 5 slots.</summary>
internal static class BerthExamples
{
    public static Call Ship(string id = "A", int length = 4, int arrival = 0, int slots = 5) =>
        new() { Id = id, Length = length, Arrival = arrival, Handling = Handling.Fixed(slots) };

    /// <summary>A ship that 1 to 4 cranes work on for 4 slots, however many they are.</summary>
    public static Call Worked(string id = "A", int length = 4) =>
        Ship(id, length) with { Handling = Handling.ByCranes(1, [4, 4, 4, 4]) };

    public static Quay Wall(string id = "Q") => new() { Id = id, Length = 20 };

    /// <summary>A quay of berths of these lengths, named B0, B1 and so on, without gaps.</summary>
    public static Quay BerthRow(QuayLayout layout, params int[] lengths) => new()
    {
        Id = "Q",
        Layout = layout,
        Length = lengths.Sum(),
        Berths = [.. lengths.Select((length, index) => new Berth { Id = $"B{index}", Start = lengths.Take(index).Sum(), Length = length })],
    };

    public static BerthParts SmallPort(params Call[] calls) => new() { Horizon = 100, Quays = [Wall()], Calls = [.. calls] };

    public static BerthParts At(this BerthParts parts, params Quay[] quays) => parts with { Quays = [.. quays] };

    public static BerthParts With(this BerthParts parts, CranePool pool) => parts with { CranePools = [pool] };

    public static CranePool Rail(int count, CraneRule rule = CraneRule.Specific) => new() { Id = "P", Count = count, Quays = [0], Rule = rule };

    public static Assignment Lies(int position, int start, int end, int cranes = 0, int first = -1) => new(0, -1, position, start, end, cranes, first);

    public static BerthCheck Check(BerthParts parts, params Assignment?[] plan) => BerthChecker.Check(new BerthProblem(parts), new BerthPlan(plan));
}
