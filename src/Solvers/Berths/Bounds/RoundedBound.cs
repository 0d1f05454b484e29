using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>A bound that rises with what a relaxation shows of the costs of calls, each time rounded up to a cost that plans can have.</summary>
internal sealed class RoundedBound
{
    private readonly long _step;

    /// <summary>Nothing is known yet.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="makespanBound">What the makespan costs at least.</param>
    /// <param name="stop">When to end early; null for never.</param>
    /// <exception cref="OperationCanceledException">The run ended before it was set up.</exception>
    public RoundedBound(BerthModel model, long makespanBound, StopMonitor? stop)
    {
        Ideal = model.IdealCost;
        Rest = model.Constant + makespanBound;
        _step = CostStep.Of(model, stop);
    }

    /// <summary>No plan costs less; <see cref="long.MinValue"/> when nothing is known yet.</summary>
    public long Value { get; private set; } = long.MinValue;

    /// <summary>What the calls cost at least, each at its cheapest alone.</summary>
    public long Ideal { get; }

    /// <summary>What a plan costs at least besides its calls.</summary>
    public long Rest { get; }

    /// <summary>Takes what the calls cost above their ideal at least.</summary>
    /// <param name="above">That cost.</param>
    /// <param name="target">What the calls may cost in the plan that it was cut with: the bound says no more.</param>
    public void Raise(long above, long target) =>
        Value = Math.Max(Value, Math.Min(CostStep.Ceiling(Ideal + above, _step), target) + Rest);
}
