using BerthOpt.Kernels.Networks;

namespace BerthOpt.Empties;

/// <summary>
/// A window as a min-cost flow of empties over ports, ticks and vessels, round a rollout: an order is an arc from where it takes a box to where
/// the box comes back. What comes back in the rollout without being an order's of the window is supply; laden boxes have the room aboard that
/// they have in the rollout. Orders take what is in stock, one after the other, so only some flows are true: see <see cref="Pieces"/>.
/// </summary>
internal sealed class WindowFlow(PlanningWindow window, EndValues ends, FlowWorths worths)
{
    private long[] value = [];
    private int[] behind = [];
    private int[] leg = [];
    private int[] tip = [];
    private int sink;

    /// <summary>Total worth of the last flow.</summary>
    public long Total { get; private set; }

    /// <summary>What moving an empty costs.</summary>
    public long Move => worths.Move;

    /// <summary>What serving an order is worth by itself.</summary>
    public long WorthAt(int tick) => Math.Max(worths.Order / 10, worths.Order - (worths.Fade * (tick - window.From)));

    /// <summary>The worth of a box in stock at a place before orders, in the last flow.</summary>
    public long Value(int place) => value[place] - value[sink];

    /// <summary>The worth of a box left in stock behind the orders of a place, in the last flow.</summary>
    public long Kept(int place) => behind[place] == sink ? ends.Of(place % window.Ports, window.Last) : value[behind[place]] - value[sink];

    /// <summary>The worth of serving an order, in the last flow: its own, and that of the box when it comes back.</summary>
    public long Gain(int order, Rollout rollout)
    {
        var (its, back) = (window.Orders[order], rollout.Back[order]);
        return WorthAt(its.Tick) + (back <= window.Last ? Value(window.Place(its.Destination, back)) : ends.Of(its.Destination, back));
    }

    /// <summary>Solves, and writes into a plan what is to be aboard behind each call.</summary>
    /// <param name="state">The state at the beginning.</param>
    /// <param name="rollout">The rollout.</param>
    /// <param name="pieces">What is open to change; null for all, as if orders could be refused.</param>
    /// <param name="plan">Empties to be aboard, by stop.</param>
    /// <returns>False where there is no such flow.</returns>
    public bool Solve(SimulationState state, Rollout rollout, Pieces? pieces, int[] plan)
    {
        var calls = window.Calls;
        sink = window.Places + (2 * calls.Count);
        var network = new FlowNetwork(sink + 1, (2 * window.Places) + (5 * calls.Count));
        AddNodes(network, state, rollout, pieces);
        AddOrders(network, rollout, pieces);
        AddPorts(network, pieces);
        AddVessels(network, rollout);
        var simplex = new NetworkSimplex(network);
        if (simplex.Solve() != FlowStatus.Optimal)
        {
            return false;
        }

        value = new long[sink + 1];
        for (var node = 0; node <= sink; node++)
        {
            value[node] = simplex.Potential(node);
        }

        for (var call = 0; call < calls.Count; call++)
        {
            plan[calls[call]] = (int)simplex.Flow(leg[call]);
        }

        Total = -(long)simplex.TotalCost();
        return true;
    }

    // Two nodes a call: the berth, through which the port's stock passes on that day, and the vessel.
    private int Berth(int call) => window.Places + (2 * call);

    private int Vessel(int call) => Berth(call) + 1;

    private static (int Least, int Most) Limits(Pieces? pieces, int order, int quantity) => pieces?.Limits(order) ?? (0, quantity);

    private int Back(int order, Rollout rollout) =>
        rollout.Back[order] <= window.Last ? window.Place(window.Orders[order].Destination, rollout.Back[order]) : sink;

