using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>A lane that does not know all rules: only those of its plans count that the checker approves.</summary>
/// <param name="problem">The problem.</param>
/// <param name="inner">The lane.</param>
internal sealed class CheckedLane(CraneProblem problem, ISearchLane<CranePlan> inner) : ISearchLane<CranePlan>
{
    private long _seen = long.MaxValue;
    private CranePlan? _best;

    public long BestCost { get; private set; } = long.MaxValue;

    public long Moves => inner.Moves;

    public bool IsDone => inner.IsDone;

    public CranePlan Best() => _best!;

    public void Adopt(CranePlan plan, long cost) => inner.Adopt(plan, cost);

    public void Run(long work, StopMonitor stop)
    {
        inner.Run(work, stop);
        if (inner.BestCost < _seen)
        {
            _seen = inner.BestCost;
            var plan = inner.Best();
            if (CraneChecker.Check(problem, plan).IsValid)
            {
                (BestCost, _best) = (_seen, plan);
            }
        }
    }
}
