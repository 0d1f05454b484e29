using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>The bound that costs nothing: every call at what it would cost alone on empty quays.</summary>
internal sealed class IdealBound : IBoundProcess
{
    public IdealBound(BerthModel model)
    {
        Bound = model.Constant + model.Calls.Sum(call => call.IdealCost);
        if (model.MakespanRate > 0 && model.Calls.Any(call => !call.Optional))
        {
            Bound += model.MakespanRate * model.Calls.Where(call => !call.Optional && call.Zones.Length > 0)
                .Max(call => (long)call.Earliest + call.Zones.Min(zone => zone.Options.Min(option => option.MinSlots)));
        }
    }

    public long Bound { get; }

    public string Name => "each call alone";

    public bool Finished => true;

    public long Iterations => 0;

    public void Run(long work, long upperBound, StopMonitor stop)
    {
    }
}
