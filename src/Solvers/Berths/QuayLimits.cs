namespace BerthOpt.Berths;

/// <summary>
/// Where along a quay a call may lie by breaks, depths and allowed places: what it takes is judged in one step, however many of them
/// there are.
/// </summary>
internal sealed class QuayLimits
{
    private readonly int[]? _breaksBefore;
    private readonly int[]? _shallowBefore;
    private readonly int[]? _reach;

    public QuayLimits(QuayModel quay, int index, Call call)
    {
        _breaksBefore = quay.BreaksBefore;
        _shallowBefore = Shallow(quay.Quay, call.DraughtCentimetres);
        _reach = Reach(quay.Quay, index, call);
    }

    /// <summary>Whether what covers the sections from <paramref name="from"/> up to <paramref name="to"/> keeps to all of them.</summary>
    public bool Allow(int from, int to) =>
        (_breaksBefore is null || _breaksBefore[to] == _breaksBefore[from + 1])
        && (_shallowBefore is null || _shallowBefore[to] == _shallowBefore[from])
        && (_reach is null || _reach[from] >= to);

    /// <summary>For each section, the number of breaks before it; null when there is none.</summary>
    public static int[]? Breaks(Quay quay)
    {
        if (quay.Breaks.IsEmpty)
        {
            return null;
        }

        var before = new int[quay.Length + 2];
        foreach (var border in quay.Breaks.Where(border => border >= 0 && border <= quay.Length))
        {
            before[border + 1]++;
        }

        return Sums(before);
    }

    /// <summary>For each section, how many before it are too shallow; null when none is.</summary>
    private static int[]? Shallow(Quay quay, int draught)
    {
        int[]? changes = null;
        foreach (var depth in quay.Depths)
        {
            if (depth.Centimetres < draught && depth.From < depth.To)
            {
                changes ??= new int[quay.Length + 2];
                changes[Math.Clamp(depth.From, 0, quay.Length)]++;
                changes[Math.Clamp(depth.To, 0, quay.Length)]--;
            }
        }

        if (changes is null)
        {
            return null;
        }

        var (covers, before) = (0, 0);
        for (var section = 0; section < changes.Length; section++)
        {
            covers += changes[section];
            (changes[section], before) = (before, before + (covers > 0 ? 1 : 0));
        }

        return changes;
    }

    /// <summary>For each section, how far a call that begins there may reach within one of its allowed places; null when all are.</summary>
    private static int[]? Reach(Quay quay, int index, Call call)
    {
        if (call.Allowed.IsEmpty)
        {
            return null;
        }

        var reach = new int[quay.Length + 1];
        foreach (var place in call.Allowed)
        {
            var from = Math.Max(0, place.Sections.From);
            if (place.Quay == index && from < reach.Length)
            {
                reach[from] = Math.Max(reach[from], place.Sections.To);
            }
        }

        for (var section = 1; section < reach.Length; section++)
        {
            reach[section] = Math.Max(reach[section], reach[section - 1]);
        }

        return reach;
    }

    private static int[] Sums(int[] counts)
    {
        for (var section = 1; section < counts.Length; section++)
        {
            counts[section] += counts[section - 1];
        }

        return counts;
    }
}
