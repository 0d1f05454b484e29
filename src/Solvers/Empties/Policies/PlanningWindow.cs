namespace BerthOpt.Empties;

/// <summary>The ticks that are planned, from a decision on, and the orders expected in them. A *place* is a port at a tick.</summary>
internal sealed class PlanningWindow(SampleSchedule schedule)
{
    private readonly List<int> calls = [];
    private int[] firstOrder = [];
    private int[] listed = [];
    private int callsOfDecision;

    public SampleSchedule Schedule => schedule;

    /// <summary>Number of ports.</summary>
    public int Ports { get; } = schedule.Ports.Length;

    /// <summary>The tick of the decision; -1 before the first tick.</summary>
    public int From { get; private set; }

    /// <summary>The last tick.</summary>
    public int Last { get; private set; }

    /// <summary>Number of places.</summary>
    public int Places => (Last - From + 1) * Ports;

    /// <summary>Stops of the decision and of all calls behind it, in the order in which they are decided.</summary>
    public IReadOnlyList<int> Calls => calls;

    /// <summary>The stop of the decision and those of the same tick behind it.</summary>
    public ReadOnlySpan<int> CallsOfDecision => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(calls)[..callsOfDecision];

    /// <summary>The orders expected behind the tick of the decision, by tick.</summary>
    public List<SampleOrder> Orders { get; } = [];

    /// <summary>Index of a place.</summary>
    public int Place(int port, int tick) => ((tick - From) * Ports) + port;

    /// <summary>Indices of the orders of a place, in the order in which they are served.</summary>
    public ReadOnlySpan<int> OrdersAt(int place) => listed.AsSpan(firstOrder[place]..firstOrder[place + 1]);

    /// <summary>Opens the window at the stop at which the policy is asked.</summary>
    public void Open(SimulationState state, int length, IOrderForecast forecast)
    {
        From = state.Tick;
        Last = (int)Math.Min(schedule.Ticks - 1L, (long)From + length);
        calls.Clear();
        if (state.Stop >= 0)
        {
            var here = schedule.CallsAt(From);
            calls.AddRange(here[here.IndexOf(state.Stop)..]);
        }

        callsOfDecision = calls.Count;
        for (var tick = From + 1; tick <= Last; tick++)
        {
            calls.AddRange(schedule.CallsAt(tick));
        }

        Orders.Clear();
        forecast.Expect(From, Last, Orders);
        firstOrder = SampleSchedule.Starts(Places, Orders.Select(order => Place(order.Source, order.Tick)));
        listed = new int[Orders.Count];
        var next = (int[])firstOrder.Clone();
        for (var order = 0; order < Orders.Count; order++)
        {
            listed[next[Place(Orders[order].Source, Orders[order].Tick)]++] = order;
        }
    }
}
