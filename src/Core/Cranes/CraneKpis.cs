using System.Collections.Immutable;
using BerthOpt.Cranes.Checking;

namespace BerthOpt.Cranes;

/// <summary>
/// What a terminal asks of a crane plan, in its own units. Meant for plans that the checker finds valid; any plan gives finite numbers.
/// Names follow TIC 4.0 where it has one. A crane is there from the start of its first task to the end of its last: its gross time, which is
/// its work, its travel between tasks, its waiting by interference and its idle time together.
/// </summary>
public sealed record CraneKpis
{
    private CraneKpis()
    {
    }

    /// <summary>Number of cranes with a task.</summary>
    public required int WorkingCranes { get; init; }

    /// <summary>Last end of all tasks, in hours from slot 0.</summary>
    public required double MakespanHours { get; init; }

    /// <summary>Container moves of the tasks that say it (TIC 4.0: QCM).</summary>
    public required long ContainerMoves { get; init; }

    /// <summary>Gross time of all cranes, in hours.</summary>
    public required double GrossCraneHours { get; init; }

    /// <summary>Work of all cranes, <c>end - start</c> of their tasks, in hours.</summary>
    public required double NetCraneHours { get; init; }

    /// <summary>Travel between the tasks of each crane, in hours; without the ways from its start and to its final position.</summary>
    public required double TravelHours { get; init; }

    /// <summary>
    /// Waiting by interference, in hours: between two tasks of a crane, the time from when it could have begun the second one (after the
    /// first, the travel and the vessel's readiness) to when the last crane in the way had made room, at most until it began.
    /// </summary>
    public required double InterferenceHours { get; init; }

    /// <summary>What is left of the gross time: <c>gross - net - travel - interference</c>, in hours; for precedences, vessels, outages, or nothing.</summary>
    public required double IdleHours { get; init; }

    /// <summary>Travel of all cranes from their start positions, where they have one, over their tasks to their final ones, in metres.</summary>
    public required double TravelMetres { get; init; }

    /// <summary>Container moves for each gross crane hour (gross moves per hour, GMPH); null when no moves are known or no time passes.</summary>
    public required double? MovesPerGrossCraneHour { get; init; }

    /// <summary>Container moves for each net crane hour; null when no moves are known or no time passes.</summary>
    public required double? MovesPerNetCraneHour { get; init; }

    /// <summary>Gross crane hours over the hours from the first start to the last end of all tasks: the average number of cranes; 0 when no time passes.</summary>
    public required double CraneIntensity { get; init; }

    /// <summary>Id of the long crane, which works the longest, the first of equal ones; null without tasks.</summary>
    public required string? LongCrane { get; init; }

    /// <summary>Work of the long crane, in hours.</summary>
    public required double LongCraneHours { get; init; }

    /// <summary>One entry for each vessel of the problem, in its order.</summary>
    public required ImmutableArray<CraneVesselKpis> Vessels { get; init; }

    /// <summary>Measures a plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">Its plan; tasks of unknown cranes count for makespan and vessels alone.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CraneKpis Of(CraneProblem problem, CranePlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var stints = Stint.All(problem, plan);
        var cranes = Stint.ByCrane(problem, stints);
        var hours = (double)problem.Grid.SecondsPerSlot / 3600;
        var working = Enumerable.Range(0, cranes.Length).Where(crane => cranes[crane].Count > 0).ToList();
        var work = cranes.Select(CraneUse.Work).ToArray();
        var gross = (double)working.Sum(crane => CraneUse.Span(cranes[crane]));
        var net = (double)work.Sum();
        var (travel, waiting) = CraneUse.Pauses(problem, cranes);
        var moves = stints.Sum(stint => (long)stint.Task.Moves);
        var longest = working.Count == 0 ? -1 : working.MaxBy(crane => work[crane]);
        return new CraneKpis
        {
            WorkingCranes = working.Count,
            MakespanHours = hours * stints.Select(stint => stint.End).Append(0).Max(),
            ContainerMoves = moves,
            GrossCraneHours = hours * gross,
            NetCraneHours = hours * net,
            TravelHours = hours * travel,
            InterferenceHours = hours * waiting,
            IdleHours = hours * Math.Max(0, gross - net - travel - waiting),
            TravelMetres = (double)problem.Grid.MetresPerSection * working.Sum(crane => (double)CostAudit.Travel(problem.Cranes[crane], cranes[crane])),
            MovesPerGrossCraneHour = CraneVesselKpis.Rate(moves, hours * gross),
            MovesPerNetCraneHour = CraneVesselKpis.Rate(moves, hours * net),
            CraneIntensity = CraneVesselKpis.Share(gross, CraneUse.Span(cranes.SelectMany(crane => crane))),
            LongCrane = longest < 0 ? null : problem.Cranes[longest].Id,
            LongCraneHours = longest < 0 ? 0 : hours * work[longest],
            Vessels = CraneVesselKpis.All(problem, stints, hours),
        };
    }
}
