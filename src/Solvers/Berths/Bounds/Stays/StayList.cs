namespace BerthOpt.Berths;

/// <summary>
/// The stays that a call may have in a plan below some cost, by their start. Left out are those that another one with the same end and a later
/// start makes needless, since it takes less of the quay and costs no more; and those between two others where cost and prices are linear.
/// </summary>
internal sealed class StayList
{
    private StayList(List<(int Start, int Until, long Cost)> stays, int slotsPerBlock)
    {
        Start = [.. stays.Select(stay => stay.Start)];
        Until = [.. stays.Select(stay => stay.Until)];
        Cost = [.. stays.Select(stay => stay.Cost)];
        Units = new int[Cost.Length];
        (StartBlock, UntilBlock) = ([.. Start.Select(slot => slot / slotsPerBlock)], [.. Until.Select(slot => slot / slotsPerBlock)]);
        (StartRest, UntilRest) = ([.. Start.Select(slot => slot % slotsPerBlock)], [.. Until.Select(slot => slot % slotsPerBlock)]);
    }

    public int[] Start { get; }

    /// <summary>End of the stay and of the pause behind it.</summary>
    public int[] Until { get; }

    /// <summary>Cost above the call's ideal.</summary>
    public long[] Cost { get; }

    /// <summary>The same in the units of a scale.</summary>
    public int[] Units { get; }

    public int[] StartBlock { get; }

    public int[] StartRest { get; }

    public int[] UntilBlock { get; }

    public int[] UntilRest { get; }

    public int Count => Start.Length;

    /// <summary>Lists a call's stays that cost less than a slack above its ideal.</summary>
    public static List<(int Start, int Until, long Cost)> Useful(BerthModel model, CallModel call, long slack)
    {
        var stays = new List<(int Start, int Until, long Cost)>();
        if (call.Zones.Length == 0)
        {
            return stays;
        }

        var option = call.Zones[0].Options[0];
        var place = call.Zones.Min(zone => zone.MinPlaceCost);
        var (lastUntil, least) = (-1, long.MaxValue);
        for (var start = Math.Min(call.Latest, call.EndLimit - option.MinSlots); start >= call.Earliest; start--)
        {
            var end = call.NextDeparture is { } next ? next[start + option.MinSlots] : start + option.MinSlots;
            if (end > call.EndLimit || !call.MayArrive(start))
            {
                continue;
            }

            var cost = place - call.IdealCost + call.TimeCost(start, end, option.MinSlots, option.Cranes);
            var until = end + model.TimeGap;
            if (cost < slack && (until != lastUntil || cost < least))
            {
                stays.Add((start, until, cost));
                (lastUntil, least) = (until, cost);
            }
        }

        stays.Reverse();
        return stays;
    }

    /// <summary>Keeps the stays that can be cheapest where prices are the same for all slots of a block.</summary>
    public static StayList Of(List<(int Start, int Until, long Cost)> stays, int slotsPerBlock)
    {
        var kept = new List<(int Start, int Until, long Cost)>();
        for (var index = 0; index < stays.Count; index++)
        {
            if (slotsPerBlock == 1 || index == 0 || index == stays.Count - 1 || !IsBetween(stays[index - 1], stays[index], stays[index + 1], slotsPerBlock))
            {
                kept.Add(stays[index]);
            }
        }

        return new StayList(kept, slotsPerBlock);
    }

    /// <summary>Sets <see cref="Units"/>.</summary>
    public void Scale(CostScale scale)
    {
        for (var index = 0; index < Units.Length; index++)
        {
            Units[index] = scale.Units(Cost[index]);
        }
    }

    private static bool IsBetween((int Start, int Until, long Cost) before, (int Start, int Until, long Cost) stay, (int Start, int Until, long Cost) behind, int slots) =>
        stay.Start % slots != 0 && stay.Until % slots != 0
        && stay.Start - before.Start == 1 && behind.Start - stay.Start == 1 && stay.Until - before.Until == 1 && behind.Until - stay.Until == 1
        && stay.Cost - before.Cost == behind.Cost - stay.Cost;
}
