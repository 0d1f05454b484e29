using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace BerthOpt.Empties;

/// <summary>Replays a sample path with a policy; the same path, policy and seed give the same figures on every machine.</summary>
public static class EmptiesSimulator
{
    /// <summary>Runs a simulation from tick 0 to the last.</summary>
    /// <param name="path">The sample path.</param>
    /// <param name="policy">Who decides; asked for the ticks of this run only.</param>
    /// <param name="seed">Seed of the delays, where ports have noise.</param>
    /// <param name="cancellation">Ends the run between two ticks.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SimulationResult Run(SamplePath path, IRepositioningPolicy policy, ulong seed = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(policy);
        var schedule = path.Schedule;
        var ports = schedule.Ports.Length;
        var actions = ImmutableArray.CreateBuilder<RepositioningAction>();
        var shortage = new long[ports];
        var stocks = new int[ports * schedule.Ticks];
        var state = new SimulationState(schedule, new Rng(seed)) { Moved = actions.Add };
        var count = new ShortageCount(policy, shortage);
        for (var tick = 0; tick < schedule.Ticks; tick++)
        {
            cancellation.ThrowIfCancellationRequested();
            state.Pass(tick, path.OrdersAt(tick), count);
            for (var port = 0; port < ports; port++)
            {
                stocks[(tick * ports) + port] = state.Empties(port);
            }
        }

        return new SimulationResult
        {
            Requirements = path.Orders.Sum(order => (long)order.Quantity),
            Shortage = shortage.Sum(),
            Operations = state.Operations,
            ShortageByPort = [.. shortage],
            Actions = actions.DrainToImmutable(),
            Stocks = ImmutableCollectionsMarshal.AsImmutableArray(stocks),
        };
    }

    private sealed class ShortageCount(IRepositioningPolicy policy, long[] shortage) : IRepositioningPolicy
    {
        public void Ordered(in SampleOrder order, int fulfilled)
        {
            shortage[order.Source] += order.Quantity - fulfilled;
            policy.Ordered(order, fulfilled);
        }

        public void Loaded(int stop, int to, int quantity) => policy.Loaded(stop, to, quantity);

        public void Act(SimulationState state, int stop) => policy.Act(state, stop);
    }
}
