namespace BerthOpt.Berths;

/// <summary>A call with everything that search asks of it, resolved.</summary>
internal sealed class CallModel
{
    /// <summary>Where it can lie.</summary>
    public required Zone[] Zones { get; init; }

    /// <summary>First and last slot at which it can berth.</summary>
    public required int Earliest { get; init; }

    public required int Latest { get; init; }

    /// <summary>Slot by which it must have left.</summary>
    public required int EndLimit { get; init; }

    /// <summary>From this slot on, a later start never costs less.</summary>
    public required int Pivot { get; init; }

    public required int Arrival { get; init; }

    public required int Due { get; init; }

    public required long WaitingRate { get; init; }

    public required long StayRate { get; init; }

    public required long LatenessRate { get; init; }

    public required long SpeedUpRate { get; init; }

    public required long CraneRate { get; init; }

    /// <summary>Planned start of the baseline and the price of each slot away from it.</summary>
    public required int BaseStart { get; init; }

    public required long BaseStartRate { get; init; }

    public required int BaseCranes { get; init; }

    public required long BaseCraneRate { get; init; }

    /// <summary>Slots at which it may berth, one bit each; null for all.</summary>
    public required ulong[]? ArrivalSlots { get; init; }

    /// <summary>For each slot from 0 to the horizon, the first slot from there on at which it may leave; null when it may always.</summary>
    public required int[]? NextDeparture { get; init; }

    /// <summary>Caps that count its movements, quay aside.</summary>
    public required int[] Caps { get; init; }

    public required bool Optional { get; init; }

    /// <summary>Pinned leftmost crane; -1 for none.</summary>
    public required int FirstCrane { get; init; }

    public long RejectionCost { get; init; }

    /// <summary>More than any placement of this call can cost.</summary>
    public long WorstCost { get; set; }

    /// <summary>Less than or equal to what any placement of this call costs.</summary>
    public long IdealCost { get; set; }

    /// <summary>Whether it may berth at a slot.</summary>
    public bool MayArrive(int slot) => ArrivalSlots is not { } slots || (slots[slot >> 6] >> (slot & 63) & 1) == 1;

    /// <summary>Price of a start, an end, a handling time and a number of cranes; the price of the place comes on top.</summary>
    public long TimeCost(int start, int end, int handling, int cranes)
    {
        var cost = (StayRate * (end - start)) + (CraneRate * cranes * handling);
        cost += start >= Arrival ? WaitingRate * (start - Arrival) : SpeedUpRate * (Arrival - start);
        if (end > Due)
        {
            cost += LatenessRate * (end - (long)Due);
        }

        if (BaseStartRate > 0)
        {
            cost += BaseStartRate * Math.Abs(start - BaseStart);
        }

        if (BaseCranes > 0)
        {
            cost += BaseCraneRate * Math.Abs(cranes - BaseCranes);
        }

        return cost;
    }
}

/// <summary>A quay at which a call can lie, filling <see cref="Width"/> cells.</summary>
internal sealed class Zone
{
    public required int Quay { get; init; }

    /// <summary>Cells that the call fills; at a continuous quay its hull, without the gap behind it.</summary>
    public required int Width { get; init; }

    /// <summary>Cells at which it may begin, one bit each.</summary>
    public required ulong[] Allowed { get; init; }

    /// <summary>First allowed cell, and the cell behind the last.</summary>
    public required int From { get; init; }

    public required int To { get; init; }

    /// <summary>Price of each cell; null when all have the price <see cref="MinPlaceCost"/>.</summary>
    public required long[]? PlaceCost { get; init; }

    public required long MinPlaceCost { get; init; }

    /// <summary>Price of an allowed cell.</summary>
    public long Price(int cell) => PlaceCost is { } prices ? prices[cell] : MinPlaceCost;

    /// <summary>The wished cell, or the middle of the allowed ones.</summary>
    public required int Aim { get; init; }

    /// <summary>Whether price and handling never fall with the distance from <see cref="Aim"/>, so that nearer is never worse.</summary>
    public required bool IsRanked { get; init; }

    /// <summary>A cell off the aim that may be cheaper than its neighbours (the planned one of a baseline); -1 for none.</summary>
    public required int SpecialCell { get; init; }

    /// <summary>Numbers of cranes to choose from, ascending.</summary>
    public required CraneOption[] Options { get; init; }
}

/// <summary>A number of cranes and how long handling then takes.</summary>
/// <param name="Cranes">Number of cranes; 0 when cranes do not matter.</param>
/// <param name="MinSlots">Least handling time over all allowed cells.</param>
/// <param name="SlotsByCell">Handling time at each cell, <see cref="int.MaxValue"/> where it cannot be handled; null when it is the same everywhere.</param>
internal sealed record CraneOption(int Cranes, int MinSlots, int[]? SlotsByCell)
{
    /// <summary>Greatest handling time over all cells at which it can be handled.</summary>
    public int MaxSlots { get; } = SlotsByCell is null ? MinSlots : Longest(SlotsByCell);

    public int Slots(int cell) => SlotsByCell is { } slots ? slots[cell] : MinSlots;

    private static int Longest(ReadOnlySpan<int> slots)
    {
        var most = 0;
        foreach (var value in slots)
        {
            most = value == int.MaxValue ? most : Math.Max(most, value);
        }

        return most;
    }
}
