using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Berths;

/// <summary>What the commands say of a berth plan.</summary>
internal static class BerthVerdict
{
    /// <summary>A berth plan and the checker's verdict on it.</summary>
    public static JudgedPlan On(BerthInstance instance, BerthPlan plan)
    {
        var problem = instance.Problem;
        var check = BerthChecker.Check(problem, plan);
        string? Id(int call) => call >= 0 && call < problem.Calls.Length ? problem.Calls[call].Id : null;
        return new JudgedPlan
        {
            Hash = plan.Hash,
            IsValid = check.IsValid,
            Cost = check.Cost.Total,
            Terms =
            [
                ("waiting", check.Cost.Waiting), ("stay", check.Cost.Stay), ("lateness", check.Cost.Lateness), ("deviation", check.Cost.Deviation),
                ("cranes", check.Cost.CraneSlots), ("speedUp", check.Cost.SpeedUp), ("rejection", check.Cost.Rejection), ("change", check.Cost.Change),
                ("makespan", check.Cost.Makespan), ("constant", check.Cost.Constant),
            ],
            Faults = [.. check.Faults.Select(fault => new JudgedFault(fault.ToString(), fault.Code, Id(fault.Call), Id(fault.Other), fault.Message))],
            FaultsNotListed = check.FaultsNotListed,
            FaultsOf = "call",
            KpiRows = Rows(problem, plan),
            Kpis = () => BerthKpis.Of(problem, plan),
            Explain = (call, cancellation) => new BerthExplained(problem).Of(plan, call, cancellation),
            Json = () => BerthFiles.Json(problem, plan, check.Cost),
            Csv = () => BerthPlanCsv.Write(plan, instance),
            Picture = bound => BerthSvg.Render(problem, plan, new BerthSvgOptions { LowerBound = bound }),
        };
    }

    private static IEnumerable<(string Name, string Value)> Rows(BerthProblem problem, BerthPlan plan)
    {
        var its = BerthKpis.Of(problem, plan);
        yield return ("Calls planned", its.RejectedCalls == 0 ? $"{its.PlannedCalls}" : $"{its.PlannedCalls} ({its.RejectedCalls} left out)");
        yield return ("Berthing on arrival", Tables.Percent(its.DirectBerthingRate));
        yield return ("Waiting, mean and longest", $"{Tables.Number(its.MeanWaitingHours)} h, {Tables.Number(its.MaxWaitingHours)} h");
        yield return ("Stay at berth, mean", $"{Tables.Number(its.PlannedCalls == 0 ? 0 : its.GrossBerthHours / its.PlannedCalls)} h");
        yield return ("Late calls", $"{its.LateCalls} ({Tables.Number(its.TotalLatenessHours)} h together)");
        yield return ("Distance from wished places", $"{its.TotalDeviationMetres:#,0} m together");
        yield return ("Berth occupancy", Tables.Percent(its.BerthOccupancyRate));
        yield return ("Crane utilisation", Tables.Percent(its.CraneUtilisationRate));
        if (its.MovesPerGrossBerthHour is { } moves)
        {
            yield return ("Moves per berth hour", Tables.Number(moves));
        }
    }
}
