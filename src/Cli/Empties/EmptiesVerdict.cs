using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Empties;
using BerthOpt.Empties.Formats;
using Spectre.Console;

namespace BerthOpt.Cli.Empties;

/// <summary>What the commands say of a plan for empties.</summary>
internal static class EmptiesVerdict
{
    /// <summary>A plan and the checker's verdict on it.</summary>
    public static JudgedPlan On(EmptiesInstance instance, EmptiesPlan plan)
    {
        var problem = instance.Problem;
        var check = EmptiesChecker.Check(problem, plan);
        string? Id(int location) => location >= 0 && location < problem.Locations.Length ? problem.Locations[location].Id : null;
        return new JudgedPlan
        {
            Hash = plan.Hash,
            IsValid = check.IsValid,
            Cost = check.Cost.Total,
            Terms =
            [
                ("shortage", check.Cost.Shortage), ("transport", check.Cost.Transport), ("handling", check.Cost.Handling), ("storage", check.Cost.Storage),
                ("leasing", check.Cost.Leasing), ("conversion", check.Cost.Conversion), ("safety", check.Cost.Safety), ("target", check.Cost.Target),
            ],
            Faults = [.. check.Faults.Select(fault => new JudgedFault(fault.ToString(), fault.Code, Id(fault.Location), null, fault.Message))],
            FaultsNotListed = check.FaultsNotListed,
            FaultsOf = "location",
            KpiRows = Rows(problem, plan),
            Kpis = () => EmptiesKpis.Of(problem, plan),
            Explain = (id, cancellation) => new EmptiesExplained(problem).Of(plan, id, cancellation),
            Json = () => EmptiesFiles.Json(problem, plan, check.Cost),
            Csv = () => EmptiesPlanCsv.Write(plan),
            Picture = bound => EmptiesSvg.Render(problem, plan, new EmptiesSvgOptions { LowerBound = bound }),
        };
    }

    private static IEnumerable<(string Name, string Value)> Rows(EmptiesProblem problem, EmptiesPlan plan)
    {
        var its = EmptiesKpis.Of(problem, plan);
        yield return ("Containers given", FormattableString.Invariant($"{its.Given:#,0} of {its.Asked:#,0} ({100 * its.Fulfilment:0.##} %)"));
        foreach (var mode in its.Modes)
        {
            yield return ($"Moves by {Markup.Escape(mode.Mode.ToString())}", FormattableString.Invariant($"{mode.Moves:#,0} ({mode.Teu:#,0.##} TEU, cost {mode.Cost:#,0})"));
        }

        yield return ("Room of legs used", FormattableString.Invariant($"{100 * its.LegUse:0.#} %"));
        yield return ("Inland by rail or barge", FormattableString.Invariant($"{100 * its.SeaRailShare:0.#} %"));
        yield return ("Idle days", Tables.Number(its.IdleDays));
        yield return ("Leased days", Tables.Number(its.LeasedDays));
        yield return ("CO2", $"{Tables.Number(its.Co2Kilograms / 1000)} t");
        yield return ("Containers at the end", FormattableString.Invariant($"{its.AtTheEnd:#,0}"));
    }
}
