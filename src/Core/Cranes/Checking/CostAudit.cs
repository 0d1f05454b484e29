namespace BerthOpt.Cranes.Checking;

/// <summary>Prices a plan, term by term, in 128 bits; what does not fit 64 bits (only plans with absurd values) is held at their limits.</summary>
internal static class CostAudit
{
    public static CraneCost Of(CraneProblem problem, Stint[] stints)
    {
        var weights = problem.Objective;
        var makespan = stints.Select(stint => stint.End).Append(0).Max();
        var completions = new long?[problem.Vessels.Length];
        foreach (var stint in stints)
        {
            var vessel = stint.Task.Vessel;
            completions[vessel] = Math.Max(completions[vessel] ?? stint.End, stint.End);
        }

        Int128 completion = 0;
        Int128 lateness = 0;
        for (var index = 0; index < completions.Length; index++)
        {
            if (completions[index] is { } done)
            {
                var vessel = problem.Vessels[index];
                completion += (Int128)vessel.Rate * done;
                lateness += (Int128)vessel.Rate * Math.Max(0, done - vessel.Due);
            }
        }

        Int128 slots = 0;
        Int128 travel = 0;
        var cranes = Stint.ByCrane(problem, stints);
        for (var index = 0; index < cranes.Length; index++)
        {
            if (cranes[index].Count > 0)
            {
                slots += Math.Max(0, cranes[index].Max(stint => stint.End) - cranes[index][0].Start);
                travel += Travel(problem.Cranes[index], cranes[index]);
            }
        }

        return new CraneCost(
            Makespan: Held((Int128)weights.Makespan * makespan),
            Completion: Held(weights.Completion * completion),
            Lateness: Held(weights.Lateness * lateness),
            CraneSlots: Held(weights.CraneSlots * slots),
            Travel: Held(weights.Travel * travel));
    }

    /// <summary>Sections from the start position, where there is one, over the tasks to the final position, where there is one.</summary>
    public static long Travel(Crane crane, List<Stint> stints)
    {
        long sections = 0;
        long at = crane.Start ?? stints[0].Task.Position;
        foreach (var stint in stints)
        {
            sections += Math.Abs(stint.Task.Position - at);
            at = stint.Task.Position;
        }

        return sections + Math.Abs((crane.Final ?? at) - at);
    }

    private static long Held(Int128 value) => (long)Int128.Clamp(value, long.MinValue, long.MaxValue);
}
