namespace BerthOpt.Berths;

/// <summary>
/// What <see cref="FrontierSearch"/> goes through: the options of each group of equal berths, and a bit for each call. The bits of
/// calls that are the same lie side by side and are taken in their order.
/// </summary>
internal sealed class FrontierGraph
{
    /// <summary>The moment of a berth at which nothing more comes.</summary>
    public const ushort Closed = ushort.MaxValue;

    private const int MostOptions = 1 << 23;
    private const long MostLeasts = 1 << 24;

    private readonly ulong[] _due;
    private readonly int[][] _dueOf;

    private FrontierGraph(FrontierGroup[] groups, int[] numbers, bool[] among, int[] kinds, long value, long slack)
    {
        (Groups, Numbers, Value, Slack) = (groups, numbers, value, slack);
        Calls = [.. Enumerable.Range(0, kinds.Length).Where(call => among[call]).OrderBy(call => kinds[call]).ThenBy(call => call)];
        FirstBit = new int[kinds.Length];
        LastBit = new int[kinds.Length];
        for (var bit = Calls.Length - 1; bit >= 0; bit--)
        {
            FirstBit[kinds[Calls[bit]]] = bit;
        }

        for (var bit = 0; bit < Calls.Length; bit++)
        {
            LastBit[kinds[Calls[bit]]] = bit;
        }

        GroupOf = [.. groups.SelectMany((group, index) => Enumerable.Repeat(index, group.Members))];
        Words = (Calls.Length + 63) / 64;
        var last = new int[kinds.Length];
        Array.Fill(last, -1);
        foreach (var option in groups.SelectMany(group => group.Options))
        {
            last[option.Kind] = Math.Max(last[option.Kind], option.Start);
        }

        foreach (var group in groups)
        {
            group.SetLeasts(Calls.Length, FirstBit, LastBit, slack + 1);
        }

        int[] deadlines = [.. Calls.Select(call => last[kinds[call]]).Distinct().Order()];
        _due = new ulong[(deadlines.Length + 1) * Words];
        for (var passed = 0; passed <= deadlines.Length; passed++)
        {
            for (var bit = 0; bit < Calls.Length; bit++)
            {
                if (passed > 0 && last[kinds[Calls[bit]]] <= deadlines[passed - 1])
                {
                    _due[(passed * Words) + (bit >> 6)] |= 1UL << (bit & 63);
                }
            }
        }

        _dueOf = [.. groups.Select(group => Array.ConvertAll(group.Times, time => Words * deadlines.Count(deadline => deadline < time)))];
    }

    /// <summary>The groups of equal berths.</summary>
    public FrontierGroup[] Groups { get; }

    /// <summary>The model's number of each group.</summary>
    public int[] Numbers { get; }

    /// <summary>Group of each berth; berths of a group lie side by side.</summary>
    public int[] GroupOf { get; }

    /// <summary>The call of each bit.</summary>
    public int[] Calls { get; }

    /// <summary>The first bit of each kind.</summary>
    public int[] FirstBit { get; }

    /// <summary>The last bit of each kind.</summary>
    public int[] LastBit { get; }

    /// <summary>Words that hold a bit for each call.</summary>
    public int Words { get; }

    /// <summary>The bound of the relaxation, in its units.</summary>
    public long Value { get; }

    /// <summary>Options are left out that take more than this.</summary>
    public long Slack { get; }

    /// <summary>The calls that must have been placed when no berth is free before a moment of a group.</summary>
    public ReadOnlySpan<ulong> Due(int group, int moment) => _due.AsSpan(_dueOf[group][moment], Words);

    /// <summary>The graph of what is left in a relaxation, for plans of up to a limit; null when it is too large.</summary>
    public static FrontierGraph? TryBuild(DiscreteModel model, CallTwins twins, PathPricing pricing, ReadOnlySpan<long> prices, long limit)
    {
        var all = new bool[model.Calls];
        Array.Fill(all, true);
        return TryBuild(model, twins, pricing, prices, limit, all, model.Members);
    }

    /// <summary>The same for some of the calls, at so many berths of each group.</summary>
    public static FrontierGraph? TryBuild(DiscreteModel model, CallTwins twins, PathPricing pricing, ReadOnlySpan<long> prices, long limit, bool[] among, int[] members)
    {
        // All calls of a kind have the mean of their prices, which loses nothing: they may change places.
        var kinds = twins.Kinds;
        var shared = new long[model.Calls];
        var counts = new int[model.Calls];
        for (var call = 0; call < model.Calls; call++)
        {
            shared[kinds[call]] += among[call] ? prices[call] : 0;
            counts[kinds[call]] += among[call] ? 1 : 0;
        }

        long value = 0;
        for (var kind = 0; kind < model.Calls; kind++)
        {
            shared[kind] /= Math.Max(1, counts[kind]);
            value += shared[kind] * counts[kind];
        }

        int[] numbers = [.. Enumerable.Range(0, model.Groups).Where(group => members[group] > 0)];
        FrontierGroup[] groups = [.. numbers.Select(group => new FrontierGroup(pricing.Groups[group], members[group], model.Open[group], among, kinds, shared, pricing.Bits))];
        value += groups.Sum(group => group.Members * group.Least);
        var isSmall = groups.Sum(group => (group.Times.Length + 1L) * model.Calls) <= MostLeasts
            && groups.All(group => group.Times.Length < Closed && group.TryList(limit - value, MostOptions / groups.Length));
        return isSmall ? new FrontierGraph(groups, numbers, among, kinds, value, limit - value) : null;
    }
}
