using BerthOpt.Kernels.Networks;
using BerthOpt.Search;

namespace BerthOpt.Empties;

/// <summary>
/// The linear program of the network and its rows, of those arcs alone that prices leave in doubt: whose reduced costs are near 0, or in which a plan differs from what
/// these say; then of those too that its own prices ask for (sifting, Bixby, Gregory, Lustig, Marsten and Shanno 1992). Its prices give a bound, its flows are wishes.
/// </summary>
internal sealed class SharedRoomLp(TimeNetwork network) : IDisposable
{
    /// <summary>Arcs in doubt, for each node; a basis has one.</summary>
    private const double ArcsPerNode = 1.3;

    private readonly double[] flow = new double[network.Flow.Arcs];
    private readonly long[] given = new long[network.Flow.Arcs];
    private readonly long[] prices = new long[network.Rows.Count];
    private RestrictedLp? program;

    /// <summary>What a program takes, about: one pivot for three nodes, each over half of them.</summary>
    public long ExpectedWork => (long)network.Flow.Nodes * network.Flow.Nodes / 6;

    /// <summary>What the last one took.</summary>
    public long Work { get; private set; }

    /// <summary>Whether it has been solved.</summary>
    public bool IsSolved { get; private set; }

    /// <summary>Prices of the rows, whole.</summary>
    public ReadOnlySpan<long> Prices => prices;

    /// <summary>What an arc carries at best.</summary>
    public double Flow(int arc) => flow[arc];

    /// <summary>Solves the program for the first time.</summary>
    /// <param name="near">Prices of the rows that are near the best ones.</param>
    /// <param name="potentials">Potentials of the nodes under them.</param>
    /// <param name="plan">A flow that keeps the rows.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Whether it was solved.</returns>
    public bool Begin(ReadOnlySpan<long> near, ReadOnlySpan<long> potentials, long[] plan, StopMonitor stop)
    {
        var reduced = Reduced(near, potentials);
        for (var arc = 0; arc < given.Length; arc++)
        {
            given[arc] = reduced[arc] < 0 && network.Flow.Capacity[arc] < FlowNetwork.Unlimited ? network.Flow.Capacity[arc] : network.Flow.Lower[arc];
        }

        program = new RestrictedLp(network, given, reduced, near.ToArray());
        var doubt = Doubt(reduced);
        for (var arc = 0; arc < given.Length; arc++)
        {
            if (Math.Abs(reduced[arc]) <= doubt || plan[arc] != given[arc])
            {
                program.Free(arc);
            }
        }

        return Solve(stop);
    }

    /// <summary>Solves it again, of more arcs.</summary>
    /// <param name="asked">What arcs carry at best under its prices.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Whether there are more arcs, and it was solved.</returns>
    public bool Grow(Func<int, double> asked, StopMonitor stop)
    {
        var any = false;
        for (var arc = 0; arc < given.Length; arc++)
        {
            if (!program!.IsFree(arc) && asked(arc) != given[arc])
            {
                any = true;
                program.Free(arc);
            }
        }

        return any && Solve(stop);
    }

    /// <inheritdoc/>
    public void Dispose() => program?.Dispose();

    private bool Solve(StopMonitor stop)
    {
        if (!program!.Solve(stop))
        {
            return false;
        }

        program.Read(flow, prices);
        Work = (program.Pivots + 1) * network.Flow.Nodes / 2;
        return IsSolved = true;
    }

    /// <summary>Reduced costs up to this leave the number of arcs in doubt that is wanted.</summary>
    private long Doubt(long[] reduced)
    {
        var all = Array.ConvertAll(reduced, Math.Abs);
        Array.Sort(all);
        return all.Length == 0 ? 0 : all[Math.Min(all.Length - 1, (int)(ArcsPerNode * network.Flow.Nodes))];
    }

    private long[] Reduced(ReadOnlySpan<long> near, ReadOnlySpan<long> potentials)
    {
        var (its, rows, reduced) = (network.Flow, network.Rows, network.Flow.Cost.ToArray());
        for (var arc = 0; arc < reduced.Length; arc++)
        {
            reduced[arc] += potentials[its.Tail[arc]] - potentials[its.Head[arc]];
        }

        for (var row = 0; row < rows.Count; row++)
        {
            var arcs = rows.Arcs(row);
            var weights = rows.Weights(row);
            for (var index = 0; index < arcs.Length; index++)
            {
                reduced[arcs[index]] += near[row] * weights[index];
            }
        }

        return reduced;
    }
}
