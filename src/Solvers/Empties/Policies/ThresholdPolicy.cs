using System.Collections.Immutable;

namespace BerthOpt.Empties;

/// <summary>The levels of a port in a <see cref="ThresholdPolicy"/>.</summary>
/// <param name="Low">Below this stock empties are discharged, up to it; 0 or more.</param>
/// <param name="High">Above this stock empties are loaded, down to it; <paramref name="Low"/> or more.</param>
public readonly record struct ThresholdLevels(int Low, int High);

/// <summary>
/// Two levels a port: a port with less than the lower takes empties off the vessel, one with more than the upper gives them away (the
/// form of the best policy for one port: Li, Liu, Leung and Lai 2004; Song 2007).
/// </summary>
public sealed class ThresholdPolicy : IRepositioningPolicy
{
    /// <summary>Creates the policy.</summary>
    /// <param name="levels">The levels of each port.</param>
    /// <exception cref="ArgumentException">A level is below 0, or an upper one below its lower.</exception>
    public ThresholdPolicy(ImmutableArray<ThresholdLevels> levels)
    {
        foreach (var (low, high) in levels)
        {
            if (low < 0 || high < low)
            {
                throw new ArgumentException($"A port has levels {low} and {high}; expected 0 or more, the second no less than the first.", nameof(levels));
            }
        }

        Levels = levels;
    }

    /// <summary>The levels of each port.</summary>
    public ImmutableArray<ThresholdLevels> Levels { get; }

    /// <inheritdoc/>
    public void Ordered(in SampleOrder order, int fulfilled)
    {
    }

    /// <inheritdoc/>
    public void Loaded(int stop, int to, int quantity)
    {
    }

    /// <inheritdoc/>
    public void Act(SimulationState state, int stop)
    {
        ArgumentNullException.ThrowIfNull(state);
        var port = state.Schedule.Stops[stop].Port;
        var stock = state.Empties(port);
        var (low, high) = Levels[port];
        state.Move(stock > high ? Math.Min(stock - high, state.MostLoaded) : stock < low ? -Math.Min(low - stock, state.MostDischarged) : 0);
    }
}
