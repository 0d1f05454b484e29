using System.Runtime.InteropServices;

namespace BerthOpt.Empties;

/// <summary>
/// A window played to its end with planned moves, by the rules of the simulation itself, and what a planner needs to know of it: stocks,
/// returns, the room that laden boxes leave, and when one box more of each order would come back.
/// </summary>
internal sealed class Rollout : IRepositioningPolicy
{
    private readonly PlanningWindow window;
    private readonly SimulationState state;
    private readonly int[] plan;
    private readonly int[] clear;
    private readonly LadenCalls ladenCalls;
    private readonly List<(int Pair, int Ready, int Arrival)> clearings = [];
    private int next;

    /// <summary>Creates a rollout.</summary>
    /// <param name="window">The window.</param>
    /// <param name="plan">Empties to be aboard behind each stop, by stop; below 0 to leave them.</param>
    public Rollout(PlanningWindow window, int[] plan)
    {
        this.window = window;
        this.plan = plan;
        state = new SimulationState(window.Schedule, null);
        ladenCalls = new LadenCalls(window.Schedule);
        Room = new int[window.Schedule.Stops.Length];
        clear = new int[window.Ports * window.Ports];
    }

    /// <summary>Boxes that each order of the window got.</summary>
    public int[] Fulfilled { get; private set; } = [];

    /// <summary>Tick when one box more of an order would come back empty; it may lie behind the window.</summary>
    public int[] Back { get; private set; } = [];

    /// <summary>Empties in stock by place, before orders.</summary>
    public int[] Stock { get; private set; } = [];

    /// <summary>Empties that come back by place.</summary>
    public int[] Returns { get; private set; } = [];

    /// <summary>Boxes for which laden ones leave room behind each call, by stop.</summary>
    public int[] Room { get; }

    /// <summary>The state at the end.</summary>
    public SimulationState End => state;

    /// <summary>Empties moved.</summary>
    public long Moves { get; private set; }

    /// <summary>Moves the empties of a call as planned, as far as that can be done.</summary>
    public static void Follow(int[] plan, SimulationState state, int stop)
    {
        if (plan[stop] >= 0)
        {
            state.Move(Math.Clamp(plan[stop] - state.EmptiesAboard(state.Schedule.Stops[stop].Vessel), -state.MostDischarged, state.MostLoaded));
        }
    }

    /// <summary>Plays the window from a state.</summary>
    public void Play(SimulationState from)
    {
        state.CopyFrom(from);
        MakeRoom();
        next = 0;
        clearings.Clear();
        for (var port = 0; port < window.Ports; port++)
        {
            (Stock[port], Returns[port]) = (from.Empties(port), 0);
        }

        var orders = CollectionsMarshal.AsSpan(window.Orders);
        state.Act(window.CallsOfDecision, this);
        for (var tick = window.From + 1; tick <= window.Last; tick++)
        {
            ComeBack(tick);
            var end = next;
            while (end < orders.Length && orders[end].Tick == tick)
            {
                end++;
            }

            state.Serve(orders[next..end], this);
        }

        Moves = state.Operations - from.Operations;
        FindBack(orders);
    }

    /// <summary>
    /// In place of a rollout, for bounds: nothing is served yet, every laden box would go with the vessel that is there first as soon as
    /// the least delay lets it, and vessels have room for all empties.
    /// </summary>
    public void Promise()
    {
        MakeRoom();
        Array.Clear(Fulfilled);
        Array.Clear(Returns);
        Array.Fill(Room, SampleSchedule.MostBoxes);
        var ports = window.Schedule.Ports;
        for (var order = 0; order < window.Orders.Count; order++)
        {
            var its = window.Orders[order];
            Back[order] = ladenCalls.SoonestArrival((its.Source * window.Ports) + its.Destination, its.Tick + ports[its.Source].Laden.Least) + ports[its.Destination].Empty.Least;
        }
    }

    public void Ordered(in SampleOrder order, int fulfilled) => Fulfilled[next++] = fulfilled;

    public void Loaded(int stop, int to, int quantity)
    {
    }

    public void Act(SimulationState state, int stop)
    {
        Follow(plan, state, stop);
        var schedule = window.Schedule;
        var (vessel, port, arrival, _) = schedule.Stops[stop];
        Room[stop] = schedule.Vessels[vessel].Capacity - state.LadenAboard(vessel);
        for (var (to, end) = (stop + 1, Room[stop] > 0 ? schedule.EndOfRound(stop) : 0); to < end; to++)
        {
            var there = schedule.Stops[to];
            if (state.Waiting(port, there.Port) == 0)
            {
                clearings.Add(((port * window.Ports) + there.Port, arrival - schedule.Ports[port].Laden.Ticks, there.Arrival));
            }
        }
    }

    private void MakeRoom()
    {
        if (Fulfilled.Length < window.Orders.Count)
        {
            (Fulfilled, Back) = (new int[window.Orders.Count], new int[window.Orders.Count]);
        }

        if (Stock.Length < window.Places)
        {
            (Stock, Returns) = (new int[window.Places], new int[window.Places]);
        }
    }

    private void ComeBack(int tick)
    {
        var place = window.Place(0, tick);
        for (var port = 0; port < window.Ports; port++)
        {
            Stock[place + port] = state.Empties(port);
        }

        state.Return(tick);
        for (var port = 0; port < window.Ports; port++)
        {
            Returns[place + port] = state.Empties(port) - Stock[place + port];
            Stock[place + port] = state.Empties(port);
        }
    }

    // One box more goes aboard at the first call from then on that leaves none waiting and has room left; calls are gone through from the last back.
    private void FindBack(ReadOnlySpan<SampleOrder> orders)
    {
        Array.Fill(clear, int.MaxValue);
        clearings.Sort(static (one, other) => one.Ready != other.Ready ? one.Ready.CompareTo(other.Ready) : one.Arrival.CompareTo(other.Arrival));
        var at = clearings.Count - 1;
        for (var order = orders.Length - 1; order >= 0; order--)
        {
            ref readonly var its = ref orders[order];
            for (; at >= 0 && clearings[at].Ready >= its.Tick; at--)
            {
                clear[clearings[at].Pair] = clearings[at].Arrival;
            }

            var pair = (its.Source * window.Ports) + its.Destination;
            var arrival = clear[pair];
            if (arrival == int.MaxValue)
            {
                arrival = ladenCalls.Arrival(pair, Math.Max(its.Tick + window.Schedule.Ports[its.Source].Laden.Ticks, window.Last + 1));
            }

            Back[order] = arrival + window.Schedule.Ports[its.Destination].Empty.Ticks;
        }
    }
}
