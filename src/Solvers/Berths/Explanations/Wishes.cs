namespace BerthOpt.Berths;

/// <summary>What a call of a plan may wish: its wished place, the first start that it could have alone, both; or to be taken in.</summary>
internal static class Wishes
{
    public static IEnumerable<(string Code, Pin Pin)> Of(BerthProblem problem, BerthPlan plan, int call)
    {
        if (plan.Assignments[call] is not { } at)
        {
            yield return (CounterfactualCodes.TakenIn, new Pin());
            yield break;
        }

        var place = Place(problem, problem.Calls[call], at);
        var start = FirstStart(problem, problem.Calls[call], at);
        if (place is not null)
        {
            yield return (CounterfactualCodes.WishedPlace, place);
        }

        if (start is not null)
        {
            yield return (CounterfactualCodes.FirstStart, new Pin(Start: start));
        }

        if (place is not null && start is not null)
        {
            yield return (CounterfactualCodes.WishedPlaceFirstStart, place with { Start = start });
        }
    }

    /// <summary>The place at its wished quay that is nearest to its wish; null where it lies there, or wishes nothing.</summary>
    private static Pin? Place(BerthProblem problem, Call call, Assignment at)
    {
        var number = call.PreferredQuay ?? at.Quay;
        var quay = problem.Quays[number];
        if (call.PreferredPosition is not { } wish)
        {
            return number == at.Quay ? null : new Pin(number);
        }

        var room = problem.Clearances.QuayEndSections;
        var position = quay.Layout == QuayLayout.Continuous
            ? Math.Clamp(wish, Math.Min(room, Math.Max(0, quay.Length - call.Length)), Math.Max(Math.Min(room, Math.Max(0, quay.Length - call.Length)), quay.Length - call.Length - room))
            : quay.Berths.Where(berth => quay.Layout == QuayLayout.Hybrid || berth.Length >= call.Length).Select(berth => berth.Start).DefaultIfEmpty(at.Position).MinBy(start => Math.Abs(start - wish));
        return number == at.Quay && position == at.Position ? null : new Pin(number, position);
    }

    /// <summary>The first start that its own times and the movements of hulls of its length admit; null where it has it.</summary>
    private static int? FirstStart(BerthProblem problem, Call call, Assignment at)
    {
        var first = new MovableSlots(problem).Arrivals(call);
        for (var slot = call.EarliestStart ?? call.Arrival; slot < at.Start; slot++)
        {
            if (first is null || (first[slot >> 6] >> (slot & 63) & 1) == 1)
            {
                return slot;
            }
        }

        return null;
    }
}
