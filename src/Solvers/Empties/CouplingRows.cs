using System.Runtime.InteropServices;

namespace BerthOpt.Empties;

/// <summary>Rows over several arcs: <c>sum of weight * flow</c> is at most, or exactly, a limit. Arrays of fields, one row behind the other.</summary>
internal sealed class CouplingRows
{
    private readonly List<int> start = [0];
    private readonly List<int> arcs = [];
    private readonly List<int> weights = [];
    private readonly List<long> limits = [];
    private readonly List<bool> exact = [];

    /// <summary>Number of rows.</summary>
    public int Count => limits.Count;

    /// <summary>The arcs of a row.</summary>
    public ReadOnlySpan<int> Arcs(int row) => Of(arcs, row);

    /// <summary>Their weights.</summary>
    public ReadOnlySpan<int> Weights(int row) => Of(weights, row);

    /// <summary>What the weighted sum may be at most.</summary>
    public long Limit(int row) => limits[row];

    /// <summary>Whether the sum must be the limit.</summary>
    public bool IsExact(int row) => exact[row];

    /// <summary>Adds a row, divided by what divides all its weights; of whole flows that loses nothing.</summary>
    public void Add(ReadOnlySpan<(int Arc, int Weight)> terms, long limit, bool isExact = false)
    {
        var divisor = 0;
        foreach (var (_, weight) in terms)
        {
            var (greater, rest) = (Math.Abs(weight), divisor);
            while (rest > 0)
            {
                (greater, rest) = (rest, greater % rest);
            }

            divisor = greater;
        }

        Append(terms, divisor, (long)Math.Floor((decimal)limit / divisor), isExact);
    }

    /// <summary>Adds a row as it is, so that its price is one of a unit of the limit.</summary>
    public void AddUndivided(ReadOnlySpan<(int Arc, int Weight)> terms, long limit) => Append(terms, 1, limit, isExact: false);

    private void Append(ReadOnlySpan<(int Arc, int Weight)> terms, int divisor, long limit, bool isExact)
    {
        foreach (var (arc, weight) in terms)
        {
            arcs.Add(arc);
            weights.Add(weight / divisor);
        }

        start.Add(arcs.Count);
        limits.Add(limit);
        exact.Add(isExact);
    }

    /// <summary>The weighted sum of a flow.</summary>
    public long Sum(int row, ReadOnlySpan<long> flow)
    {
        long sum = 0;
        var its = Arcs(row);
        var weight = Weights(row);
        for (var index = 0; index < its.Length; index++)
        {
            sum += weight[index] * flow[its[index]];
        }

        return sum;
    }

    /// <summary>The weighted sum of what arcs carry in parts.</summary>
    public double Sum(int row, Func<int, double> flow)
    {
        var sum = 0.0;
        var its = Arcs(row);
        var weight = Weights(row);
        for (var index = 0; index < its.Length; index++)
        {
            sum += weight[index] * flow(its[index]);
        }

        return sum;
    }

    /// <summary>Whether a flow keeps every row.</summary>
    public bool AreKept(ReadOnlySpan<long> flow)
    {
        for (var row = 0; row < Count; row++)
        {
            var sum = Sum(row, flow);
            if (sum > limits[row] || (exact[row] && sum < limits[row]))
            {
                return false;
            }
        }

        return true;
    }

    private ReadOnlySpan<int> Of(List<int> all, int row) => CollectionsMarshal.AsSpan(all)[start[row]..start[row + 1]];
}
