using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>Changes of a problem that can only help, or only hurt.</summary>
internal static class BerthChanges
{
    /// <summary>One more crane at the right end of a rail. Helps, or does nothing.</summary>
    public static BerthParts WithIdleCrane(BerthParts parts, Rng rng)
    {
        var index = rng.Next(parts.CranePools.Length);
        var pool = parts.CranePools[index];
        return parts with { CranePools = parts.CranePools.SetItem(index, pool with { Count = pool.Count + 1 }) };
    }

    /// <summary>Whether a quay can be doubled: travel is measured along the whole rail, which a longer quay makes longer.</summary>
    public static bool CanGetBerth(BerthParts parts) => parts.Quays.Any(quay => !quay.Berths.IsEmpty)
        && parts.CranePools.All(pool => pool.Travel is null || pool.Quays.Length == 1)
        && parts.Calls.All(call => call.PreferredQuay is null);

    /// <summary>A second copy of a berth at the end of its quay. Helps, or does nothing.</summary>
    public static BerthParts WithCopiedBerth(BerthParts parts, Rng rng)
    {
        int[] candidates = [.. parts.Quays.Index().Where(quay => !quay.Item.Berths.IsEmpty).Select(quay => quay.Index)];
        var index = candidates[rng.Next(candidates.Length)];
        var quay = parts.Quays[index];
        var copied = rng.Next(quay.Berths.Length);
        var copy = quay.Berths[copied] with { Id = "copy", Start = quay.Length };
        var before = parts.Quays.Take(index).Sum(wall => wall.Berths.Length);
        return parts with
        {
            Quays = parts.Quays.SetItem(index, quay with { Length = quay.Length + copy.Length, Berths = quay.Berths.Add(copy) }),
            Calls = [.. parts.Calls.Select(call => call with { Handling = WithRow(call.Handling, before + copied, before + quay.Berths.Length) })],
        };
    }

    private static Handling WithRow(Handling handling, int copied, int at)
    {
        var columns = handling.CraneColumns;
        return handling.BerthRows == 1 ? handling : handling with
        {
            BerthRows = handling.BerthRows + 1,
            Work = handling.Work.InsertRange(at * columns, handling.Work.Skip(copied * columns).Take(columns)),
        };
    }

    /// <summary>Some limit a little narrower. Hurts, or does nothing.</summary>
    public static BerthParts Tightened(BerthParts parts, Rng rng)
    {
        var index = rng.Next(parts.Calls.Length);
        var call = parts.Calls[index];
        BerthParts With(Call changed) => parts with { Calls = parts.Calls.SetItem(index, changed) };
        return rng.Next(8) switch
        {
            0 => parts with { Horizon = parts.Horizon - 1 },
            1 => With(call with { LatestStart = Math.Min(call.LatestStart, call.Arrival + rng.Next(6)) }),
            2 => With(call with { Deadline = Math.Min(call.Deadline, call.Arrival + rng.Next(4, 12)) }),
            3 => With(call with { EarliestStart = Math.Min(call.Arrival, (call.EarliestStart ?? call.Arrival) + 1) }),
            4 => With(call with { ArrivalWindows = Narrower(call.ArrivalWindows ?? new TideWindows([new Interval(0, parts.Horizon)]), rng) }),
            5 when call.DepartureWindows is { } windows => With(call with { DepartureWindows = Narrower(windows, rng) }),
            6 => parts with { Quays = [.. parts.Quays.Select(quay => quay with { Close = Math.Max(quay.Open + 1, Math.Min(quay.Close, parts.Horizon) - 2) })] },
            _ => parts with { Quays = [.. parts.Quays.Select(quay => quay with { Open = Math.Min(quay.Open + 2, quay.Close - 1) })] },
        };
    }

    private static TideWindows Narrower(TideWindows tide, Rng rng)
    {
        var first = rng.Next(2);
        return new TideWindows(tide.Windows.Select(window => new Interval(window.From + first, window.To - 1 + first)).Where(window => window.Length > 0));
    }

    /// <summary>One call less. Saves what it cost, and makes room.</summary>
    public static BerthParts WithoutCall(BerthParts parts, int call) => parts with
    {
        Calls = parts.Calls.RemoveAt(call),
        Baseline = parts.Baseline is { } baseline ? new Baseline { Entries = baseline.Entries.RemoveAt(call) } : null,
    };
}
