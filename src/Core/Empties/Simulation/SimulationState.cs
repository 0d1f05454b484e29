namespace BerthOpt.Empties;

/// <summary>
/// Where all boxes are at a moment of a simulation, and the rules by which they move. They are those of the container inventory scenario
/// of MARO (Microsoft, 2020); at each tick:
/// <list type="number">
/// <item>boxes come back laden from shippers, laden boxes are discharged, and empties come back from consignees;</item>
/// <item>orders take empties from stock, one after the other; what is not there is lost;</item>
/// <item>vessels that arrive take waiting laden boxes for the stops of one round, nearest first, as if no empties were aboard; empties
/// for which there is no room any more go ashore;</item>
/// <item>the policy acts at each vessel that arrived.</item>
/// </list>
/// </summary>
public sealed partial class SimulationState
{
    private readonly int ports;
    private readonly int ring;
    private readonly int[] empties;
    private readonly int[] waiting;
    private readonly int[] aboardEmpty;
    private readonly int[] aboardLaden;
    private readonly int[] emptyDue;
    private readonly int[] ladenDue;
    private readonly LadenBatches batches;
    private readonly Rng? noise;

    internal SimulationState(SampleSchedule schedule, Rng? noise)
    {
        Schedule = schedule;
        this.noise = noise;
        ports = schedule.Ports.Length;
        ring = schedule.MostReturnDelay + 1;
        empties = [.. schedule.Ports.Select(port => port.Empties)];
        aboardEmpty = [.. schedule.Vessels.Select(vessel => vessel.Empties)];
        aboardLaden = new int[schedule.Vessels.Length];
        waiting = new int[ports * ports];
        emptyDue = new int[ring * ports];
        ladenDue = new int[ring * ports * ports];
        batches = new LadenBatches(schedule);
    }

    /// <summary>What is published beforehand.</summary>
    public SampleSchedule Schedule { get; }

    /// <summary>The present tick; -1 before the first.</summary>
    public int Tick { get; private set; } = -1;

    /// <summary>Index of the stop at which the policy is asked; -1 when it is not.</summary>
    public int Stop { get; private set; } = -1;

    /// <summary>Empties moved so far.</summary>
    public long Operations { get; private set; }

    /// <summary>Empties in stock at a port.</summary>
    /// <param name="port">Index of the port.</param>
    public int Empties(int port) => empties[port];

    /// <summary>Empties aboard a vessel.</summary>
    /// <param name="vessel">Index of the vessel.</param>
    public int EmptiesAboard(int vessel) => aboardEmpty[vessel];

    /// <summary>Laden boxes aboard a vessel.</summary>
    /// <param name="vessel">Index of the vessel.</param>
    public int LadenAboard(int vessel) => aboardLaden[vessel];

    /// <summary>Boxes for which a vessel has room.</summary>
    /// <param name="vessel">Index of the vessel.</param>
    public int Room(int vessel) => Schedule.Vessels[vessel].Capacity - aboardEmpty[vessel] - aboardLaden[vessel];

    /// <summary>Laden boxes that wait at a port for a vessel.</summary>
    /// <param name="source">Index of the port.</param>
    /// <param name="destination">Index of the port that they go to.</param>
    public int Waiting(int source, int destination) => waiting[(source * ports) + destination];

    /// <summary>Empties that come back from consignees at a later tick; which tick is known once they are handed over.</summary>
    /// <param name="port">Index of the port.</param>
    /// <param name="tick">A tick behind the present one.</param>
    public int EmptyDue(int port, int tick) => IsUnderWay(tick) ? emptyDue[(tick % ring * ports) + port] : 0;

    /// <summary>Laden boxes that come back from shippers at a later tick; which tick is known once they are handed over.</summary>
    /// <param name="source">Index of the port.</param>
    /// <param name="destination">Index of the port that they go to.</param>
    /// <param name="tick">A tick behind the present one.</param>
    public int LadenDue(int source, int destination, int tick) => IsUnderWay(tick) ? ladenDue[(((tick % ring * ports) + source) * ports) + destination] : 0;

    /// <summary>Most empties that can be loaded at <see cref="Stop"/>.</summary>
    public int MostLoaded => Stop < 0 ? 0 : Math.Min(empties[Schedule.Stops[Stop].Port], Room(Schedule.Stops[Stop].Vessel));

    /// <summary>Most empties that can be discharged at <see cref="Stop"/>.</summary>
    public int MostDischarged => Stop < 0 ? 0 : aboardEmpty[Schedule.Stops[Stop].Vessel];

    /// <summary>Moves empties at <see cref="Stop"/>.</summary>
    /// <param name="quantity">Boxes: positive are loaded onto the vessel, negative are discharged from it.</param>
    /// <exception cref="ArgumentOutOfRangeException">So many are not there, or have no room; or no policy is asked now.</exception>
    public void Move(int quantity)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quantity, MostLoaded);
        ArgumentOutOfRangeException.ThrowIfLessThan(quantity, -MostDischarged);
        if (quantity != 0)
        {
            var (vessel, port, _, _) = Schedule.Stops[Stop];
            empties[port] -= quantity;
            aboardEmpty[vessel] += quantity;
            Operations += Math.Abs(quantity);
            Moved?.Invoke(new RepositioningAction(Tick, vessel, port, quantity));
        }
    }

    /// <summary>Told of each move.</summary>
    internal Action<RepositioningAction>? Moved { get; set; }

    /// <summary>Becomes a copy of another state of the same schedule.</summary>
    internal void CopyFrom(SimulationState other)
    {
        other.empties.CopyTo(empties, 0);
        other.waiting.CopyTo(waiting, 0);
        other.aboardEmpty.CopyTo(aboardEmpty, 0);
        other.aboardLaden.CopyTo(aboardLaden, 0);
        other.emptyDue.CopyTo(emptyDue, 0);
        other.ladenDue.CopyTo(ladenDue, 0);
        batches.CopyFrom(other.batches);
        (Tick, Stop, Operations) = (other.Tick, other.Stop, other.Operations);
    }

    private bool IsUnderWay(int tick) => tick > Tick && tick - Tick < ring;
}
