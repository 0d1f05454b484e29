namespace BerthOpt.Empties.Scenarios;

/// <summary>
/// Prices of what arcs share, found for the expected numbers and used in all scenarios. A row is known by what its first arc means; whichever price a row gets, a bound
/// stays a bound, for what its limit costs is taken off again.
/// </summary>
internal sealed class RowPrices
{
    private readonly Dictionary<(ArcUse Use, bool IsExact, int Place), long> prices = [];

    public RowPrices(TimeNetwork network, ReadOnlySpan<long> found)
    {
        foreach (var (row, key) in Keys(network).Index())
        {
            prices[key] = found[row];
        }
    }

    /// <summary>Adds the prices to the costs of a network's arcs.</summary>
    /// <returns>What the limits of all rows cost, to be taken off the cost of a flow.</returns>
    public Int128 Charge(TimeNetwork network)
    {
        Int128 all = 0;
        foreach (var (row, key) in Keys(network).Index())
        {
            var price = prices.GetValueOrDefault(key);
            all += (Int128)price * network.Rows.Limit(row);
            var (arcs, weights) = (network.Rows.Arcs(row).ToArray(), network.Rows.Weights(row).ToArray());
            for (var index = 0; index < arcs.Length; index++)
            {
                network.Flow.Cost[arcs[index]] += price * weights[index];
            }
        }

        return all;
    }

    /// <summary>Rows with a like first arc are told apart by their order.</summary>
    private static IEnumerable<(ArcUse Use, bool IsExact, int Place)> Keys(TimeNetwork network)
    {
        var seen = new Dictionary<(ArcUse, bool), int>();
        for (var row = 0; row < network.Rows.Count; row++)
        {
            var key = (network.Uses[network.Rows.Arcs(row)[0]], network.Rows.IsExact(row));
            seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return (key.Item1, key.Item2, seen[key]);
        }
    }
}
