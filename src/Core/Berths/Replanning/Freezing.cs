using System.Collections.Immutable;
using BerthOpt.Berths.Checking;

namespace BerthOpt.Berths;

/// <summary>Keeps what has begun and what is frozen where it is, and everything else from beginning or leaving in the past.</summary>
internal static class Freezing
{
    /// <summary>The problem of a plan once events have happened, in which the past is past.</summary>
    /// <param name="effects">The parts, with events and pins in them, and the plan in force.</param>
    /// <param name="replan">From when on calls are free.</param>
    /// <param name="released">What could not be kept, and why.</param>
    public static BerthProblem Apply(EventEffects effects, BerthReplan replan, out ImmutableArray<ReleasedCall> released)
    {
        var (parts, plan) = (effects.Parts, effects.Plan);
        var until = Math.Max(replan.Now, replan.FreezeUntil);
        CallHold[] holds = [.. plan.Assignments.Select((stay, call) =>
            ReplanRules.HasBegun(stay, replan.Now) ? CallHold.Begun
            : ReplanRules.HasBegun(stay, until) || (stay is not null && effects.Given[call].Hold == CallHold.Frozen) ? CallHold.Frozen
            : CallHold.Free)];
        var ahead = new Interval(replan.Now, Math.Max(replan.Now, parts.Horizon) + 1);
        var free = new BerthProblem(parts with
        {
            Calls = [.. parts.Calls.Select((call, index) => holds[index] != CallHold.Begun ? GivenCall.NotBefore(call, replan.Now, parts.Horizon)
                : plan.Assignments[index]!.Value.End > replan.Now ? Leaving(call, ahead) : call)],
        });

        // What has begun goes before what is frozen: calls that an event has made impossible side by side give way in turn.
        int[] order = [.. Enumerable.Range(0, holds.Length).Where(call => holds[call] != CallHold.Free).OrderBy(call => holds[call]).ThenBy(call => plan.Assignments[call]!.Value.Start)];
        var why = StandingCalls.Of(free, plan, order);
        var begun = order.Where(call => holds[call] == CallHold.Begun && why[call] is not null).ToDictionary(call => call, call => why[call]);
        foreach (var call in begun.Keys)
        {
            (plan, why) = OtherCranes.Of(free, plan, order, why, holds.Count(hold => hold == CallHold.Begun), call);
        }

        foreach (var (call, reason) in begun)
        {
            why[call] = reason;
        }

        released = [.. order.Where(call => why[call] is not null).Select(call => new ReleasedCall(call, holds[call], why[call]!))];
        return new BerthProblem(free.Parts with
        {
            Calls = [.. parts.Calls.Select((call, index) =>
            {
                var given = effects.Given[index] with { Hold = holds[index] == CallHold.Frozen && why[index] is not null ? CallHold.Free : holds[index] };
                if (given.Hold == CallHold.Begun)
                {
                    var stay = effects.Plan.Assignments[index]!.Value;
                    given = given with { Leaving = Leaves(free, index, stay, ahead, hasItsCranes: why[index] is null) };
                    return Held(given, Leaving(call, given.Leaving), stay, hasItsCranes: why[index] is null);
                }

                return Held(given with { Now = ReferenceEquals(free.Calls[index], call) ? 0 : replan.Now }, free.Calls[index], effects.Plan.Assignments[index], hasItsCranes: true);
            })],
        });
    }

    /// <summary>Parts in which every call that a plan has stays as it is.</summary>
    /// <param name="parts">The parts; what is behind the plan's calls stays free.</param>
    /// <param name="plan">A plan of the first calls.</param>
    public static BerthParts Hold(BerthParts parts, BerthPlan plan) => parts with
    {
        Calls = [.. parts.Calls.Select((call, index) => index < plan.Assignments.Length && plan.Assignments[index] is { } stay ? GivenCall.Fixed(call, PinAt(stay)) : call)],
    };

    /// <summary>A call as it is held, and what it was given as where that is something else.</summary>
    private static Call Held(GivenCall given, Call call, Assignment? stay, bool hasItsCranes) =>
        given.Hold != CallHold.Free && stay is { } at ? GivenCall.Fixed(call, hasItsCranes ? PinAt(at) : PinAt(at) with { Cranes = null, FirstCrane = null }) with { Given = given }
        : call with { Given = given.Now > 0 || given.Arrival != call.Arrival ? given : null };

    /// <summary>
    /// The slots at which a call that has begun leaves: when it did, or from now on; null where its handling alone says so. Else one whose handling is over before
    /// might be given a departure that is past, and one that has left another one, to make room below a cap on movements.
    /// </summary>
    private static Interval? Leaves(BerthProblem problem, int call, Assignment stay, Interval ahead, bool hasItsCranes)
    {
        var handled = stay.Start + (Visit.Of(problem, call, stay).Handling ?? 0);
        if (stay.End > ahead.From)
        {
            return hasItsCranes && handled >= ahead.From ? null : ahead;
        }

        return handled < stay.End || (handled == stay.End && !problem.Movements.Caps.IsEmpty) ? new Interval(stay.End, stay.End + 1) : null;
    }

    private static Call Leaving(Call call, Interval? slots) => slots is { } within ? call with { DepartureWindows = GivenCall.Within(call.DepartureWindows, within) } : call;

    private static Pin PinAt(Assignment stay) =>
        new(stay.Quay, stay.Position, stay.Start, stay.Cranes > 0 ? stay.Cranes : null, stay.Cranes > 0 && stay.FirstCrane >= 0 ? stay.FirstCrane : null);
}