    private void AddNodes(FlowNetwork network, SimulationState state, Rollout rollout, Pieces? pieces)
    {
        var supply = new long[sink + 1];
        for (var place = 0; place < window.Places; place++)
        {
            supply[place] = place < window.Ports ? state.Empties(place) : rollout.Returns[place];
        }

        // What is served in any case is no arc: it leaves here and comes back there.
        for (var order = 0; order < window.Orders.Count; order++)
        {
            var its = window.Orders[order];
            var least = Limits(pieces, order, its.Quantity).Least;
            supply[Back(order, rollout)] += least - rollout.Fulfilled[order];
            supply[window.Place(its.Source, its.Tick)] -= least;
        }

        var met = new bool[window.Schedule.Vessels.Length];
        for (var call = 0; call < window.Calls.Count; call++)
        {
            var vessel = window.Schedule.Stops[window.Calls[call]].Vessel;
            supply[Vessel(call)] = met[vessel] ? 0 : state.EmptiesAboard(vessel);
            met[vessel] = true;
        }

        supply[sink] = 0;
        supply[sink] = -supply.Sum();
        foreach (var each in supply)
        {
            network.AddNode(each);
        }
    }

    private void AddOrders(FlowNetwork network, Rollout rollout, Pieces? pieces)
    {
        for (var order = 0; order < window.Orders.Count; order++)
        {
            var its = window.Orders[order];
            var (least, most) = Limits(pieces, order, its.Quantity);
            if (most > least)
            {
                var to = Back(order, rollout);
                var worth = WorthAt(its.Tick) + (to == sink ? ends.Of(its.Destination, rollout.Back[order]) : 0);
                network.AddArc(window.Place(its.Source, its.Tick), to, 0, most - least, -worth);
            }
        }
    }

    // Stock goes from each place past the berths of its calls to the same port a tick later.
    private void AddPorts(FlowNetwork network, Pieces? pieces)
    {
        if (tip.Length < window.Places)
        {
            (tip, behind) = (new int[window.Places], new int[window.Places]);
        }

        for (var place = 0; place < window.Places; place++)
        {
            tip[place] = place;
        }

        for (var call = 0; call < window.Calls.Count; call++)
        {
            var stop = window.Schedule.Stops[window.Calls[call]];
            Keep(window.Place(stop.Port, stop.Arrival), Berth(call), 0);
            network.AddArc(Berth(call), Vessel(call), 0, FlowNetwork.Unlimited, worths.Move);
            network.AddArc(Vessel(call), Berth(call), 0, FlowNetwork.Unlimited, worths.Move);
        }

        for (var place = 0; place < window.Places; place++)
        {
            var later = place + window.Ports;
            Keep(place, later < window.Places ? later : sink, later < window.Places ? 0 : -ends.Of(place % window.Ports, window.Last));
        }

        void Keep(int place, int to, long cost)
        {
            var isFirst = tip[place] == place;
            network.AddArc(tip[place], to, 0, isFirst && pieces is not null && !pieces.Keeps(place) ? 0 : FlowNetwork.Unlimited, cost);
            behind[place] = isFirst ? to : behind[place];
            tip[place] = to;
        }
    }

    private void AddVessels(FlowNetwork network, Rollout rollout)
    {
        var last = new int[window.Schedule.Vessels.Length];
        Array.Fill(last, -1);
        leg = new int[window.Calls.Count];
        for (var call = 0; call < window.Calls.Count; call++)
        {
            ref var before = ref last[window.Schedule.Stops[window.Calls[call]].Vessel];
            if (before >= 0)
            {
                leg[before] = network.AddArc(Vessel(before), Vessel(call), 0, rollout.Room[window.Calls[before]], 0);
            }

            before = call;
        }

        foreach (var call in last.Where(call => call >= 0))
        {
            leg[call] = network.AddArc(Vessel(call), sink, 0, rollout.Room[window.Calls[call]], -ends.Aboard(window.Calls[call]));
        }
    }
}

/// <summary>What a <see cref="WindowFlow"/> counts.</summary>
/// <param name="Order">What serving an order is worth at the beginning of the window.</param>
/// <param name="Fade">What it is worth less each tick later: orders are served as they come, so a plan that serves them soon is a truer one.</param>
/// <param name="Move">Cost of loading or discharging an empty.</param>
internal readonly record struct FlowWorths(long Order, long Fade, long Move);
