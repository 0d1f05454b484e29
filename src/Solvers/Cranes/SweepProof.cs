using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>What the sweeps of all allowed directions have proven together. The work is done by their lanes.</summary>
/// <param name="lanes">A lane for each allowed direction.</param>
/// <param name="rate">Cost of a slot of the makespan.</param>
internal sealed class SweepProof(SweepLane[] lanes, long rate) : IBoundProcess
{
    public long Bound => lanes.Min(lane => lane.Proven) * rate;

    public string Name => "unidirectional";

    public bool Finished => lanes.All(lane => lane.IsDone);

    public long Iterations => 0;

    public bool ProvesInfeasible => lanes.All(lane => lane.IsSwept && lane.Proven > lane.Horizon);

    public void Run(long work, long upperBound, StopMonitor stop)
    {
    }
}
