namespace BerthOpt.Bench.Peers;

/// <summary>Runs the same instances through each solver, one solver at a time, and reports after each instance.</summary>
/// <param name="title">What is compared.</param>
/// <param name="ours">The solver of this project.</param>
/// <param name="cpSat">CP-SAT.</param>
/// <param name="mip">A mixed-integer model; null for none.</param>
internal sealed class PeerBench<TProblem, TPlan>(string title, BerthOptPeer<TProblem, TPlan> ours, IPeer<TProblem, TPlan> cpSat, IPeer<TProblem, TPlan>? mip)
    where TPlan : class
{
    public int Run(IReadOnlyList<PeerCase<TProblem, TPlan>> cases, PeerOptions options, CancellationToken cancellation)
    {
        Console.Error.WriteLine($"{cases.Count} instances, {options.Limits.Seconds} s and {options.Limits.Threads} threads for each solver.");
        Warm(cases, [ours, cpSat, .. mip is null ? Array.Empty<IPeer<TProblem, TPlan>>() : [mip]], options.Limits, cancellation);

        var rows = new List<PeerRow>();
        foreach (var each in cases)
        {
            PeerRun Of(IPeer<TProblem, TPlan> peer) => PeerRun.Of(peer, each, options.Limits, cancellation);
            var (one, two, three) = (Of(ours), Of(cpSat), mip is null ? null : Of(mip));
            var same = two.GridCost is { } cost && !cancellation.IsCancellationRequested ? ours.SecondsTo(cost, each.Problem, options.Limits, cancellation) : null;
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            var row = new PeerRow(each.Case, one, two, three, same);
            rows.Add(row);
            Console.Error.WriteLine($"{each.Case.File}: {string.Join(", ", row.Fields().Skip(3))}");
            PeerReport.Write(title, options, rows);
        }

        if (options.Out is null)
        {
            Console.Write(PeerReport.Markdown(title, options, rows));
        }

        return rows.Count < cases.Count ? 130 : rows.Any(row => row.Suspicions.Any()) ? 1 : 0;
    }

    /// <summary>A short run that nobody counts, of each solver on the first instance of each set: code is compiled and libraries are loaded before the clock matters.</summary>
    private static void Warm(IReadOnlyList<PeerCase<TProblem, TPlan>> cases, IReadOnlyList<IPeer<TProblem, TPlan>> peers, PeerLimits limits, CancellationToken cancellation)
    {
        foreach (var set in cases.GroupBy(each => each.Case.Set))
        {
            foreach (var peer in peers)
            {
                _ = PeerRun.Of(peer, set.First(), limits with { Seconds = Math.Min(1, limits.Seconds) }, cancellation);
            }
        }
    }
}
