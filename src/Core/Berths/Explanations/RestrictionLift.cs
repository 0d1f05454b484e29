namespace BerthOpt.Berths;

/// <summary>A problem without some of its restrictions.</summary>
internal static class RestrictionLift
{
    public static BerthProblem From(BerthProblem problem, IReadOnlySet<Restriction> lifted)
    {
        bool Keeps(RestrictionKind kind, int index, int part = -1) => !lifted.Contains(new Restriction(kind, index, part));

        var parts = problem.Parts;
        return new BerthProblem(parts with
        {
            Calls = [.. parts.Calls.Select((call, index) => Of(call, kind => Keeps(kind, index), parts.Horizon))],
            Baseline = parts.Baseline is { } baseline ? baseline with { Entries = [.. baseline.Entries.Select((entry, index) => entry is { Frozen: true } && !Keeps(RestrictionKind.Frozen, index) ? entry with { Frozen = false } : entry)] } : null,
            Closures = [.. parts.Closures.Where((_, index) => Keeps(RestrictionKind.Closure, index))],
            Movements = new MovementLimits
            {
                Bans = [.. parts.Movements.Bans.Where((_, index) => Keeps(RestrictionKind.MovementBan, index))],
                Caps = [.. parts.Movements.Caps.Where((_, index) => Keeps(RestrictionKind.MovementCap, index))],
            },
            CranePools = [.. parts.CranePools.Select((pool, index) => pool with
            {
                Outages = [.. pool.Outages.Where((_, number) => Keeps(RestrictionKind.CraneOutage, index, number))],
                Reaches = [.. pool.Reaches.Where(reach => Keeps(RestrictionKind.CraneReach, index, reach.Crane))],
                Travel = Keeps(RestrictionKind.CraneTravel, index) ? pool.Travel : null,
            })],
            Quays = [.. parts.Quays.Select((quay, index) => Of(quay, number => Keeps(RestrictionKind.Break, index, number), Keeps(RestrictionKind.Opening, index)))],
            Clearances = Keeps(RestrictionKind.Clearances, 0) ? parts.Clearances : new Clearances(),
        });
    }

    private static Call Of(Call call, Func<RestrictionKind, bool> keeps, int horizon)
    {
        var lifted = Own(call, keeps);
        if (call.Given is not { Now: > 0 } given || (keeps(RestrictionKind.Arrival) && keeps(RestrictionKind.ArrivalWindows) && keeps(RestrictionKind.Now)))
        {
            return lifted;
        }

        var free = lifted with
        {
            EarliestStart = keeps(RestrictionKind.Arrival) ? given.EarliestFor(call.Arrival) : 0,
            ArrivalWindows = keeps(RestrictionKind.ArrivalWindows) ? given.ArrivalWindows : null,
        };
        return keeps(RestrictionKind.Now) ? GivenCall.NotBefore(free, given.Now, horizon) : free;
    }

    private static Call Own(Call call, Func<RestrictionKind, bool> keeps) => call with
    {
        Optional = call.Optional || !keeps(RestrictionKind.Call),
        Rates = keeps(RestrictionKind.Call) ? call.Rates : call.Rates with { Rejection = 0 },
        EarliestStart = keeps(RestrictionKind.Arrival) ? call.EarliestStart : 0,
        LatestStart = keeps(RestrictionKind.LatestStart) ? call.LatestStart : Call.Never,
        Deadline = keeps(RestrictionKind.Deadline) ? call.Deadline : Call.Never,
        ArrivalWindows = keeps(RestrictionKind.ArrivalWindows) ? call.ArrivalWindows : null,
        DepartureWindows = Departures(call, keeps),
        Allowed = keeps(RestrictionKind.AllowedPlaces) ? call.Allowed : [],
        Requires = keeps(RestrictionKind.Equipment) ? call.Requires : [],
        DraughtCentimetres = keeps(RestrictionKind.Draught) ? call.DraughtCentimetres : 0,
        Pin = PinOf(call, keeps),
    };

    private static TideWindows? Departures(Call call, Func<RestrictionKind, bool> keeps)
    {
        var own = keeps(RestrictionKind.DepartureWindows);
        return call.Given is not { Hold: CallHold.Begun, Leaving: { } leaving } given ? (own ? call.DepartureWindows : null)
            : keeps(RestrictionKind.Begun) ? GivenCall.Within(own ? given.DepartureWindows : null, leaving)
            : own ? given.DepartureWindows : null;
    }

    private static Pin? PinOf(Call call, Func<RestrictionKind, bool> keeps)
    {
        var planners = keeps(RestrictionKind.Pin);
        return call.Given is not { Hold: not CallHold.Free } given ? (planners ? call.Pin : null)
            : keeps(given.Hold == CallHold.Begun ? RestrictionKind.Begun : RestrictionKind.Frozen) ? call.Pin
            : planners ? given.Pin : null;
    }

    private static Quay Of(Quay quay, Func<int, bool> keepsBreak, bool keepsOpening) => quay with
    {
        Breaks = [.. quay.Breaks.Where((_, number) => keepsBreak(number))],
        Open = keepsOpening ? quay.Open : 0,
        Close = keepsOpening ? quay.Close : int.MaxValue,
        Berths = keepsOpening ? quay.Berths : [.. quay.Berths.Select(berth => berth with { Open = 0, Close = int.MaxValue })],
    };
}
