using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes.Checking;

/// <summary>
/// Whether cranes have the time to get where they work and out of each other's way. A sweep over the starts meets only pairs with less
/// time between them than the longest travel that any pair needs.
/// </summary>
internal static class RailCheck
{
    private readonly record struct Near(Stint Stint, int Crane, long Start, long Free, long Position);

    /// <summary>Sections that two cranes at these positions are too near, or on the wrong sides; 0 or less when they are not. For one crane: how far the positions lie apart.</summary>
    public static long Missing(Rail rail, int one, long atOne, int two, long atTwo)
    {
        var between = one < two ? atOne - atTwo : atTwo - atOne;
        return one == two ? Math.Abs(between) : between + ((long)rail.Clearance * Math.Abs(one - two));
    }

    public static void Run(CraneProblem problem, Stint[] stints, FaultLog<CraneFault> faults)
    {
        var known = stints.Where(stint => stint.Crane is not null).OrderBy(stint => stint.Start).ThenBy(stint => stint.Index).ToArray();
        if (known.Length == 0)
        {
            return;
        }

        var rail = problem.Rail;
        var span = known.Max(stint => (long)stint.Task.Position) - known.Min(stint => (long)stint.Task.Position);
        var longest = rail.Travel(span + ((long)rail.Clearance * (known.Max(stint => stint.Number) - known.Min(stint => stint.Number))));
        var near = new Near[known.Length];
        var count = 0;
        foreach (var stint in known)
        {
            var next = new Near(stint, stint.Number, stint.Start, stint.Free, stint.Task.Position);
            var kept = 0;
            for (var index = 0; index < count; index++)
            {
                ref readonly var before = ref near[index];
                if (before.Free + longest > next.Start)
                {
                    Judge(rail, before, next, faults);
                    near[kept++] = before;
                }
            }

            near[kept++] = next;
            count = kept;
        }
    }

    private static void Judge(Rail rail, in Near one, in Near two, FaultLog<CraneFault> faults)
    {
        var missing = Missing(rail, one.Crane, one.Position, two.Crane, two.Position);
        var same = one.Crane == two.Crane;
        if ((missing <= 0 && !same) || Enough(rail, two.Start - one.Free, missing) || Enough(rail, one.Start - two.Free, missing))
        {
            return;
        }

        if (!same)
        {
            faults.Add(CraneFaultCodes.Interference, one.Stint.Index, two.Stint.Index, $"{one.Stint.Where(faults.Words)} is in the way of {two.Stint.Where(faults.Words)}; expected at least {faults.Words.Duration(rail.Travel(missing))} from the end of one to the start of the other, in which one crane makes room of {faults.Words.Metres(missing)}.");
        }
        else if (two.Start >= one.Free || one.Start >= two.Free)
        {
            faults.Add(CraneFaultCodes.CraneTravel, one.Stint.Index, two.Stint.Index, $"{one.Stint.Where(faults.Words)} is too soon before {two.Stint.Where(faults.Words)}; expected at least {faults.Words.Duration(rail.Travel(missing))} from the end of one to the start of the other, in which the crane travels {faults.Words.Metres(missing)}.");
        }
        else
        {
            faults.Add(CraneFaultCodes.CraneShared, one.Stint.Index, two.Stint.Index, $"{one.Stint.Where(faults.Words)} is at the same time as {two.Stint.Where(faults.Words)}; expected one after the other.");
        }
    }

    // slots >= ceil(sections * TravelSlots / TravelSections), without the division; at most 2^33 * 10^6 on the left and 2^38 * 10^6 on the right.
    private static bool Enough(Rail rail, long slots, long sections) => slots >= 0 && slots * rail.TravelSections >= sections * rail.TravelSlots;
}
