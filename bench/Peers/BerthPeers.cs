using BerthOpt.Bench.Quality;

namespace BerthOpt.Bench.Peers;

/// <summary>Runs the same instances through each solver, one solver at a time, and reports after each instance.</summary>
internal static class BerthPeers
{
    public static int Run(PeerOptions options, CancellationToken cancellation)
    {
        var cases = BerthCase.Read(options.Cases);
        var ours = new BerthOptPeer();
        var cpSat = new CpSatPeer(TimeProvider.System);
        IPeer? mip = options.Mip == "none" ? null : new TimeIndexedPeer(options.Mip, TimeProvider.System);
        Console.Error.WriteLine($"{cases.Count} instances, {options.Limits.Seconds} s and {options.Limits.Threads} threads for each solver.");
        Warm(cases, [ours, cpSat, .. mip is null ? Array.Empty<IPeer>() : [mip]], options.Limits, cancellation);

        var rows = new List<PeerRow>();
        foreach (var each in cases)
        {
            var problem = each.Instance.Problem;
            PeerRun Of(IPeer peer) => PeerRun.Of(peer, problem, options.Limits, cancellation);
            var (one, two, three) = (Of(ours), Of(cpSat), mip is null ? null : Of(mip));
            var same = two.GridCost is { } cost && !cancellation.IsCancellationRequested ? BerthOptPeer.SecondsTo(cost, problem, options.Limits, cancellation) : null;
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            var row = new PeerRow(each, one, two, three, same);
            rows.Add(row);
            Console.Error.WriteLine($"{each.File}: {string.Join(", ", row.Fields().Skip(3))}");
            PeerReport.Write(options, rows);
        }

        if (options.Out is null)
        {
            Console.Write(PeerReport.Markdown(options, rows));
        }

        return rows.Count < cases.Count ? 130 : rows.Any(row => row.Suspicions.Any()) ? 1 : 0;
    }

    /// <summary>A short run that nobody counts, of each solver on the first instance of each set: code is compiled and libraries are loaded before the clock matters.</summary>
    private static void Warm(List<BerthCase> cases, IReadOnlyList<IPeer> peers, PeerLimits limits, CancellationToken cancellation)
    {
        foreach (var set in cases.GroupBy(each => each.Set))
        {
            foreach (var peer in peers)
            {
                _ = PeerRun.Of(peer, set.First().Instance.Problem, limits with { Seconds = Math.Min(1, limits.Seconds) }, cancellation);
            }
        }
    }
}
