namespace BerthOpt.Search;

/// <summary>A lower bound that gets better with work.</summary>
internal interface IBoundProcess
{
    /// <summary>No plan costs less; <see cref="long.MinValue"/> when nothing is known yet.</summary>
    long Bound { get; }

    /// <summary>Name of the method that proved <see cref="Bound"/>.</summary>
    string Name { get; }

    /// <summary>Whether more work can give nothing more.</summary>
    bool Finished { get; }

    /// <summary>Whether it has shown that there is no plan at all.</summary>
    bool ProvesInfeasible => false;

    /// <summary>Iterations so far.</summary>
    long Iterations { get; }

    /// <summary>Whether it keeps a thread of its own busy between two calls of <see cref="Run"/>.</summary>
    bool IsBusy => false;

    /// <summary>Ends what goes on between calls; what the bound has come to on the way still counts. Nothing is asked of it afterwards.</summary>
    void Interrupt()
    {
    }

    /// <summary>Does <paramref name="work"/> units of work unless stopped or finished.</summary>
    /// <param name="work">Units of work, comparable with those of a lane.</param>
    /// <param name="upperBound">Cost of the best plan known; <see cref="long.MaxValue"/> when there is none.</param>
    /// <param name="stop">When to end early.</param>
    void Run(long work, long upperBound, StopMonitor stop);
}
