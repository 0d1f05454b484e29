namespace BerthOpt.Empties;

/// <summary>Decides at each call of a vessel how many empties to load or to discharge, from what is known by then.</summary>
public interface IRepositioningPolicy
{
    /// <summary>An order came in; empties in stock were given to it at once.</summary>
    /// <param name="order">The order.</param>
    /// <param name="fulfilled">Boxes that it got; the rest is lost.</param>
    void Ordered(in SampleOrder order, int fulfilled);

    /// <summary>Laden boxes went aboard.</summary>
    /// <param name="stop">Index of the stop where they were loaded.</param>
    /// <param name="to">Index of the stop, of the same vessel, where they will be discharged.</param>
    /// <param name="quantity">Boxes.</param>
    void Loaded(int stop, int to, int quantity);

    /// <summary>
    /// A vessel is in port, laden boxes are aboard; acts by <see cref="SimulationState.Move"/>, any number of times. Vessels in ports at one
    /// tick are asked one after the other in order of their indices.
    /// </summary>
    /// <param name="state">The state of the world.</param>
    /// <param name="stop">Index of the vessel's stop.</param>
    void Act(SimulationState state, int stop);
}
