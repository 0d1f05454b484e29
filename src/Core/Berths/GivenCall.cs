namespace BerthOpt.Berths;

/// <summary>Why a replan keeps a call where it is.</summary>
public enum CallHold
{
    /// <summary>It does not.</summary>
    Free,

    /// <summary>The call has begun.</summary>
    Begun,

    /// <summary>The call is frozen.</summary>
    Frozen,
}

/// <summary>
/// What a call was before replanning kept it where it is, out of the past, or gave it another arrival. No rule and no cost knows it: a later replan goes back to
/// it, so that nothing adds up over a chain of them, and conflicts tell by it what somebody asked for from what replanning made of it.
/// </summary>
public sealed record GivenCall
{
    /// <summary>The arrival from which those that are expected now are counted, in slots; changed by no <see cref="EtaChanged"/> but one that says the earliest start too.</summary>
    public required int Arrival { get; init; }

    /// <summary>The earliest start that belonged to <see cref="Arrival"/>; default null, the arrival.</summary>
    public int? EarliestStart { get; init; }

    /// <summary>Its arrival windows before those before <see cref="Now"/> were cut off; null for all slots. Default null.</summary>
    public TideWindows? ArrivalWindows { get; init; }

    /// <summary>Its departure windows before <see cref="Leaving"/> cut them; null for all slots. Default null.</summary>
    public TideWindows? DepartureWindows { get; init; }

    /// <summary>Slots at which it leaves, for a call that has begun: from now on, or, where it has left, when it did; default null, any.</summary>
    public Interval? Leaving { get; init; }

    /// <summary>What a planner has fixed; default null, nothing.</summary>
    public Pin? Pin { get; init; }

    /// <summary>Whether it might be left out; default false.</summary>
    public bool Optional { get; init; }

    /// <summary>Price of leaving it out; default 0.</summary>
    public long Rejection { get; init; }

    /// <summary>Slot before which it may not begin although it might have, since that is past; default 0, none.</summary>
    public int Now { get; init; }

    /// <summary>Why it is kept where it is; default free.</summary>
    public CallHold Hold { get; init; }

    /// <summary>What a call was given as: the call itself, unless a replan has changed it.</summary>
    internal static GivenCall Of(Call call) => call.Given ?? new GivenCall
    {
        Arrival = call.Arrival,
        EarliestStart = call.EarliestStart,
        ArrivalWindows = call.ArrivalWindows,
        DepartureWindows = call.DepartureWindows,
        Pin = call.Pin,
        Optional = call.Optional,
        Rejection = call.Rates.Rejection,
    };

    /// <summary>The first slot at which a call berths that arrives at another time: as long before it as was given.</summary>
    internal int? EarliestFor(int arrival) => EarliestStart is { } earliest ? (int)Math.Clamp((long)earliest + arrival - Arrival, 0, arrival) : null;

    /// <summary>The call as nothing keeps it, with the arrival that is expected now.</summary>
    internal Call Release(Call call) => call with
    {
        EarliestStart = EarliestFor(call.Arrival),
        ArrivalWindows = ArrivalWindows,
        DepartureWindows = DepartureWindows,
        Pin = Pin,
        Optional = Optional,
        Rates = call.Rates with { Rejection = Rejection },
        Given = null,
    };

    /// <summary>A call that may not begin before a slot, although it might. What it has waited until then stays in its cost.</summary>
    internal static Call NotBefore(Call call, int now, int horizon)
    {
        if ((call.EarliestStart ?? call.Arrival) >= now)
        {
            return call;
        }

        if (call.Arrival >= now)
        {
            return call with { EarliestStart = now };
        }

        return call with { ArrivalWindows = Within(call.ArrivalWindows, new Interval(now, Math.Max(now, horizon) + 1)) };
    }

    /// <summary>The parts of windows within some slots.</summary>
    internal static TideWindows Within(TideWindows? windows, Interval slots) => new((windows?.Windows ?? [slots])
        .Select(window => new Interval(Math.Max(window.From, slots.From), Math.Min(window.To, slots.To))).Where(window => window.Length > 0));

    /// <summary>A call that stays as it is.</summary>
    internal static Call Fixed(Call call, Pin pin) => call with { Pin = pin, Optional = false, Rates = call.Rates with { Rejection = 0 } };
}
