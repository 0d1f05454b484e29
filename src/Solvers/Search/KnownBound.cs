namespace BerthOpt.Search;

/// <summary>A bound that takes no more work.</summary>
/// <param name="bound">No plan costs less.</param>
/// <param name="name">Name of the method that proved it.</param>
internal sealed class KnownBound(long bound, string name) : IBoundProcess
{
    public long Bound => bound;

    public string Name => name;

    public bool Finished => true;

    public long Iterations => 0;

    public void Run(long work, long upperBound, StopMonitor stop)
    {
    }
}
