namespace BerthOpt.Berths;

/// <summary>How far apart the starts are at which the paths of a row of evaluations meet each call.</summary>
internal sealed class StartSpread
{
    private readonly long[] _count;
    private readonly double[] _sum;
    private readonly double[] _squares;

    public StartSpread(int calls)
    {
        _count = new long[calls];
        _sum = new double[calls];
        _squares = new double[calls];
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        Array.Clear(_count);
        Array.Clear(_sum);
        Array.Clear(_squares);
    }

    /// <summary>Notes the starts on the paths of the last evaluation.</summary>
    public void Meet(PathPricing pricing)
    {
        for (var group = 0; group < pricing.Groups.Count; group++)
        {
            var nodes = pricing.Groups[group];
            for (var node = pricing.LastOf(group); node >= 0; node = nodes.Forerunner[node])
            {
                double start = nodes.Starts[node];
                _count[nodes.Calls[node]]++;
                _sum[nodes.Calls[node]] += start;
                _squares[nodes.Calls[node]] += start * start;
            }
        }
    }

    /// <summary>The call whose starts vary the most, and their mean, rounded down; null when none has two starts.</summary>
    public (int Call, int Mean)? Widest()
    {
        var (widest, chosen) = (0.0, -1);
        for (var call = 0; call < _count.Length; call++)
        {
            var mean = _sum[call] / Math.Max(1, _count[call]);
            var variance = (_squares[call] / Math.Max(1, _count[call])) - (mean * mean);
            if (variance > Math.Max(widest, 1e-3))
            {
                (widest, chosen) = (variance, call);
            }
        }

        return chosen < 0 ? null : (chosen, (int)(_sum[chosen] / _count[chosen]));
    }
}
