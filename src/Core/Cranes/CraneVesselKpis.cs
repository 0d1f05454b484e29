using System.Collections.Immutable;
using BerthOpt.Cranes.Checking;

namespace BerthOpt.Cranes;

/// <summary>What a terminal asks of the work on one vessel. A crane is at the vessel from the start of its first task there to the end of its last one there.</summary>
public sealed record CraneVesselKpis
{
    private CraneVesselKpis()
    {
    }

    /// <summary>Id of the vessel.</summary>
    public required string Vessel { get; init; }

    /// <summary>From the first start to the last end of its tasks, in hours; 0 without tasks.</summary>
    public required double WorkHours { get; init; }

    /// <summary>Time of all cranes at the vessel, in hours.</summary>
    public required double CraneHours { get; init; }

    /// <summary>Container moves of its tasks that say it (TIC 4.0: QCM).</summary>
    public required long ContainerMoves { get; init; }

    /// <summary>Container moves for each hour of work, <c>ContainerMoves / WorkHours</c> (berth moves per hour, BMPH); null when no moves are known or no time passes.</summary>
    public required double? BerthProductivity { get; init; }

    /// <summary>Container moves for each hour of a crane at the vessel; null when no moves are known or no time passes.</summary>
    public required double? MovesPerCraneHour { get; init; }

    /// <summary>Crane hours over hours of work: the average number of cranes; 0 when no time passes. Berth productivity is this times the moves per crane-hour.</summary>
    public required double CraneIntensity { get; init; }

    /// <summary>Completion after the vessel's due slot, in hours; 0 without tasks.</summary>
    public required double LatenessHours { get; init; }

    internal static ImmutableArray<CraneVesselKpis> All(CraneProblem problem, Stint[] stints, double hours)
    {
        var tasks = stints.ToLookup(stint => stint.Task.Vessel);
        return [.. problem.Vessels.Select((vessel, index) => Of(vessel, [.. tasks[index]], hours))];
    }

    internal static double? Rate(long moves, double hours) => moves > 0 && hours > 0 ? moves / hours : null;

    internal static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    private static CraneVesselKpis Of(CraneVessel vessel, List<Stint> tasks, double hours)
    {
        var work = CraneUse.Span(tasks);
        var cranes = tasks.Where(task => task.Crane is not null).GroupBy(task => task.Number).Sum(CraneUse.Span);
        var moves = tasks.Sum(task => (long)task.Task.Moves);
        return new CraneVesselKpis
        {
            Vessel = vessel.Id,
            WorkHours = hours * work,
            CraneHours = hours * cranes,
            ContainerMoves = moves,
            BerthProductivity = Rate(moves, hours * work),
            MovesPerCraneHour = Rate(moves, hours * cranes),
            CraneIntensity = Share(cranes, work),
            LatenessHours = hours * tasks.Select(task => Math.Max(0, task.End - vessel.Due)).Append(0).Max(),
        };
    }
}
