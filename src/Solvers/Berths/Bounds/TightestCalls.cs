using System.Numerics;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Looks for a proof that there is no plan among the calls that have the fewest placements, such as those that are pinned: when they alone cannot hold together,
/// all calls cannot. Caps on movements are left aside, which can only hide a contradiction.
/// </summary>
internal sealed class TightestCalls(BerthModel model) : IBoundProcess
{
    // Few enough for all of them to be listed.
    private const double MostPlacements = 100_000;

    private ExhaustiveProof? _proof;

    public long Bound => long.MinValue;

    public string Name => "tightest calls";

    public bool Finished { get; private set; }

    public bool ProvesInfeasible => _proof is { ProvesInfeasible: true };

    public long Iterations => _proof?.Iterations ?? 0;

    public void Run(long work, long upperBound, StopMonitor stop)
    {
        if (Finished || upperBound != long.MaxValue)
        {
            Finished = true;
            return;
        }

        if (_proof is null)
        {
            if (BerthModel.TryBuild(Tightest(), stop) is not { } few)
            {
                return;
            }

            _proof = new ExhaustiveProof(few);
        }

        _proof.Run(work, long.MaxValue, stop);
        Finished = _proof.Finished || _proof.BestCost != long.MaxValue;
    }

    private BerthProblem Tightest()
    {
        var parts = model.Problem.Parts;
        var calls = new List<int>();
        var placements = 0.0;
        foreach (var call in Enumerable.Range(0, parts.Calls.Length).Where(call => !parts.Calls[call].Optional).OrderBy(call => Placements(model.Calls[call])).ThenBy(call => call).Take(ExhaustiveProof.MaxCalls))
        {
            placements += Placements(model.Calls[call]);
            if (calls.Count > 0 && placements > MostPlacements)
            {
                break;
            }

            calls.Add(call);
        }

        calls.Sort();
        return new BerthProblem(parts with
        {
            Calls = [.. calls.Select(call => parts.Calls[call])],
            Baseline = parts.Baseline is { } baseline ? new Baseline { Entries = [.. calls.Select(call => baseline.Entries[call])] } : null,
            Movements = parts.Movements with { Caps = [] },
            Objective = Feasibility.Free,
        });
    }

    /// <summary>About how many placements a call has.</summary>
    private static double Placements(CallModel call) =>
        (1.0 + call.Latest - call.Earliest) * call.Zones.Sum(zone => (double)zone.Allowed.Sum(word => BitOperations.PopCount(word)) * zone.Options.Length);
}
