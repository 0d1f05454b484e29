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

        bool IsThawed(int call) => etas.ContainsKey(call) || pins.ContainsKey(call);
        GivenCall Changed(int call)
        {
            var given = GivenCall.Of(problem.Calls[call]);
            return given with
            {
                Arrival = etas.TryGetValue(call, out var eta) && eta.EarliestStart is not null ? eta.Arrival : given.Arrival,
                EarliestStart = eta?.EarliestStart ?? given.EarliestStart,
                Pin = pins.TryGetValue(call, out var pin) ? Merged(given.Pin, pin.Item.Pin) : given.Pin,
                Now = 0,
                Hold = given.Hold == CallHold.Frozen && !IsThawed(call) ? CallHold.Frozen : CallHold.Free,
            };
        }

        Call[] news = [.. added.Select(happened => ((CallAdded)happened.Item).NewCall with { Given = null })];
        Given = [.. kept.Select(Changed), .. news.Select(GivenCall.Of)];
        Parts = problem.Parts with
        {
            Calls = [.. kept.Select((call, index) => Given[index].Release(etas.TryGetValue(call, out var eta) ? problem.Calls[call] with { Arrival = eta.Arrival } : problem.Calls[call])), .. news],
            CranePools = [.. problem.CranePools.Select((pool, index) => pool with { Outages = With(pool.Outages, $"/cranePools/{index}/outages", replan, happened => happened is CraneDown down && down.Pool == index ? new CraneOutage(down.Crane, Ahead(down.Slots, replan.Now), down.Reason) : null) })],
            Closures = With(problem.Closures, "/closures", replan, happened => happened is BerthClosed closed ? new Closure { Quay = closed.Quay, Sections = closed.Sections, Slots = Ahead(closed.Slots, replan.Now), Reason = closed.Reason } : null),
            Movements = problem.Movements with { Bans = With(problem.Movements.Bans, "/movements/bans", replan, happened => Ban(happened, replan.Now)) },
            Baseline = Baseline(problem, replan.Prices, IsThawed),
            Objective = replan.Prices is not null && problem.Objective.Change == 0 ? problem.Objective with { Change = 1 } : problem.Objective,
        };
    }

    /// <summary>The parts. Nothing is held in them, and nothing kept out of the past.</summary>
    public BerthParts Parts { get; }

    /// <summary>What each call is given as; a freeze that goes on is its hold.</summary>
    public ImmutableArray<GivenCall> Given { get; }

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

    /// <summary>What was frozen stays so, unless it is thawed.</summary>
    private Baseline? Baseline(BerthProblem problem, ChangePrices? prices, Func<int, bool> isThawed)
    {
        BaselineEntry? Before(int call) => call < 0 || problem.Baseline?.Entries[call] is not { } entry ? null : entry with { Frozen = entry.Frozen && !isThawed(call) };

        return prices is null && problem.Baseline is null ? null : new Baseline
        {
            Entries = [.. OldCalls.Select((old, call) => prices is null ? Before(old)
                : Plan.Assignments[call] is not { } planned ? null
                : Before(old) is { Frozen: true } frozen ? prices.EntryOf(planned) with { Frozen = true, Cranes = frozen.Cranes }
                : prices.EntryOf(planned))],
        };
    }

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
