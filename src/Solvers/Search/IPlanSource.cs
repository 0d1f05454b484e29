namespace BerthOpt.Search;

/// <summary>What meets plans on its way: a lane of search, or a bound that searches.</summary>
/// <typeparam name="TPlan">The kind of plan.</typeparam>
internal interface IPlanSource<TPlan>
{
    /// <summary>Cost of the best valid plan met so far; <see cref="long.MaxValue"/> when there is none.</summary>
    long BestCost { get; }

    /// <summary>That plan; only when <see cref="BestCost"/> says that there is one.</summary>
    TPlan Best();

    /// <summary>Takes over a better plan that was met elsewhere, to go on from it when that helps.</summary>
    void Adopt(TPlan plan, long cost)
    {
    }
}
