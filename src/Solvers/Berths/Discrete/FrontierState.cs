using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace BerthOpt.Berths;

/// <summary>A plan in the making: a bit for each call that is placed, and the moment at which each berth is free again.</summary>
internal sealed class FrontierState
{
    private const int BerthsPerWord = 4;

    private readonly FrontierGraph _graph;
    private readonly ulong[] _key;
    private readonly long[] _leasts;
    private readonly int _calls;
    private readonly int _berths;

    /// <summary>No call is placed, and all berths are about to open.</summary>
    public FrontierState(FrontierGraph graph)
    {
        _graph = graph;
        _calls = graph.Calls.Length;
        _berths = graph.GroupOf.Length;
        _key = new ulong[graph.Words + ((_berths + BerthsPerWord - 1) / BerthsPerWord)];
        _leasts = new long[_calls];
        for (var berth = 0; berth < _berths; berth++)
        {
            Moments[berth] = (ushort)graph.Groups[graph.GroupOf[berth]].Opening;
        }
    }

    /// <summary>All of it; states with the same key are the same.</summary>
    public ReadOnlySpan<ulong> Key => _key;

    /// <summary>Options looked at so far.</summary>
    public long Work { get; private set; }

    /// <summary>The moment at which each berth is free.</summary>
    public Span<ushort> Moments => MemoryMarshal.Cast<ulong, ushort>(_key.AsSpan(_graph.Words))[.._berths];

    /// <summary>Becomes the state of a key.</summary>
    public void Load(ReadOnlySpan<ulong> key) => key.CopyTo(_key);

    /// <summary>The berth that is free first; -1 when nothing more comes at any.</summary>
    public int First()
    {
        var (first, least) = (-1, int.MaxValue);
        var moments = Moments;
        for (var berth = 0; berth < moments.Length; berth++)
        {
            if (moments[berth] != FrontierGraph.Closed && _graph.Groups[_graph.GroupOf[berth]].Times[moments[berth]] < least)
            {
                (first, least) = (berth, _graph.Groups[_graph.GroupOf[berth]].Times[moments[berth]]);
            }
        }

        return first;
    }

    /// <summary>Sets when a berth is free again. Berths of a group are equal: theirs are kept in the order of time.</summary>
    public void Free(int berth, int moment)
    {
        var moments = Moments;
        moments[berth] = (ushort)moment;
        for (; berth + 1 < moments.Length && _graph.GroupOf[berth + 1] == _graph.GroupOf[berth] && moments[berth] > moments[berth + 1]; berth++)
        {
            (moments[berth], moments[berth + 1]) = (moments[berth + 1], moments[berth]);
        }
    }

    /// <summary>Whether all calls of a kind are placed.</summary>
    public bool HasAll(int kind) => Has(_graph.LastBit[kind]);

    /// <summary>Places the next call of a kind.</summary>
    public void Place(int kind)
    {
        var bit = _graph.FirstBit[kind];
        while (Has(bit))
        {
            bit++;
        }

        _key[bit >> 6] |= 1UL << (bit & 63);
    }

    /// <summary>Whether calls are placed.</summary>
    public bool HasPlaced(ReadOnlySpan<ulong> calls)
    {
        for (var word = 0; word < calls.Length; word++)
        {
            if ((calls[word] & ~_key[word]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the berths will take at least, as each goes on with a call that is not placed yet, or with none; any number above some slack.</summary>
    public long Ahead(long slack)
    {
        long sum = 0;
        var moments = Moments;
        for (var berth = 0; berth < moments.Length && sum <= slack; berth++)
        {
            if (moments[berth] == FrontierGraph.Closed)
            {
                continue;
            }

            var group = _graph.Groups[_graph.GroupOf[berth]];
            var least = Math.Min(group.Close(moments[berth]), _graph.Slack + 1);
            foreach (ref readonly var option in group.From(moments[berth]))
            {
                Work++;
                if (option.Extra >= least)
                {
                    break;
                }

                if (!HasAll(option.Kind))
                {
                    least = option.Extra;
                }
            }

            sum += least;
        }

        return sum;
    }

    /// <summary>What the calls that are not placed yet will take at least, as each of them takes an option of its own; any number above some slack.</summary>
    public long Missing(long slack)
    {
        var moments = Moments;
        var leasts = _leasts.AsSpan();
        leasts.Fill(_graph.Slack + 1);
        for (var berth = 0; berth < moments.Length; berth++)
        {
            // The first berth of a group is the one that is free first.
            var group = _graph.GroupOf[berth];
            if (moments[berth] != FrontierGraph.Closed && (berth == 0 || _graph.GroupOf[berth - 1] != group))
            {
                TensorPrimitives.Min(leasts, _graph.Groups[group].Leasts(moments[berth]), leasts);
            }
        }

        long sum = 0;
        for (var word = 0; word < _graph.Words && sum <= slack; word++)
        {
            var missing = ~_key[word] & (word < _calls >> 6 ? ulong.MaxValue : (1UL << (_calls & 63)) - 1);
            for (; missing != 0 && sum <= slack; missing &= missing - 1)
            {
                sum += leasts[(word << 6) + BitOperations.TrailingZeroCount(missing)];
            }
        }

        return sum;
    }

    private bool Has(int bit) => (_key[bit >> 6] & (1UL << (bit & 63))) != 0;
}
