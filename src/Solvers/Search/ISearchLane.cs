namespace BerthOpt.Search;

/// <summary>
/// One line of search with a random stream of its own. A run is a row of epochs; in each, every lane does the same fixed work,
/// whatever thread it runs on, and between epochs the best plan is passed on. So the plan depends on work alone, never on threads.
/// </summary>
/// <typeparam name="TPlan">The kind of plan.</typeparam>
internal interface ISearchLane<TPlan>
{
    /// <summary>Cost of the best valid plan that this lane has met; <see cref="long.MaxValue"/> when there is none.</summary>
    long BestCost { get; }

    /// <summary>Moves tried so far.</summary>
    long Moves { get; }

    /// <summary>Whether it waits for a plan of another lane; its work then counts for nothing.</summary>
    bool IsWaiting => false;

    /// <summary>Does <paramref name="work"/> units of work, no more and no less, unless stopped.</summary>
    void Run(long work, StopMonitor stop);

    /// <summary>The best valid plan of this lane; only when <see cref="BestCost"/> says that there is one.</summary>
    TPlan Best();

    /// <summary>Takes over a better plan from another lane, to go on from it when that helps.</summary>
    void Adopt(TPlan plan, long cost);
}

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
