namespace BerthOpt.Berths;

/// <summary>Keeps what has begun and what is frozen where it is, and everything else from beginning in the past.</summary>
internal static class Freezing
{
    /// <summary>The problem of some parts in which the past is past.</summary>
    /// <param name="parts">The parts, with events and pins in them.</param>
    /// <param name="plan">The plan in force, in the order of their calls.</param>
    /// <param name="replan">From when on calls are free.</param>
    public static BerthProblem Apply(BerthParts parts, BerthPlan plan, BerthReplan replan)
    {
        var free = new BerthProblem(parts with { Calls = [.. parts.Calls.Select((call, index) => ReplanRules.HasBegun(plan.Assignments[index], replan.Now) ? call : From(call, replan.Now, parts.Horizon))] });
        var until = Math.Max(replan.Now, replan.FreezeUntil);
        if (!plan.Assignments.Any(stay => ReplanRules.HasBegun(stay, until)))
        {
            return free;
        }

        // What has begun goes before what is frozen, and that before the rest: calls that an event has made impossible side by side give way in turn.
        var order = Enumerable.Range(0, parts.Calls.Length)
            .OrderBy(call => plan.Assignments[call] is { } stay ? stay.Start < replan.Now ? 0 : stay.Start < until ? 1 : 2 : 3)
            .ThenBy(call => plan.Assignments[call]?.Start).ToArray();
        var stands = StandingCalls.Of(free, plan, order);
        return new BerthProblem(free.Parts with
        {
            Calls = [.. free.Calls.Select((call, index) =>
                plan.Assignments[index] is not { } stay || stay.Start >= until ? call
                : stands[index] ? Fixed(call, PinAt(stay))
                : stay.Start < replan.Now ? Fixed(call, PinAt(stay) with { Cranes = null, FirstCrane = null })
                : call)],
        });
    }

    /// <summary>Parts in which every call that a plan has stays as it is.</summary>
    /// <param name="parts">The parts; what is behind the plan's calls stays free.</param>
    /// <param name="plan">A plan of the first calls.</param>
    public static BerthParts Hold(BerthParts parts, BerthPlan plan) => parts with
    {
        Calls = [.. parts.Calls.Select((call, index) => index < plan.Assignments.Length && plan.Assignments[index] is { } stay ? Fixed(call, PinAt(stay)) : call)],
    };

    /// <summary>A call that may not begin before now. What it has waited until then stays in its cost.</summary>
    private static Call From(Call call, int now, int horizon)
    {
        if ((call.EarliestStart ?? call.Arrival) >= now)
        {
            return call;
        }

        if (call.Arrival >= now)
        {
            return call with { EarliestStart = now };
        }

        var windows = call.ArrivalWindows?.Windows ?? [new Interval(now, horizon + 1)];
        return call with { ArrivalWindows = new TideWindows(windows.Where(window => window.To > now).Select(window => new Interval(Math.Max(window.From, now), window.To))) };
    }

    private static Call Fixed(Call call, Pin pin) => call with { Pin = pin, Optional = false, Rates = call.Rates with { Rejection = 0 } };

    private static Pin PinAt(Assignment stay) =>
        new(stay.Quay, stay.Position, stay.Start, stay.Cranes > 0 ? stay.Cranes : null, stay.Cranes > 0 && stay.FirstCrane >= 0 ? stay.FirstCrane : null);
}
