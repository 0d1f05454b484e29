namespace BerthOpt.Berths.Checking;

/// <summary>Deviation and handling time of one call, straight from the formula on <see cref="Handling"/>.</summary>
internal static class HandlingTime
{
    /// <summary>Longer than any horizon, yet small enough to be multiplied by cranes and rates in 128 bits.</summary>
    public const long Longest = 1L << 40;

    public static long Deviation(Call call, Assignment assignment, Quay quay)
    {
        if (call.PreferredQuay is { } wished && wished != assignment.Quay)
        {
            return quay.Length;
        }

        return call.PreferredPosition is { } position ? Math.Abs((long)assignment.Position - position) : 0;
    }

    /// <summary>Slots, at most <see cref="Longest"/>; null when the number of cranes is out of range or the call cannot be worked on there.</summary>
    public static long? Of(BerthProblem problem, Call call, Assignment assignment, long deviation)
    {
        var handling = call.Handling;
        var counted = handling.MaxCranes > 0;
        if ((counted && (assignment.Cranes < handling.MinCranes || assignment.Cranes > handling.MaxCranes)) || Row(problem, handling, assignment) is not { } row)
        {
            return null;
        }

        var step = counted ? assignment.Cranes - handling.MinCranes : 0;
        var work = handling.Work[(row * handling.CraneColumns) + (handling.CraneColumns == 1 ? 0 : step)];
        if (work == Handling.Forbidden)
        {
            return null;
        }

        Int128 thousandths = handling.Productivity.IsEmpty ? 1000 : handling.Productivity[step];
        Int128 numerator = (Int128)work * 1000 * (1_000_000 + ((Int128)handling.DeviationLossPpm * deviation));
        Int128 denominator = thousandths * 1_000_000;
        return (long)Int128.Min((numerator + denominator - 1) / denominator, Longest);
    }

    private static int? Row(BerthProblem problem, Handling handling, Assignment assignment)
    {
        if (handling.BerthRows == 1)
        {
            return 0;
        }

        if (problem.Quays[assignment.Quay].Layout == QuayLayout.Continuous)
        {
            return null;
        }

        return problem.Quays.Take(assignment.Quay).Sum(quay => quay.Berths.Length) + assignment.Berth;
    }
}
