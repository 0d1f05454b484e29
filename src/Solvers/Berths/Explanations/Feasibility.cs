using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>Whether some of a problem's calls and rules can hold together, whatever it costs.</summary>
/// <param name="problem">The problem.</param>
/// <param name="work">Limit on the work of all questions.</param>
/// <param name="most">Limit on the work of one.</param>
/// <param name="cancellation">Ends the questions early.</param>
internal sealed class Feasibility(BerthProblem problem, long work, long most, CancellationToken cancellation)
{
    /// <summary>Nothing costs anything.</summary>
    public static readonly Objective Free = new() { Waiting = 0, Stay = 0, Lateness = 0, Deviation = 0, CraneSlots = 0, SpeedUp = 0, Rejection = 0, Change = 0 };

    private const long FirstShare = 10_000;
    private const long ModelWork = 2_000;

    private readonly HashSet<Restriction> _all = [.. Restriction.Of(problem)];
    private readonly SolverOptions _options = new() { TimeLimit = null, Threads = 1, Bounds = false };
    private long _left = work;

    /// <summary>True where there is a plan, false where there is proven to be none, null where neither is known.</summary>
    /// <param name="kept">The calls and rules that hold; the others do not.</param>
    public bool? IsFeasible(IReadOnlyCollection<Restriction> kept)
    {
        if (_left <= 0 || cancellation.IsCancellationRequested)
        {
            return null;
        }

        var model = new BerthModel(Reduced(kept));
        _left -= ModelWork;
        if (model.Impossible >= 0)
        {
            return false;
        }

        var stop = new StopMonitor(_options, cancellation);
        var lane = new RuinAndRecreate(model, _options, 0);
        var proof = new ExhaustiveProof(model);
        var tightest = new TightestCalls(model);
        var spent = 0L;
        for (var share = FirstShare; spent < Math.Min(_left, most) && !stop.IsStopped; share *= 2)
        {
            lane.Run(share, stop);
            spent += share;
            foreach (IBoundProcess way in (IBoundProcess[])[tightest, proof])
            {
                if (lane.BestCost == long.MaxValue && !way.Finished && !tightest.ProvesInfeasible)
                {
                    way.Run(share, long.MaxValue, stop);
                    spent += 4 * share;
                }
            }

            var isImpossible = proof.ProvesInfeasible || tightest.ProvesInfeasible;
            if (lane.BestCost != long.MaxValue || proof.BestCost != long.MaxValue || isImpossible)
            {
                _left -= spent;
                return !isImpossible;
            }
        }

        _left -= spent;
        return null;
    }

    /// <summary>The problem with nothing but some of its calls and rules. Calls that may be left out are, and nothing costs anything.</summary>
    private BerthProblem Reduced(IEnumerable<Restriction> kept)
    {
        var parts = Restriction.Lift(problem, _all.Except(kept)).Parts;
        int[] calls = [.. Enumerable.Range(0, parts.Calls.Length).Where(call => !parts.Calls[call].Optional)];
        return new BerthProblem(parts with
        {
            Calls = [.. calls.Select(call => parts.Calls[call])],
            Baseline = parts.Baseline is { } baseline ? new Baseline { Entries = [.. calls.Select(call => baseline.Entries[call])] } : null,
            Objective = Free,
        });
    }
}
