using System.Text.Json.Nodes;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Berths;

/// <summary>A berth plan and its verdict.</summary>
internal sealed class JudgedBerthPlan(BerthInstance instance, BerthPlan plan) : JudgedPlan
{
    private readonly BerthCheck check = BerthChecker.Check(instance.Problem, plan);
    private readonly Lazy<BerthKpis> kpis = new(() => BerthKpis.Of(instance.Problem, plan));

    public override string Hash => plan.Hash;

    public override bool IsValid => check.IsValid;

    public override long Cost => check.Cost.Total;

    public override IEnumerable<(string Name, long Value)> Terms => CostNames(check.Cost);

    public override IReadOnlyList<(string Line, JsonObject Fields)> Faults =>
    [
        .. check.Faults.Select(fault => (fault.ToString(), new JsonObject
        {
            ["code"] = fault.Code,
            ["call"] = Id(fault.Call),
            ["other"] = Id(fault.Other),
            ["message"] = fault.Message,
        })),
    ];

    public override long FaultsNotListed => check.FaultsNotListed;

    public override object Kpis => kpis.Value;

    public override IEnumerable<(string Name, string Value)> KpiRows
    {
        get
        {
            var its = kpis.Value;
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

    public override string Json() => BerthFiles.Json(instance.Problem, plan, check.Cost);

    public override string Csv() => BerthPlanCsv.Write(plan, instance);

    public override string Picture(long? lowerBound) => BerthSvg.Render(instance.Problem, plan, new BerthSvgOptions { LowerBound = lowerBound });

    private static IEnumerable<(string Name, long Value)> CostNames(CostTerms cost) =>
    [
        ("waiting", cost.Waiting), ("stay", cost.Stay), ("lateness", cost.Lateness), ("deviation", cost.Deviation),
        ("cranes", cost.CraneSlots), ("speedUp", cost.SpeedUp), ("rejection", cost.Rejection), ("change", cost.Change),
        ("makespan", cost.Makespan), ("constant", cost.Constant),
    ];

    private string? Id(int call) => call >= 0 && call < instance.Problem.Calls.Length ? instance.Problem.Calls[call].Id : null;
}
