namespace BerthOpt.Berths;

/// <summary>
/// The states of <see cref="FrontierSearch"/> that have placed equally many calls: which ones, and when each berth is free. Of two
/// ways to the same state the cheaper one is kept.
/// </summary>
internal sealed class FrontierLayer
{
    private const int Empty = -1;
    private const int LeastRoom = 256;

    private readonly int _words;
    private ulong[] _keys;
    private int[] _table;

    /// <param name="words">Words of a state's key.</param>
    public FrontierLayer(int words)
    {
        _words = words;
        _keys = new ulong[LeastRoom * words];
        Used = new long[LeastRoom];
        Bound = new long[LeastRoom];
        Parent = new int[LeastRoom];
        Option = new int[LeastRoom];
        _table = new int[LeastRoom * 2];
        Array.Fill(_table, Empty);
    }

    /// <summary>Number of states.</summary>
    public int Count { get; private set; }

    /// <summary>What each state has taken more than the relaxation.</summary>
    public long[] Used { get; private set; }

    /// <summary>What each state takes more at least, to its end.</summary>
    public long[] Bound { get; private set; }

    /// <summary>The state of the layer before that each one comes from.</summary>
    public int[] Parent { get; private set; }

    /// <summary>The group, and the option there, that each one comes from.</summary>
    public int[] Option { get; private set; }

    /// <summary>Takes all states away.</summary>
    public void Clear()
    {
        Count = 0;
        Array.Fill(_table, Empty);
    }

    /// <summary>Key of a state.</summary>
    public ReadOnlySpan<ulong> Key(int state) => _keys.AsSpan(state * _words, _words);

    /// <summary>The state with a key, else -1 and the place to add it at.</summary>
    public int Find(ReadOnlySpan<ulong> key, out int place)
    {
        place = (int)(Hash(key) & (uint)(_table.Length - 1));
        while (_table[place] != Empty)
        {
            if (Key(_table[place]).SequenceEqual(key))
            {
                return _table[place];
            }

            place = (place + 1) & (_table.Length - 1);
        }

        return Empty;
    }

    /// <summary>Adds a state that is not there yet, at the place that was just found for it.</summary>
    public void Add(ReadOnlySpan<ulong> key, int place, long used, long bound, int parent, int option)
    {
        if (Count == Used.Length)
        {
            Grow();
            _ = Find(key, out place);
        }

        key.CopyTo(_keys.AsSpan(Count * _words));
        _table[place] = Count;
        Set(Count++, used, bound, parent, option);
    }

    /// <summary>Says how a state is reached.</summary>
    public void Set(int state, long used, long bound, int parent, int option)
    {
        Used[state] = used;
        Bound[state] = bound;
        Parent[state] = parent;
        Option[state] = option;
    }

    /// <summary>Keeps so many states of the least bounds, those that came first among equals; returns the least bound that is dropped.</summary>
    public long Keep(int width)
    {
        if (Count <= width)
        {
            return long.MaxValue;
        }

        var sorted = Bound[..Count];
        Array.Sort(sorted);
        var cut = sorted[width];
        var equal = sorted.AsSpan(0, width).Count(cut);
        var kept = 0;
        for (var state = 0; state < Count; state++)
        {
            if (Bound[state] < cut || (Bound[state] == cut && equal-- > 0))
            {
                Key(state).CopyTo(_keys.AsSpan(kept * _words));
                Set(kept++, Used[state], Bound[state], Parent[state], Option[state]);
            }
        }

        Count = kept;
        Rehash();
        return cut;
    }

    private void Grow()
    {
        var room = Used.Length * 2;
        Array.Resize(ref _keys, room * _words);
        Used = Resized(Used, room);
        Bound = Resized(Bound, room);
        Parent = Resized(Parent, room);
        Option = Resized(Option, room);
        _table = new int[room * 2];
        Rehash();
    }

    private void Rehash()
    {
        Array.Fill(_table, Empty);
        for (var state = 0; state < Count; state++)
        {
            _ = Find(Key(state), out var place);
            _table[place] = state;
        }
    }

    private static T[] Resized<T>(T[] all, int room)
    {
        Array.Resize(ref all, room);
        return all;
    }

    private static uint Hash(ReadOnlySpan<ulong> key)
    {
        unchecked
        {
            ulong hash = 0;
            foreach (var word in key)
            {
                hash = (hash ^ word) * 0x9E37_79B9_7F4A_7C15UL;
                hash ^= hash >> 29;
            }

            return (uint)(hash >> 8);
        }
    }
}
