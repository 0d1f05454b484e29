using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Berths;

/// <summary>The parts of a problem with events and pins in them, and the plan in the order of its calls.</summary>
internal sealed class EventEffects
{
    private readonly Dictionary<string, string> _places = [];

    /// <param name="problem">The problem.</param>
    /// <param name="plan">A plan of it.</param>
    /// <param name="replan">Events that keep <see cref="ReplanRules"/>.</param>
    public EventEffects(BerthProblem problem, BerthPlan plan, BerthReplan replan)
    {
        var omitted = replan.Events.OfType<CallOmitted>().Select(gone => gone.Call).ToHashSet();
        var added = replan.Events.Index().Where(happened => happened.Item is CallAdded).ToArray();
        int[] kept = [.. Enumerable.Range(0, problem.Calls.Length).Where(call => !omitted.Contains(call))];
        OldCalls = [.. kept, .. added.Select(_ => -1)];
        Plan = new BerthPlan(OldCalls.Select(call => call < 0 ? null : plan.Assignments[call]));
        var etas = replan.Events.Index().Where(happened => happened.Item is EtaChanged).ToDictionary(happened => ((EtaChanged)happened.Item).Call, happened => (EtaChanged)happened.Item);
        var pins = replan.Pins.Index().ToDictionary(pin => pin.Item.Call);
        for (var index = 0; index < kept.Length; index++)
        {
            if (pins.TryGetValue(kept[index], out var pin))
            {
                _places[$"/calls/{index}/pin"] = $"/pins/{pin.Index}";
            }
        }

        for (var index = 0; index < added.Length; index++)
        {
            _places[$"/calls/{kept.Length + index}"] = $"/events/{added[index].Index}/newCall";
        }

        Call Changed(int call)
        {
            var now = etas.TryGetValue(call, out var eta) ? Arriving(problem.Calls[call], eta) : problem.Calls[call];
            return pins.TryGetValue(call, out var pin) ? now with { Pin = Merged(now.Pin, pin.Item.Pin) } : now;
        }

        Parts = problem.Parts with
        {
            Calls = [.. kept.Select(Changed), .. added.Select(happened => ((CallAdded)happened.Item).NewCall)],
            CranePools = [.. problem.CranePools.Select((pool, index) => pool with { Outages = With(pool.Outages, $"/cranePools/{index}/outages", replan, happened => happened is CraneDown down && down.Pool == index ? new CraneOutage(down.Crane, Ahead(down.Slots, replan.Now), down.Reason) : null) })],
            Closures = With(problem.Closures, "/closures", replan, happened => happened is BerthClosed closed ? new Closure { Quay = closed.Quay, Sections = closed.Sections, Slots = Ahead(closed.Slots, replan.Now), Reason = closed.Reason } : null),
            Movements = problem.Movements with { Bans = With(problem.Movements.Bans, "/movements/bans", replan, happened => Ban(happened, replan.Now)) },
            Baseline = Baseline(problem, replan.Prices, etas),
            Objective = replan.Prices is not null && problem.Objective.Change == 0 ? problem.Objective with { Change = 1 } : problem.Objective,
        };
    }

    public BerthParts Parts { get; }

    public BerthPlan Plan { get; }

    /// <summary>For each call its index in the problem; -1 for one that is new.</summary>
    public ImmutableArray<int> OldCalls { get; }

    /// <summary>What the rules of a problem find in the parts, at its place among the events and pins.</summary>
    public List<Fault> Faults() => [.. BerthRules.Faults(Parts).Select(fault => fault with { Place = PlaceOf(fault.Place) })];

    private string PlaceOf(string place)
    {
        for (var end = place.Length; end > 0; end = place.LastIndexOf('/', end - 1))
        {
            if (_places.TryGetValue(place[..end], out var known))
            {
                return known + place[end..];
            }
        }

        return place.StartsWith("/objective", StringComparison.Ordinal) ? "/prices" : "";
    }

    private ImmutableArray<T> With<T>(ImmutableArray<T> before, string place, BerthReplan replan, Func<BerthEvent, T?> effect)
        where T : class
    {
        var all = before.ToBuilder();
        for (var index = 0; index < replan.Events.Length; index++)
        {
            if (effect(replan.Events[index]) is { } one)
            {
                _places[$"{place}/{all.Count}"] = $"/events/{index}";
                all.Add(one);
            }
        }

        return all.ToImmutable();
    }

    private Baseline? Baseline(BerthProblem problem, ChangePrices? prices, Dictionary<int, EtaChanged> etas) =>
        prices is not null ? new Baseline { Entries = [.. Plan.Assignments.Select((stay, call) => stay is { } planned ? Frozen(prices.EntryOf(planned), OldEntry(problem, call), etas.GetValueOrDefault(OldCalls[call])) : null)] }
        : problem.Baseline is { } before ? new Baseline { Entries = [.. OldCalls.Select(call => call < 0 ? null : before.Entries[call])] }
        : null;

    private BaselineEntry? OldEntry(BerthProblem problem, int call) => OldCalls[call] < 0 ? null : problem.Baseline?.Entries[OldCalls[call]];

    /// <summary>What was frozen stays so, unless the ship comes too late for it.</summary>
    private static BaselineEntry Frozen(BaselineEntry priced, BaselineEntry? before, EtaChanged? eta) =>
        before is { Frozen: true } && !(eta?.Arrival > before.Start) ? priced with { Frozen = true, Cranes = before.Cranes } : priced;

    private static Call Arriving(Call call, EtaChanged eta) => call with
    {
        Arrival = eta.Arrival,
        EarliestStart = eta.EarliestStart ?? (call.EarliestStart is { } earliest ? Math.Clamp(earliest + eta.Arrival - call.Arrival, 0, eta.Arrival) : null),
    };

    private static Pin Merged(Pin? before, Pin now) => before is null ? now : new Pin(
        now.Quay ?? before.Quay,
        now.Position ?? (now.Quay is null || now.Quay == before.Quay ? before.Position : null),
        now.Start ?? before.Start,
        now.Cranes ?? before.Cranes,
        now.FirstCrane ?? (now.Cranes is null || now.Cranes == before.Cranes ? before.FirstCrane : null));

    private static MovementBan? Ban(BerthEvent happened, int now) => happened switch
    {
        WindLimit wind => new MovementBan { Slots = Ahead(wind.Slots, now), MinLength = wind.MinLength, Reason = wind.Reason },
        VisibilityClosed fog => new MovementBan { Slots = Ahead(fog.Slots, now), Reason = fog.Reason },
        _ => null,
    };

    private static Interval Ahead(Interval slots, int now) => new(Math.Max(slots.From, now), slots.To);
}
