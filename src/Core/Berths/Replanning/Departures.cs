using BerthOpt.Berths.Checking;

namespace BerthOpt.Berths;

/// <summary>When the calls of a plan can leave, in a problem with other bans than the one that it was made for.</summary>
internal static class Departures
{
    /// <summary>The plan with every call that may not leave when it was to leaving as soon as it may; those first whose place is wanted first.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A plan with an entry for each of its calls.</param>
    public static BerthPlan Delayed(BerthProblem problem, BerthPlan plan)
    {
        var visits = Visit.All(problem, plan);
        var late = visits.OfType<Visit>().Where(visit => visit.Handling is not null && (problem.Movements.Bans.Any(ban => MovementCheck.Forbids(ban, visit, visit.End)) || visit.Call.DepartureWindows is { } tides && !MovementCheck.Inside(tides, visit.End))).ToHashSet();
        if (late.Count == 0)
        {
            return plan;
        }

        var ends = plan.Assignments.ToBuilder();
        var movements = new Dictionary<(int Cap, long Period), int>();
        foreach (var visit in visits.OfType<Visit>())
        {
            Count(problem, visit, visit.Start, movements);
            if (!late.Contains(visit))
            {
                Count(problem, visit, visit.End, movements);
            }
        }

        foreach (var visit in late.OrderBy(visit => Wanted(visits, visit)).ThenBy(visit => visit.Index))
        {
            var slot = visit.Start + visit.Handling!.Value;
            while (slot <= problem.Horizon && Wait(problem, visit, slot, movements) is { } later)
            {
                slot = later;
            }

            if (slot <= problem.Horizon)
            {
                ends[visit.Index] = visit.Assignment with { End = (int)slot };
                Count(problem, visit, slot, movements);
            }
        }

        return new BerthPlan(ends);
    }

    private static void Count(BerthProblem problem, Visit visit, long slot, Dictionary<(int Cap, long Period), int> movements)
    {
        foreach (var (index, cap) in problem.Movements.Caps.Index().Where(cap => MovementCheck.Counts(cap.Item, visit)))
        {
            movements[(index, slot / cap.PeriodSlots)] = movements.GetValueOrDefault((index, slot / cap.PeriodSlots)) + 1;
        }
    }

    /// <summary>A later slot until which the call may not leave; null where it may leave.</summary>
    private static long? Wait(BerthProblem problem, Visit visit, long slot, Dictionary<(int Cap, long Period), int> movements)
    {
        foreach (var ban in problem.Movements.Bans.Where(ban => MovementCheck.Forbids(ban, visit, slot)))
        {
            return ban.Slots.To;
        }

        if (visit.Call.DepartureWindows is { } tides && !MovementCheck.Inside(tides, slot))
        {
            return tides.Windows.Where(window => window.From > slot).Select(window => (long)window.From).FirstOrDefault(long.MaxValue);
        }

        foreach (var (index, cap) in problem.Movements.Caps.Index().Where(cap => MovementCheck.Counts(cap.Item, visit)))
        {
            if (movements.GetValueOrDefault((index, slot / cap.PeriodSlots)) >= cap.Max)
            {
                return cap.Max == 0 ? long.MaxValue : ((slot / cap.PeriodSlots) + 1) * cap.PeriodSlots;
            }
        }

        return null;
    }

    /// <summary>The slot from which on somebody else is to lie where a call lies, or at which it must have left for another reason.</summary>
    private static long Wanted(Visit?[] visits, Visit visit) => visits.OfType<Visit>()
        .Where(other => other != visit && other.Start >= visit.Start && other.Assignment.Quay == visit.Assignment.Quay && other.Sections is { } there && visit.Sections is { } here && there.From < here.To && here.From < there.To)
        .Select(other => other.Start).Append(visit.Call.Deadline).Min();
}
