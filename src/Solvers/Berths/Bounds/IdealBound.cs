using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>The bound that costs nothing: every call at what it would cost alone on empty quays.</summary>
internal sealed class IdealBound : IBoundProcess
{
    public IdealBound(BerthModel model, long makespanBound)
    {
        Bound = model.Constant + makespanBound + model.IdealCost;
    }

    public long Bound { get; }

    public string Name => "each call alone";

    public bool Finished => true;

    public long Iterations => 0;

    public void Run(long work, long upperBound, StopMonitor stop)
    {
    }
}
