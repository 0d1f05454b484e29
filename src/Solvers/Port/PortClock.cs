namespace BerthOpt.Port;

/// <summary>Turns slots of cranes into slots of berths, and back.</summary>
internal sealed class PortClock(PortWork work)
{
    private readonly decimal _crane = work.Bays.Grid.SecondsPerSlot;
    private readonly decimal _berth = work.Berths.Grid.MinutesPerSlot * 60;

    /// <summary>Slots of the berth problem that cover some of a crane problem; at least 1.</summary>
    public int BerthSlots(long craneSlots) => (int)Math.Clamp(Math.Ceiling(craneSlots * _crane / _berth), 1, Berths.BerthProblem.MaxExtent);

    /// <summary>Slots of a crane problem until some slot of the berth problem, rounded up.</summary>
    public long CraneSlots(int berthSlots) => (long)Math.Ceiling(berthSlots * _berth / _crane);
}
