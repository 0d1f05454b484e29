using BerthOpt.Empties;

namespace BerthOpt.Tests.Empties;

/// <summary>Small problems that tests change one thing of.</summary>
internal static class EmptiesExamples
{
    /// <summary>Two ports, a surplus in A and a demand in B, a weekly voyage and a dear truck between them.</summary>
    public static EmptiesParts TwoPorts => new()
    {
        Name = "two ports",
        Periods = 10,
        Types = [new ContainerType { Id = "20", Teu = 100 }, new ContainerType { Id = "40", Teu = 200 }],
        Locations = [new Location { Id = "A", LoadCost = 5, DischargeCost = 6 }, new Location { Id = "B", LoadCost = 7, DischargeCost = 8 }],
        Stocks = [new LocationStock { Location = 0, Type = 0, Initial = 20, StorageCost = 1 }, new LocationStock { Location = 1, Type = 0, StorageCost = 2 }, new LocationStock { Location = 0, Type = 1, Initial = 10 }],
        Demands = [new Demand { Location = 1, Type = 0, Period = 6, Count = 12, ShortageCost = 100 }, new Demand { Location = 1, Type = 1, Period = 6, Count = 4, ShortageCost = 300 }],
        Voyages = [new Voyage { Id = "V", Stops = [new VoyageStop(0, 1, 1), new VoyageStop(1, 4, 4)], Legs = [new VoyageLeg { Room = new Room { Teu = 1_400 }, Cost = 10, Co2Grams = 500 }] }],
        Links = [new Link { Id = "T", From = 0, To = 1, Transit = 2, Cost = 60, Most = 2 }],
    };

    /// <summary>Nothing to plan.</summary>
    public static EmptiesProblem Nothing => new(new EmptiesParts { Periods = 1, Types = [new ContainerType { Id = "20" }], Locations = [new Location { Id = "A" }] });

    /// <summary>One container that is asked for where it is not.</summary>
    public static EmptiesProblem One => new(new EmptiesParts
    {
        Periods = 3,
        Types = [new ContainerType { Id = "20" }],
        Locations = [new Location { Id = "A" }, new Location { Id = "B" }],
        Stocks = [new LocationStock { Location = 0, Type = 0, Initial = 1 }],
        Demands = [new Demand { Location = 1, Type = 0, Period = 2, Count = 1, ShortageCost = 50 }],
        Links = [new Link { Id = "T", From = 0, To = 1, Transit = 1, Cost = 7 }],
    });
}
