using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>A class of container ships: what a call of one measures and needs.</summary>
/// <param name="Share">Services of this class among 100.</param>
/// <param name="Metres">Length over all.</param>
/// <param name="Draught">Draught in centimetres.</param>
/// <param name="MinCranes">Fewest cranes.</param>
/// <param name="MaxCranes">Most cranes.</param>
/// <param name="Moves">Container moves of a call.</param>
/// <param name="NoiseHours">Standard deviation of the ETA around the pro forma time.</param>
/// <param name="HourCost">What an hour of waiting costs.</param>
/// <param name="Priority">Multiplier of waiting, stay and lateness.</param>
internal sealed record PortShipClass(
    int Share, Interval Metres, Interval Draught, int MinCranes, int MaxCranes, Interval Moves, int NoiseHours, int HourCost, int Priority);

/// <summary>The classes that call, largest first, and names for their ships.</summary>
internal static class PortShips
{
    public static ImmutableArray<PortShipClass> Classes { get; } =
    [
        new(9, new(366, 401), new(1430, 1601), 4, 6, new(2800, 5801), 9, 2400, 3),
        new(13, new(295, 366), new(1300, 1501), 3, 5, new(1500, 3501), 8, 1600, 2),
        new(16, new(210, 295), new(1100, 1351), 2, 3, new(900, 2001), 6, 900, 1),
        new(27, new(150, 210), new(850, 1151), 1, 3, new(450, 1301), 4, 500, 1),
        new(35, new(80, 151), new(500, 901), 1, 2, new(150, 601), 3, 240, 1),
    ];

    private static readonly string[] Firsts =
    [
        "Amber", "Ancient", "Azure", "Bold", "Bright", "Calm", "Copper", "Coral", "Crystal", "Eastern", "Emerald", "Fair", "Fleet", "Gentle",
        "Golden", "Grand", "Happy", "Ivory", "Jade", "Long", "Lucky", "Morning", "Noble", "Northern", "Pearl", "Proud", "Quiet", "Red",
        "Royal", "Ruby", "Silver", "Southern", "Steady", "Summer", "Swift", "Velvet", "Western", "White", "Winter", "Young",
    ];

    private static readonly string[] Seconds =
    [
        "Albatross", "Bay", "Breeze", "Cape", "Cloud", "Cormorant", "Crane", "Current", "Dawn", "Falcon", "Gull", "Harbour", "Heron", "Horizon",
        "Island", "Lantern", "Meridian", "Orchid", "Osprey", "Petrel", "Pine", "River", "Sail", "Spring", "Star", "Strait", "Swan", "Tern", "Tide", "Wave",
    ];

    /// <summary>Made-up names, all different, in a drawn order.</summary>
    public static IEnumerable<string> Names(Rng rng)
    {
        var names = Firsts.SelectMany(_ => Seconds, (first, second) => $"{first} {second}").ToArray();
        for (var index = names.Length - 1; index > 0; index--)
        {
            var other = rng.Next(index + 1);
            (names[index], names[other]) = (names[other], names[index]);
        }

        for (var round = 1; ; round++)
        {
            foreach (var name in names)
            {
                yield return round == 1 ? name : $"{name} {round}";
            }
        }
    }
}
