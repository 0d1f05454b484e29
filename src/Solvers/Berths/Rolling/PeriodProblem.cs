namespace BerthOpt.Berths;

/// <summary>A problem of some of the calls in a part of the horizon.</summary>
/// <param name="Problem">The problem; its slot 0 is the first slot of <paramref name="Shift"/>.</param>
/// <param name="Calls">Its calls, as indexes into the whole problem.</param>
/// <param name="Shift">The part of the horizon.</param>
internal sealed record PeriodProblem(BerthProblem Problem, int[] Calls, TimeShift Shift)
{
    /// <summary>What a call's stay in the whole problem is in this one.</summary>
    public Assignment Into(Assignment stay) => stay with { Start = stay.Start - Shift.From, End = stay.End - Shift.From };

    /// <summary>What a call's stay in this problem is in the whole one.</summary>
    public Assignment OutOf(Assignment stay) => stay with { Start = stay.Start + Shift.From, End = stay.End + Shift.From };

    /// <summary>The problem of calls that are free to be planned from a slot on, beside others that lie where they lie.</summary>
    public static PeriodProblem Create(BerthProblem whole, TimeShift shift, int earliest, IReadOnlyList<int> free, IReadOnlyList<int> fixedCalls, Assignment?[] plan)
    {
        int[] calls = [.. fixedCalls, .. free];
        var entries = whole.Baseline?.Entries;
        var parts = shift.Parts(whole.Parts) with
        {
            Calls = [.. fixedCalls.Select(call => Fixed(whole, call, plan[call]!.Value, shift)), .. free.Select(call => Free(whole.Calls[call], shift, earliest))],
            Baseline = entries is null ? null : new Baseline { Entries = [.. calls.Select((call, index) => index < fixedCalls.Count ? null : Shifted(entries.Value[call], shift))] },
            Objective = whole.Objective with { Constant = 0 },
        };
        return new PeriodProblem(new BerthProblem(parts), calls, shift);
    }

    /// <summary>A call that may begin from a slot on. What it has waited before is the same in every plan.</summary>
    private static Call Free(Call call, TimeShift shift, int earliest)
    {
        var first = Math.Max(call.EarliestStart ?? call.Arrival, earliest);
        return call with
        {
            Arrival = shift.Of(Math.Max(call.Arrival, first)),
            EarliestStart = first < call.Arrival ? shift.Of(first) : null,
            LatestStart = shift.Of(call.LatestStart),
            Due = shift.Of(call.Due),
            Deadline = shift.Of(call.Deadline),
            ArrivalWindows = shift.Of(call.ArrivalWindows),
            DepartureWindows = shift.Of(call.DepartureWindows),
            Pin = call.Pin is { Start: { } start } pin ? pin with { Start = shift.Of(start) } : call.Pin,
        };
    }

    /// <summary>A call that has begun: all of it is pinned.</summary>
    private static Call Fixed(BerthProblem whole, int index, Assignment stay, TimeShift shift)
    {
        var call = whole.Calls[index];
        var hasCranes = call.Handling.MaxCranes > 0;
        return call with
        {
            Arrival = shift.Of(stay.Start),
            EarliestStart = null,
            LatestStart = Call.Never,
            Due = Call.Never,
            Deadline = Call.Never,
            ArrivalWindows = null,
            // Under caps a departure may have been put off.
            DepartureWindows = whole.Movements.Caps.IsEmpty ? shift.Of(call.DepartureWindows) : new TideWindows([new Interval(shift.Of(stay.End), shift.Of(stay.End) + 1)]),
            Optional = false,
            Rates = call.Rates with { Rejection = 0 },
            Pin = new Pin(stay.Quay, stay.Position, shift.Of(stay.Start), hasCranes ? stay.Cranes : null, hasCranes && stay.FirstCrane >= 0 ? stay.FirstCrane : null),
        };
    }

    private static BaselineEntry? Shifted(BaselineEntry? entry, TimeShift shift) => entry is null ? null : entry with { Start = shift.Of(entry.Start) };
}
