namespace BerthOpt.Empties;

/// <summary>Moves nothing.</summary>
public sealed class NoRepositioning : IRepositioningPolicy
{
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
    }
}
