using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

public sealed class CraneSidesTests
{
    // Cranes 0 to 5 on a rail of 40 sections; a crane needs 2 slots, and one more for each 10 sections.
    private static readonly BerthModel Model = new(new BerthProblem(new BerthParts
    {
        Horizon = 100,
        Quays = [new Quay { Id = "quay", Length = 40 }],
        CranePools = [new CranePool { Id = "cranes", Count = 6, Quays = [0], Travel = new CraneTravel { SetupSlots = 2, SpeedSections = 10 } }],
        Calls = [.. Enumerable.Range(0, 2).Select(call => new Call { Id = $"{call}", Arrival = 0, Length = 10, Handling = Handling.ByCranes(2, [10]) })],
    }));

    [Theory]
    [InlineData(0, 10, 2, true)] // at once, the right one's cranes on the right
    [InlineData(0, 10, 0, false)] // at once, on the wrong side
    [InlineData(12, 10, 0, false)] // two slots later: the cranes need three
    [InlineData(13, 10, 0, true)] // three slots later
    [InlineData(13, 11, 0, false)] // one section further: four slots
    public void Sides_are_kept_unless_there_is_time_to_change(int start, int cell, int first, bool kept)
    {
        var left = new Placement { Cell = 0, Start = 0, HandlingEnd = 10, End = 10, FirstCrane = 2 };
        var right = new Placement { Cell = cell, Start = start, HandlingEnd = start + 10, End = start + 10, FirstCrane = first == 2 ? 4 : first };

        Assert.Equal(kept, CraneSides.AreKept(Model, [left, right]));
        Assert.Equal(kept, CraneSides.AreKept(Model, [right, left]));
    }
}
