using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Cranes;
using BerthOpt.Cranes.Formats;
using Spectre.Console;

namespace BerthOpt.Cli.Cranes;

/// <summary>What the commands say of a crane plan.</summary>
internal static class CraneVerdict
{
    /// <summary>A crane plan and the checker's verdict on it.</summary>
    public static JudgedPlan On(CraneInstance instance, CranePlan plan)
    {
        var problem = instance.Problem;
        var check = CraneChecker.Check(problem, plan);
        string? Id(int task) => task >= 0 && task < problem.Tasks.Length ? problem.Tasks[task].Id : null;
        return new JudgedPlan
        {
            Hash = plan.Hash,
            IsValid = check.IsValid,
            Cost = check.Cost.Total,
            Terms =
            [
                ("makespan", check.Cost.Makespan), ("completion", check.Cost.Completion), ("lateness", check.Cost.Lateness),
                ("cranes", check.Cost.CraneSlots), ("travel", check.Cost.Travel),
            ],
            Faults = [.. check.Faults.Select(fault => new JudgedFault(fault.ToString(), fault.Code, Id(fault.Task), Id(fault.Other), fault.Message))],
            FaultsNotListed = check.FaultsNotListed,
            FaultsOf = "task",
            KpiRows = Rows(problem, plan),
            Kpis = () => CraneKpis.Of(problem, plan),
            Explain = (id, cancellation) => new CraneExplained(problem).Of(plan, id, cancellation),
            Json = () => CraneFiles.Json(problem, plan, check.Cost),
            Csv = () => CranePlanCsv.Write(plan, instance),
            Picture = bound => CraneSvg.Render(problem, plan, new CraneSvgOptions { LowerBound = bound }),
        };
    }

    private static IEnumerable<(string Name, string Value)> Rows(CraneProblem problem, CranePlan plan)
    {
        var its = CraneKpis.Of(problem, plan);
        yield return ("Tasks planned", $"{problem.Tasks.Length}");
        yield return ("Cranes at work", $"{its.WorkingCranes} of {problem.Cranes.Length}");
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

    // Instances of a thousand slots last a few minutes: two decimals more where an hour is much.
    private static string Hours(double hours) => hours is > 0 and < 10 ? FormattableString.Invariant($"{hours:0.###} h") : $"{Tables.Number(hours)} h";
}
