namespace BerthOpt.Berths;

/// <summary>
/// What can come next at one group of equal berths, for each moment at which a berth of it can be free. Costs are those of
/// <see cref="PathPricing"/>: what an option takes more than the cheapest way to go on from its moment.
/// </summary>
internal sealed class FrontierGroup
{
    private readonly long[] _rest;
    private readonly long[] _weights;
    private readonly int[] _kinds;
    private readonly int[] _starts;
    private readonly int[] _next;
    private readonly bool[] _released;
    private int[] _first = [];
    private long[] _leasts = [];
    private int _bits;

    /// <param name="nodes">The starts that are left, in the order of time.</param>
    /// <param name="members">Number of berths.</param>
    /// <param name="open">When the berths open.</param>
    /// <param name="among">The calls to place.</param>
    /// <param name="kinds">Kind of each call; calls of a kind are the same in all that counts.</param>
    /// <param name="prices">Price of each kind.</param>
    /// <param name="bits">Binary digits behind the point of prices.</param>
    public FrontierGroup(PathNodes nodes, int members, int open, bool[] among, int[] kinds, long[] prices, int bits)
    {
        Members = members;

        // Twins have the same starts, ends and costs: one of them stands for all.
        int[] picked = [.. Enumerable.Range(0, nodes.Count).Where(node => among[nodes.Calls[node]]).DistinctBy(node => (nodes.Starts[node], kinds[nodes.Calls[node]]))];
        _starts = Array.ConvertAll(picked, node => nodes.Starts[node]);
        _kinds = Array.ConvertAll(picked, node => kinds[nodes.Calls[node]]);
        _released = Array.ConvertAll(picked, node => nodes.Released[node]);
        _weights = Array.ConvertAll(picked, node => (nodes.Costs[node] << bits) - prices[kinds[nodes.Calls[node]]]);
        Times = [.. picked.Select(node => nodes.Ends[node]).Append(open).Distinct().Order()];
        _next = Array.ConvertAll(picked, node => Array.BinarySearch(Times, nodes.Ends[node]));
        _rest = new long[Times.Length];
        var idle = 0L;
        var last = _starts.Length - 1;
        for (var moment = Times.Length - 1; moment >= 0; moment--)
        {
            for (; last >= 0 && _starts[last] > Times[moment]; last--)
            {
                idle = _released[last] ? Math.Min(idle, Behind(last)) : idle;
            }

            _rest[moment] = idle;
            for (var node = last; node >= 0 && _starts[node] == Times[moment]; node--)
            {
                _rest[moment] = Math.Min(_rest[moment], Behind(node));
            }
        }

        Opening = Array.BinarySearch(Times, open);
        Least = _rest[Opening];
    }

    /// <summary>Number of berths.</summary>
    public int Members { get; }

    /// <summary>The moments at which a berth can be free, in their order.</summary>
    public int[] Times { get; }

    /// <summary>The moment at which berths open.</summary>
    public int Opening { get; }

    /// <summary>Least cost less prices of what one berth holds.</summary>
    public long Least { get; }

    /// <summary>The options, moment by moment, the cheapest ones first.</summary>
    public FrontierOption[] Options { get; private set; } = [];

    /// <summary>Options of a moment.</summary>
    public ReadOnlySpan<FrontierOption> From(int moment) => Options.AsSpan(_first[moment], _first[moment + 1] - _first[moment]);

    /// <summary>Place of the first option of a moment in <see cref="Options"/>.</summary>
    public int FirstOf(int moment) => _first[moment];

    /// <summary>What it takes more than the cheapest way to go on that nothing more comes.</summary>
    public long Close(int moment) => -_rest[moment];

    /// <summary>Lists all options that take no more than some slack; false when they are more than a limit.</summary>
    public bool TryList(long slack, int most)
    {
        var options = new List<FrontierOption>();
        var idle = new List<int>();
        var here = new List<FrontierOption>();
        var ends = new int[Times.Length + 1];
        var last = _starts.Length - 1;
        for (var moment = Times.Length - 1; moment >= 0; moment--)
        {
            here.Clear();
            for (; last >= 0 && _starts[last] > Times[moment]; last--)
            {
                if (_released[last])
                {
                    idle.Add(last);
                }
            }

            for (var node = last; node >= 0 && _starts[node] == Times[moment]; node--)
            {
                Meet(here, node, moment, slack);
            }

            foreach (var node in idle)
            {
                Meet(here, node, moment, slack);
            }

            here.Sort();
            here.Reverse();
            options.AddRange(here);
            ends[moment] = options.Count;
            if (options.Count > most)
            {
                return false;
            }
        }

        // Moments were gone through from the last one on.
        options.Reverse();
        Options = [.. options];
        _first = Array.ConvertAll(ends, end => options.Count - end);
        return true;
    }

    /// <summary>For each call's bit, the least that one of its options takes at a moment or later; the given number where it has none.</summary>
    public ReadOnlySpan<long> Leasts(int moment) => _leasts.AsSpan(moment * _bits, _bits);

    /// <summary>Sets <see cref="Leasts"/> for so many bits; the calls of a kind have its bits from the first to the last.</summary>
    public void SetLeasts(int count, int[] firstBit, int[] lastBit, long none)
    {
        _bits = count;
        _leasts = new long[(Times.Length + 1) * _bits];
        _leasts.AsSpan(Times.Length * _bits).Fill(none);
        for (var moment = Times.Length - 1; moment >= 0; moment--)
        {
            var row = _leasts.AsSpan(moment * _bits, _bits);
            Leasts(moment + 1).CopyTo(row);
            foreach (ref readonly var option in From(moment))
            {
                var bits = row[firstBit[option.Kind]..(lastBit[option.Kind] + 1)];
                bits.Fill(Math.Min(bits[0], option.Extra));
            }
        }
    }

    private void Meet(List<FrontierOption> options, int node, int moment, long slack)
    {
        var extra = Behind(node) - _rest[moment];
        if (extra <= slack)
        {
            options.Add(new FrontierOption(extra, _kinds[node], _next[node], _starts[node]));
        }
    }

    private long Behind(int node) => _weights[node] + _rest[_next[node]];
}
