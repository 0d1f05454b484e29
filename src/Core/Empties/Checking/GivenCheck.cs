using BerthOpt.Diagnostics;

namespace BerthOpt.Empties.Checking;

/// <summary>Whether nobody is given more than was asked for.</summary>
internal static class GivenCheck
{
    public static void Run(EmptiesProblem problem, KnownEntries known, FaultLog<EmptiesFault> faults)
    {
        foreach (var (index, count) in ByDemand(problem, known).Index())
        {
            var demand = problem.Demands[index];
            if (count > demand.Count)
            {
                faults.Add(EmptiesFaultCodes.OverGiven, demand.Location, demand.Period, $"Location \"{problem.Locations[demand.Location].Id}\" is given {count} containers for type \"{problem.Types[demand.Type].Id}\" in period {demand.Period}; expected at most {demand.Count}, which are asked for.");
            }
        }
    }

    /// <summary>How many of those asked for are served, demand by demand.</summary>
    public static long[] ByDemand(EmptiesProblem problem, KnownEntries known)
    {
        var given = new long[problem.Demands.Length];
        foreach (var fulfilment in known.Fulfilments)
        {
            given[fulfilment.Demand] += fulfilment.Count;
        }

        return given;
    }
}
