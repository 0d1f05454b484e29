using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Empties;

/// <summary>Actions from a file.</summary>
/// <param name="Actions">The actions, in the order of the file.</param>
/// <param name="Lines">The line of each, from 1.</param>
public sealed record ActionList(ImmutableArray<RepositioningAction> Actions, ImmutableArray<int> Lines);

/// <summary>Does what a list of actions says.</summary>
public sealed class ListedActions : IRepositioningPolicy
{
    private readonly ILookup<(int Tick, int Vessel), (RepositioningAction Action, int Line)> actions;

    /// <summary>Creates the policy.</summary>
    /// <param name="list">The actions.</param>
    public ListedActions(ActionList list)
    {
        ArgumentNullException.ThrowIfNull(list);
        actions = list.Actions.Zip(list.Lines).ToLookup(each => (each.First.Tick, each.First.Vessel));
    }

    /// <inheritdoc/>
    public void Ordered(in SampleOrder order, int fulfilled)
    {
    }

    /// <inheritdoc/>
    public void Loaded(int stop, int to, int quantity)
    {
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidInputException">An action moves more than there is or has room; it names the line.</exception>
    public void Act(SimulationState state, int stop)
    {
        ArgumentNullException.ThrowIfNull(state);
        foreach (var ((_, vessel, port, quantity), line) in actions[(state.Tick, state.Schedule.Stops[stop].Vessel)])
        {
            if (quantity > state.MostLoaded || quantity < -state.MostDischarged)
            {
                throw new InvalidInputException([new Fault("out-of-range", $"line {line}", $"has quantity {quantity}; expected {-state.MostDischarged} to {state.MostLoaded}: at tick {state.Tick} port {port} has {state.Empties(port)} empties, vessel {vessel} has {state.EmptiesAboard(vessel)} aboard and room for {state.Room(vessel)}.")]);
            }

            state.Move(quantity);
        }
    }
}
