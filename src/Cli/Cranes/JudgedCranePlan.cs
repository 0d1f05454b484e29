using System.Text.Json.Nodes;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Cranes;
using BerthOpt.Cranes.Formats;
using Spectre.Console;

namespace BerthOpt.Cli.Cranes;

/// <summary>A crane plan and its verdict.</summary>
internal sealed class JudgedCranePlan(CraneInstance instance, CranePlan plan) : JudgedPlan
{
    private readonly CraneCheck check = CraneChecker.Check(instance.Problem, plan);
    private readonly Lazy<CraneKpis> kpis = new(() => CraneKpis.Of(instance.Problem, plan));

    public override string Hash => plan.Hash;

    public override bool IsValid => check.IsValid;

    public override long Cost => check.Cost.Total;

    public override IEnumerable<(string Name, long Value)> Terms =>
    [
        ("makespan", check.Cost.Makespan), ("completion", check.Cost.Completion), ("lateness", check.Cost.Lateness),
        ("cranes", check.Cost.CraneSlots), ("travel", check.Cost.Travel),
    ];

    public override IReadOnlyList<(string Line, JsonObject Fields)> Faults =>
    [
        .. check.Faults.Select(fault => (fault.ToString(), new JsonObject
        {
            ["code"] = fault.Code,
            ["task"] = Id(fault.Task),
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
            yield return ("Tasks planned", $"{instance.Problem.Tasks.Length}");
            yield return ("Cranes at work", $"{its.WorkingCranes} of {instance.Problem.Cranes.Length}");
            yield return ("Makespan", Hours(its.MakespanHours));
            yield return ("Crane intensity", Tables.Number(its.CraneIntensity));
            yield return ("Crane hours, gross and net", $"{Hours(its.GrossCraneHours)}, {Hours(its.NetCraneHours)}");
            if (its.LongCrane is { } longest)
            {
                yield return ("Long crane", $"{Markup.Escape(Printable.Of(longest))} ({Hours(its.LongCraneHours)})");
            }

            yield return ("Travel", $"{Hours(its.TravelHours)}, {its.TravelMetres:#,0} m");
            yield return ("Waiting for cranes in the way", Hours(its.InterferenceHours));
            yield return ("Other idle time", Hours(its.IdleHours));
            if (its.MovesPerGrossCraneHour is { } gross && its.MovesPerNetCraneHour is { } net)
            {
                yield return ("Container moves", $"{its.ContainerMoves:#,0}");
                yield return ("Moves per crane hour, gross and net", $"{Tables.Number(gross)}, {Tables.Number(net)}");
            }
        }
    }

    public override string Json() => CraneFiles.Json(instance.Problem, plan, check.Cost);

    public override string Csv() => CranePlanCsv.Write(plan, instance);

    public override string Picture(long? lowerBound) => CraneSvg.Render(instance.Problem, plan, new CraneSvgOptions { LowerBound = lowerBound });

    // Instances of a thousand slots last a few minutes: two decimals more where an hour is much.
    private static string Hours(double hours) => hours is > 0 and < 10 ? FormattableString.Invariant($"{hours:0.###} h") : $"{Tables.Number(hours)} h";

    private string? Id(int task) => task >= 0 && task < instance.Problem.Tasks.Length ? instance.Problem.Tasks[task].Id : null;
}
