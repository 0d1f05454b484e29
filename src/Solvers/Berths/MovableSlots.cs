using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>
/// The slots at which calls may berth and leave: their windows, less the bans on their length. Calls that share both share one table of
/// each kind, since at a fine grid a table is longer than all else that a call needs.
/// </summary>
internal sealed class MovableSlots
{
    private readonly int _slots;
    private readonly MovementBan[] _bans;
    private readonly int[] _lengths;
    private readonly Dictionary<Key, ulong[]> _arrivals = [];
    private readonly Dictionary<Key, int[]> _departures = [];

    public MovableSlots(BerthProblem problem)
    {
        _slots = problem.Horizon + 1;
        _bans = [.. problem.Movements.Bans.OrderBy(ban => ban.Slots.From)];
        _lengths = [.. _bans.Select(ban => ban.MinLength).Distinct().Order()];
    }

    /// <summary>Slots at which a call may berth, one bit each; null for all.</summary>
    public ulong[]? Arrivals(Call call) => KeyOf(call, call.ArrivalWindows) is { } key ? Known(_arrivals, key, Bits) : null;

    /// <summary>For each slot from 0 to the horizon, the first slot from there on at which a call may leave; null when it may always.</summary>
    public int[]? NextDepartures(Call call) => KeyOf(call, call.DepartureWindows) is { } key ? Known(_departures, key, Next) : null;

    private Key? KeyOf(Call call, TideWindows? windows)
    {
        // The bans on a call are those up to some length.
        var lengths = _lengths.Count(length => length <= call.Length);
        return windows is null && lengths == 0 ? null : new Key(windows?.Windows ?? [new Interval(0, _slots)], lengths == 0 ? -1 : _lengths[lengths - 1]);
    }

    private T Known<T>(Dictionary<Key, T> tables, Key key, Func<bool[], T> make)
    {
        if (!tables.TryGetValue(key, out var table))
        {
            tables.Add(key, table = make(Movable(key)));
        }

        return table;
    }

    /// <summary>Whether calls may move at each slot from 0 to the horizon, both included.</summary>
    private bool[] Movable(Key key)
    {
        var slots = new bool[_slots];
        foreach (var window in key.Windows)
        {
            var (from, to) = (Math.Max(0, window.From), Math.Min(window.To, _slots));
            if (from < to)
            {
                slots.AsSpan(from, to - from).Fill(true);
            }
        }

        var until = 0;
        foreach (var ban in _bans.Where(ban => ban.MinLength <= key.BannedFrom))
        {
            // In order of their beginnings, so that no slot is banned twice.
            var (from, to) = (Math.Max(until, ban.Slots.From), Math.Min(ban.Slots.To, _slots));
            if (from < to)
            {
                slots.AsSpan(from, to - from).Clear();
                until = to;
            }
        }

        return slots;
    }

    private static ulong[] Bits(bool[] slots)
    {
        var bits = new ulong[(slots.Length + 63) >> 6];
        for (var slot = 0; slot < slots.Length; slot++)
        {
            bits[slot >> 6] |= slots[slot] ? 1UL << (slot & 63) : 0;
        }

        return bits;
    }

    private static int[] Next(bool[] slots)
    {
        var next = new int[slots.Length];
        var following = int.MaxValue;
        for (var slot = slots.Length - 1; slot >= 0; slot--)
        {
            following = slots[slot] ? slot : following;
            next[slot] = following;
        }

        return next;
    }

    /// <summary>What makes tables equal: the windows, and the greatest least length of a ban that applies; -1 for none.</summary>
    private readonly record struct Key(ImmutableArray<Interval> Windows, int BannedFrom)
    {
        public bool Equals(Key other) => BannedFrom == other.BannedFrom && Windows.AsSpan().SequenceEqual(other.Windows.AsSpan());

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(BannedFrom);
            foreach (var window in Windows)
            {
                hash.Add(window);
            }

            return hash.ToHashCode();
        }
    }
}
