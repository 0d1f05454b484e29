using BerthOpt.Berths.Checking;

namespace BerthOpt.Berths;

/// <summary>
/// What a terminal asks of a plan, in its own units. Meant for plans that the checker finds valid; any plan gives numbers.
/// Means and rates of nothing are 0. Names follow TIC 4.0 where it has one. The span of a plan is the time from its first start to its last end.
/// </summary>
public sealed record BerthKpis
{
    private BerthKpis()
    {
    }

    /// <summary>Number of calls that have a berth.</summary>
    public required int PlannedCalls { get; init; }

    /// <summary>Number of calls that are left out.</summary>
    public required int RejectedCalls { get; init; }

    /// <summary>Share of planned calls that berth at or before their arrival; 0 to 1.</summary>
    public required double DirectBerthingRate { get; init; }

    /// <summary>Waiting for a berth, <c>max(0, start - arrival)</c>, of all planned calls, in hours.</summary>
    public required double TotalWaitingHours { get; init; }

    /// <summary>Waiting for each planned call, in hours.</summary>
    public required double MeanWaitingHours { get; init; }

    /// <summary>Longest waiting of a planned call, in hours.</summary>
    public required double MaxWaitingHours { get; init; }

    /// <summary>Stay at the berth from first line to last line, <c>end - start</c>, of all planned calls, in hours (TIC 4.0: GBH).</summary>
    public required double GrossBerthHours { get; init; }

    /// <summary>Time with cranes at work, or handling, of all planned calls, in hours; at most <see cref="GrossBerthHours"/>.</summary>
    public required double HandlingHours { get; init; }

    /// <summary>Waiting and stay of all planned calls, in hours: the service time of berth allocation.</summary>
    public required double TotalServiceHours { get; init; }

    /// <summary>Waiting and stay for each planned call, in hours.</summary>
    public required double MeanServiceHours { get; init; }

    /// <summary>Number of planned calls that leave after their due time.</summary>
    public required int LateCalls { get; init; }

    /// <summary>Leaving after the due time, of all planned calls, in hours.</summary>
    public required double TotalLatenessHours { get; init; }

    /// <summary>Last end of all calls, in hours from slot 0.</summary>
    public required double MakespanHours { get; init; }

    /// <summary>Distance from the wished places, of all planned calls, in metres (<see cref="Call.PreferredPosition"/>).</summary>
    public required double TotalDeviationMetres { get; init; }

    /// <summary>
    /// Length taken times stay, over length times opening time within the span; 0 to 1. The length of a discrete or hybrid quay is that
    /// of its berths, and a call takes whole berths there. Closures are not deducted.
    /// </summary>
    public required double BerthOccupancyRate { get; init; }

    /// <summary>Cranes times handling of all planned calls, in hours.</summary>
    public required double CraneHours { get; init; }

    /// <summary>Crane-hours at quays with a pool, over the hours of all pools' cranes within the span, outages deducted; 0 to 1.</summary>
    public required double CraneUtilisationRate { get; init; }

    /// <summary>Container moves of the planned calls that say it (TIC 4.0: QCM).</summary>
    public required long ContainerMoves { get; init; }

    /// <summary>Container moves for each gross berth hour of the calls that say their moves (TIC 4.0: QCM / GBH); null when none does.</summary>
    public required double? MovesPerGrossBerthHour { get; init; }

    /// <summary>Container moves for each crane-hour of the calls that say their moves and have cranes; null when there is none.</summary>
    public required double? MovesPerCraneHour { get; init; }

    /// <summary>Measures a plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">Its plan.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static BerthKpis Of(BerthProblem problem, BerthPlan plan)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        var visits = Visit.All(problem, plan).OfType<Visit>().ToList();
        var hours = (double)problem.Grid.MinutesPerSlot / 60;
        var waiting = visits.Select(Waiting).ToList();
        var stays = Sum(visits, Stay);
        var withMoves = visits.Where(visit => visit.Call.Moves > 0).ToList();
        return new BerthKpis
        {
            PlannedCalls = visits.Count,
            RejectedCalls = problem.Calls.Length - visits.Count,
            DirectBerthingRate = Ratio(visits.Count(visit => visit.Start <= visit.Call.Arrival), visits.Count) ?? 0,
            TotalWaitingHours = hours * waiting.Sum(),
            MeanWaitingHours = hours * Ratio(waiting.Sum(), visits.Count) ?? 0,
            MaxWaitingHours = hours * waiting.DefaultIfEmpty().Max(),
            GrossBerthHours = hours * stays,
            HandlingHours = hours * Sum(visits, visit => visit.Handling ?? 0),
            TotalServiceHours = hours * (waiting.Sum() + stays),
            MeanServiceHours = hours * Ratio(waiting.Sum() + stays, visits.Count) ?? 0,
            LateCalls = visits.Count(visit => Late(visit) > 0),
            TotalLatenessHours = hours * Sum(visits, Late),
            MakespanHours = hours * visits.Select(visit => visit.End).DefaultIfEmpty().Max(),
            TotalDeviationMetres = (double)problem.Grid.MetresPerSection * Sum(visits, visit => visit.Deviation),
            BerthOccupancyRate = BerthUse.Occupancy(problem, visits),
            CraneHours = hours * Sum(visits, BerthUse.CraneSlots),
            CraneUtilisationRate = BerthUse.CraneUtilisation(problem, visits),
            ContainerMoves = visits.Sum(visit => (long)visit.Call.Moves),
            MovesPerGrossBerthHour = Ratio(withMoves.Sum(visit => (double)visit.Call.Moves), hours * Sum(withMoves, Stay)),
            MovesPerCraneHour = Ratio(
                withMoves.Where(visit => BerthUse.CraneSlots(visit) > 0).Sum(visit => (double)visit.Call.Moves),
                hours * Sum(withMoves, BerthUse.CraneSlots)),
        };
    }

    private static double Waiting(Visit visit) => Math.Max(0, visit.Start - visit.Call.Arrival);

    private static double Stay(Visit visit) => Math.Max(0, visit.End - visit.Start);

    private static double Late(Visit visit) => visit.Call.Due == Call.Never ? 0 : Math.Max(0, visit.End - visit.Call.Due);

    private static double Sum(List<Visit> visits, Func<Visit, double> value) => visits.Sum(value);

    private static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;
}
