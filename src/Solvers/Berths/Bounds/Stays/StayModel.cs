namespace BerthOpt.Berths;

/// <summary>
/// A problem in which only time costs and a place is as good as another: what matters of the quay is which calls find room beside one
/// another. Handling takes as long everywhere, and cranes do not count.
/// </summary>
internal sealed class StayModel
{
    private const int MostCalls = 250;
    private const int MostRooms = 64;
    private const int MostStays = 4_000_000;

    private StayModel(BerthModel model)
    {
        Berths = model;
        Rooms = Room.Of(model);
        Choices = [.. model.Calls.Select(call => Places(model, call))];
    }

    /// <summary>The whole problem.</summary>
    public BerthModel Berths { get; }

    public Room[] Rooms { get; }

    /// <summary>For each call the rooms that it may lie in, and its width there, clearance included.</summary>
    public (int Room, int Width)[][] Choices { get; }

    /// <summary>The model; null when places differ in more than their room, or when there is too much of it.</summary>
    public static StayModel? TryCreate(BerthModel model)
    {
        var suits = model.Calls.Length is > 1 and <= MostCalls && Array.TrueForAll(model.Calls, call =>
            call.Zones.Select(zone => zone.Quay).Distinct().Count() == call.Zones.Length
            && Array.TrueForAll(call.Zones, zone => zone is { PlaceCost: null, MinPlaceCost: 0, Options: [{ SlotsByCell: null } option] }
                && option.MinSlots == call.Zones[0].Options[0].MinSlots && (option.Cranes == 0 || model.PoolOfQuay[zone.Quay] < 0)));
        return suits && (long)model.Calls.Length * model.Rows <= MostStays && new StayModel(model) is { Rooms.Length: <= MostRooms } stays ? stays : null;
    }

    private (int Room, int Width)[] Places(BerthModel model, CallModel call)
    {
        var places = new List<(int Room, int Width)>();
        for (var room = 0; room < Rooms.Length; room++)
        {
            foreach (var zone in call.Zones)
            {
                if (Rooms[room].Holds(zone))
                {
                    places.Add((room, zone.Width + model.Quays[zone.Quay].HullGap));
                }
            }
        }

        return [.. places];
    }
}
