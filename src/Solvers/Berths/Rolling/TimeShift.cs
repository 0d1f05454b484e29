namespace BerthOpt.Berths;

/// <summary>Moves what a problem says of times into a period of its own, <c>[From, To)</c>, whose first slot becomes 0.</summary>
/// <param name="From">First slot of the period.</param>
/// <param name="To">Slot behind its last.</param>
internal readonly record struct TimeShift(int From, int To)
{
    /// <summary>The parts of a problem but its calls and baseline, as they are in the period.</summary>
    public BerthParts Parts(BerthParts whole)
    {
        var shift = this;
        return whole with
        {
            Horizon = To - From,
            Quays = [.. whole.Quays.Select(shift.Of)],
            CranePools = [.. whole.CranePools.Select(pool => pool with { Outages = [.. pool.Outages.Where(outage => shift.Meets(outage.Slots)).Select(outage => outage with { Slots = shift.Of(outage.Slots) })] })],
            Closures = [.. whole.Closures.Where(closure => shift.Meets(closure.Slots)).Select(closure => closure with { Slots = shift.Of(closure.Slots) })],
            Movements = whole.Movements with { Bans = [.. whole.Movements.Bans.Where(ban => shift.Meets(ban.Slots)).Select(ban => ban with { Slots = shift.Of(ban.Slots) })] },
            Calls = [],
            Baseline = null,
        };
    }

    /// <summary>A slot; what lies before the period begins with it.</summary>
    public int Of(int slot) => slot == Call.Never ? slot : Math.Max(0, slot - From);

    public TideWindows? Of(TideWindows? windows)
    {
        var shift = this;
        return windows is null ? null : new TideWindows(windows.Windows.Where(shift.Meets).Select(shift.Of));
    }

    /// <summary>Whether an interval meets the period or the slot behind it, at which a call may still leave.</summary>
    private bool Meets(Interval slots) => slots.From <= To && slots.To > From;

    private Interval Of(Interval slots) => new(Of(slots.From), slots.To - From);

    private Quay Of(Quay quay)
    {
        var (open, close) = Of(quay.Open, quay.Close);
        var shift = this;
        return quay with
        {
            Open = open,
            Close = close,
            Berths = [.. quay.Berths.Select(berth =>
            {
                var (first, last) = shift.Of(berth.Open, berth.Close);
                return berth with { Open = first, Close = last };
            })],
        };
    }

    /// <summary>Opening times; what has shut before the period opens behind it.</summary>
    private (int Open, int Close) Of(int open, int close) => close <= From ? (To - From, int.MaxValue) : (Of(open), close == int.MaxValue ? close : close - From);
}
