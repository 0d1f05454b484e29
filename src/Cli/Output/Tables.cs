using System.Globalization;
using BerthOpt.Berths;
using BerthOpt.Search;
using Spectre.Console;
using Grid = BerthOpt.Berths.Grid;

namespace BerthOpt.Cli.Output;

/// <summary>What people read of a plan: how it was found, its cost by term, and its KPIs.</summary>
internal static class Tables
{
    /// <summary>How a plan was found.</summary>
    public static void Result(IAnsiConsole console, string instance, Grid grid, SolveResult<BerthPlan> result, Verdict verdict)
    {
        var table = TwoColumns(Printable.Of(instance), "");
        table.AddRow("Status", $"{ResultLine.Kebab(result.Status)} ({ResultLine.Kebab(result.StopReason)})");
        table.AddRow("Cost", CostText.Show(result.Cost, grid));
        table.AddRow("Lower bound", $"{CostText.Show(result.LowerBound, grid)} ({Markup.Escape(result.BoundMethod)})");
        table.AddRow("Gap", CostText.Gap(result.Gap));
        table.AddRow("Time", $"{Number(result.Statistics.Seconds)} s, best plan after {Number(result.Statistics.SecondsToBest)} s");
        table.AddRow("Work", $"{result.Statistics.Work:#,0} (seed {result.Statistics.Seed}, {Count(result.Statistics.Threads, "thread")})");
        table.AddRow("Checker", verdict.Word);
        console.Write(table);
    }

    /// <summary>The cost by term; terms that are zero are left out.</summary>
    public static void Cost(IAnsiConsole console, Grid grid, CostTerms cost)
    {
        var table = TwoColumns("Cost", CostText.Show(cost.Total, grid));
        foreach (var (name, value) in Terms(cost).Where(term => term.Value != 0))
        {
            table.AddRow(name, CostText.Show(value, grid));
        }

        console.Write(table);
    }

    /// <summary>The KPIs.</summary>
    public static void Kpis(IAnsiConsole console, BerthKpis kpis)
    {
        var table = TwoColumns("KPI", "");
        table.AddRow("Calls planned", kpis.RejectedCalls == 0 ? $"{kpis.PlannedCalls}" : $"{kpis.PlannedCalls} ({kpis.RejectedCalls} left out)");
        table.AddRow("Berthing on arrival", Percent(kpis.DirectBerthingRate));
        table.AddRow("Waiting, mean and longest", $"{Number(kpis.MeanWaitingHours)} h, {Number(kpis.MaxWaitingHours)} h");
        table.AddRow("Stay at berth, mean", $"{Number(kpis.PlannedCalls == 0 ? 0 : kpis.GrossBerthHours / kpis.PlannedCalls)} h");
        table.AddRow("Late calls", $"{kpis.LateCalls} ({Number(kpis.TotalLatenessHours)} h together)");
        table.AddRow("Distance from wished places", $"{kpis.TotalDeviationMetres:#,0} m together");
        table.AddRow("Berth occupancy", Percent(kpis.BerthOccupancyRate));
        table.AddRow("Crane utilisation", Percent(kpis.CraneUtilisationRate));
        if (kpis.MovesPerGrossBerthHour is { } moves)
        {
            table.AddRow("Moves per berth hour", Number(moves));
        }

        console.Write(table);
    }

    /// <summary>The terms of a cost, by name.</summary>
    public static IEnumerable<(string Name, long Value)> Terms(CostTerms cost) =>
    [
        ("waiting", cost.Waiting), ("stay", cost.Stay), ("lateness", cost.Lateness), ("deviation", cost.Deviation),
        ("cranes", cost.CraneSlots), ("speedUp", cost.SpeedUp), ("rejection", cost.Rejection), ("change", cost.Change),
        ("makespan", cost.Makespan), ("constant", cost.Constant),
    ];

    /// <summary>A number of things.</summary>
    public static string Count(long number, string thing) => number == 1 ? $"1 {thing}" : $"{number:#,0} {thing}s";

    private static Table TwoColumns(string left, string right)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Markup.Escape(left));
        table.AddColumn(new TableColumn(Markup.Escape(right)).RightAligned());
        return table;
    }

    private static string Number(double value) => value.ToString("#,0.0", CultureInfo.InvariantCulture);

    private static string Percent(double value) => $"{100 * value:0.0} %";
}
