namespace BerthOpt.Empties;

/// <summary>
/// Plans a window of ticks ahead, follows the plan, and plans again. A plan is made as a min-cost flow in which orders may be refused; played
/// by the rules of the simulation, which refuse none, it is worth less. So it is then improved round what it really does, by flows that
/// the rules repeat, as long as that pays; and the plan in force stays where the new one is not better.
/// </summary>
public sealed class RollingPolicy : IRepositioningPolicy
{
    private static readonly FlowWorths Worths = new(Order: 10_000, Fade: 60, Move: 10);

    private readonly RollingPolicyOptions options;
    private readonly IOrderForecast forecast;
    private readonly PlanningWindow window;
    private readonly EndValues ends;
    private readonly WindowFlow flow;
    private readonly Pieces pieces;
    private readonly Rollout rollout;
    private readonly int[] plan;
    private readonly int[] trial;
    private readonly bool[] counted;
    private int? planned;

    /// <summary>Creates the policy.</summary>
    /// <param name="schedule">The schedule of the simulation.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public RollingPolicy(SampleSchedule schedule, RollingPolicyOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        this.options = options ?? new RollingPolicyOptions();
        this.options.Validate();
        forecast = this.options.TrueOrders is { } path ? new TrueOrders(path) : new LearnedOrders(schedule);
        plan = new int[schedule.Stops.Length];
        Array.Fill(plan, -1);
        trial = new int[plan.Length];
        counted = new bool[schedule.Vessels.Length];
        window = new PlanningWindow(schedule);
        ends = new EndValues(window);
        flow = new WindowFlow(window, ends, Worths);
        pieces = new Pieces(window);
        rollout = new Rollout(window, trial);
    }

    /// <inheritdoc/>
    public void Ordered(in SampleOrder order, int fulfilled) => forecast.Seen(order);

    /// <inheritdoc/>
    public void Loaded(int stop, int to, int quantity)
    {
    }

    /// <inheritdoc/>
    public void Act(SimulationState state, int stop)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (planned is not { } last || state.Tick >= last + options.Every)
        {
            Plan(state);
            planned = state.Tick;
        }

        Rollout.Follow(plan, state, stop);
    }

    private void Plan(SimulationState state)
    {
        window.Open(state, options.Window, forecast);
        var best = Play(state);
        Try(state, null, ref best);
        for (var round = 0; round < options.Rounds; round++)
        {
            Play(state);
            pieces.Open(rollout, flow);
            if (!Try(state, pieces, ref best))
            {
                break;
            }
        }

        ends.Learn(flow);
    }

    /// <summary>Plays the plan in force.</summary>
    private long Play(SimulationState state)
    {
        plan.CopyTo(trial, 0);
        rollout.Play(state);
        return Worth();
    }

    /// <summary>Solves the flow round the last rollout, and keeps its plan where that is worth more when played.</summary>
    private bool Try(SimulationState state, Pieces? open, ref long best)
    {
        if (!flow.Solve(state, rollout, open, trial))
        {
            return false;
        }

        rollout.Play(state);
        var worth = Worth();
        if (worth <= best)
        {
            return false;
        }

        best = worth;
        trial.CopyTo(plan, 0);
        return true;
    }

    /// <summary>What the last rollout is worth, as flows count it.</summary>
    private long Worth()
    {
        var worth = -rollout.Moves * flow.Move;
        for (var order = 0; order < window.Orders.Count; order++)
        {
            var (its, back) = (window.Orders[order], rollout.Back[order]);
            worth += rollout.Fulfilled[order] * (flow.WorthAt(its.Tick) + (back > window.Last ? ends.Of(its.Destination, back) : 0));
        }

        for (var port = 0; port < window.Ports; port++)
        {
            worth += rollout.End.Empties(port) * ends.Of(port, window.Last);
        }

        Array.Clear(counted);
        for (var call = window.Calls.Count - 1; call >= 0; call--)
        {
            ref var isCounted = ref counted[window.Schedule.Stops[window.Calls[call]].Vessel];
            worth += isCounted ? 0 : rollout.End.EmptiesAboard(window.Schedule.Stops[window.Calls[call]].Vessel) * ends.Aboard(window.Calls[call]);
            isCounted = true;
        }

        return worth;
    }
}
