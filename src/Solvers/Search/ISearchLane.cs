namespace BerthOpt.Search;

/// <summary>
/// One line of search with a random stream of its own. A run is a row of epochs; in each, every lane does the same fixed work,
/// whatever thread it runs on, and between epochs the best plan is passed on. So the plan depends on work alone, never on threads.
/// </summary>
/// <typeparam name="TPlan">The kind of plan.</typeparam>
internal interface ISearchLane<TPlan> : IPlanSource<TPlan>
{
    /// <summary>Moves tried so far.</summary>
    long Moves { get; }

    /// <summary>Whether it waits for a plan of another lane; its work then counts for nothing.</summary>
    bool IsWaiting => false;

    /// <summary>Whether nothing is left for it to try. A run of such lanes alone ends.</summary>
    bool IsDone => false;

    /// <summary>Does <paramref name="work"/> units of work, no more and no less, unless stopped.</summary>
    void Run(long work, StopMonitor stop);
}
