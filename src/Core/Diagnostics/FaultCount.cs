namespace BerthOpt.Diagnostics;

/// <summary>How many faults of a plan are listed and how many only counted, so that a hopeless plan cannot fill the memory.</summary>
/// <param name="most">Greatest number of listed faults.</param>
internal abstract class FaultCount(int most)
{
    private int listed;

    public bool HasRoom => listed < most;

    public long NotListed { get; private set; }

    /// <summary>Counts a fault; says whether to list it.</summary>
    protected bool Next()
    {
        if (HasRoom)
        {
            listed++;
            return true;
        }

        NotListed++;
        return false;
    }
}
