namespace BerthOpt.Berths;

/// <summary>Which calls make room for a wish: in small problems all, in large ones those that lie nearest in time; the others stay where they are.</summary>
internal static class Surroundings
{
    private const int MostFree = 24;

    /// <summary>The problem with all calls held in their places but those around one call.</summary>
    /// <param name="problem">The problem, with the wish.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="call">The call that wishes.</param>
    /// <param name="wish">What it wishes, resolved.</param>
    public static BerthProblem Hold(BerthProblem problem, BerthPlan plan, int call, CallModel wish)
    {
        if (problem.Calls.Length <= MostFree)
        {
            return problem;
        }

        var now = plan.Assignments[call];
        var from = Math.Min(wish.Earliest, now?.Start ?? int.MaxValue);
        var to = Math.Max(wish.Earliest + Longest(wish), now?.End ?? 0);
        var free = Enumerable.Range(0, problem.Calls.Length)
            .Where(other => other != call)
            .OrderBy(other => Apart(problem, plan.Assignments[other], other, from, to))
            .ThenBy(other => plan.Assignments[other] is { } at && Rail(problem, at.Quay) == Rail(problem, Quay(problem, call, now)) ? 0 : 1)
            .ThenBy(other => plan.Assignments[other] is { } at && now is { } here ? Math.Abs(at.Position - here.Position) : 0)
            .ThenBy(other => other)
            .Take(MostFree)
            .Append(call)
            .ToHashSet();
        return new BerthProblem(problem.Parts with { Calls = [.. problem.Calls.Select((one, index) => free.Contains(index) || plan.Assignments[index] is not { } at ? one : Held(problem, one, at))] });
    }

    private static int Longest(CallModel wish) => wish.Zones.SelectMany(zone => zone.Options).Select(option => option.MaxSlots).DefaultIfEmpty(0).Max();

    private static int Quay(BerthProblem problem, int call, Assignment? now) => problem.Calls[call].Pin?.Quay ?? now?.Quay ?? 0;

    private static int Rail(BerthProblem problem, int quay)
    {
        var pool = problem.CranePools.ToList().FindIndex(pool => pool.Quays.Contains(quay));
        return pool >= 0 ? pool : problem.CranePools.Length + quay;
    }

    /// <summary>Slots between a stay and the time of the wish; 0 where they meet.</summary>
    private static long Apart(BerthProblem problem, Assignment? stay, int call, int from, int to) => stay is { } at
        ? Math.Max(0, Math.Max((long)from - at.End, (long)at.Start - to))
        : Math.Max(0, Math.Max((long)from - problem.Calls[call].Arrival, (long)problem.Calls[call].Arrival - to));

    private static Call Held(BerthProblem problem, Call call, Assignment at)
    {
        var hasCranes = call.Handling.MaxCranes > 0;
        return WishedCall.Mandatory(call) with { Pin = new Pin(at.Quay, at.Position, at.Start, hasCranes ? at.Cranes : null, call.Pin?.FirstCrane) };
    }
}
