using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Empties;

/// <summary>Whether the network of a problem fits into memory.</summary>
internal static class EmptiesSize
{
    // Two copies of the network with their trees, and what the arcs mean.
    private const long BytesEachArc = 250;

    /// <summary>Refuses a problem that is too large.</summary>
    /// <exception cref="InvalidInputException">The problem would fill the memory.</exception>
    public static void Require(EmptiesProblem problem)
    {
        var arcs = Math.Min(Arcs(problem), long.MaxValue / BytesEachArc);
        MemoryLimit.Require(BytesEachArc * arcs, $"about {arcs} arcs in its network over time", "Maybe plan fewer periods at once, or types apart that share nothing.");
    }

    /// <summary>About the number of arcs.</summary>
    public static long Arcs(EmptiesProblem problem)
    {
        long periods = problem.Periods;
        Int128 arcs = problem.Supplies.Length + ((long)problem.Demands.Length * (1 + problem.Substitutions.Length));
        arcs += problem.Voyages.Sum(voyage => 4L * voyage.Legs.Length) * problem.Types.Length;
        arcs += problem.Links.Aggregate((Int128)0, (sum, link) => sum + (3 * (1 + (periods / link.Every)) * (link.Type is null ? problem.Types.Length : 1)));
        arcs += (Int128)problem.Conversions.Length * 4 * periods;
        arcs += problem.Leases.Aggregate((Int128)0, (sum, lease) => sum + (periods * (3 + (2 * lease.OnHire.Length) + (2 * lease.OffHire.Length) + (lease.OffHire.IsEmpty ? 0 : lease.MinimumTerm))));
        arcs += problem.Stocks.Aggregate((Int128)0, (sum, stock) => sum + 2 + (stock.StorageCost > 0 ? Math.Min(periods, stock.FreePeriods) * periods : 0));
        return (long)Int128.Min(arcs, long.MaxValue);
    }
}
