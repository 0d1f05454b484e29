using System.Globalization;
using BerthOpt.Cli.Problems;
using BerthOpt.Search;
using Spectre.Console;

namespace BerthOpt.Cli.Output;

/// <summary>What people read of a plan: how it was found, its cost by term, and its KPIs.</summary>
internal static class Tables
{
    /// <summary>How a plan was found.</summary>
    public static void Result(IAnsiConsole console, Instance instance, SolveResult<JudgedPlan> result, Verdict verdict)
    {
        var table = TwoColumns(Printable.Of(instance.Name), "");
        table.AddRow("Status", $"{ResultLine.Kebab(result.Status)} ({ResultLine.Kebab(result.StopReason)})");
        table.AddRow("Cost", CostText.Show(result.Cost, instance.CostScale));
        table.AddRow("Lower bound", $"{CostText.Show(result.LowerBound, instance.CostScale)} ({Markup.Escape(result.BoundMethod)})");
        table.AddRow("Gap", CostText.Gap(result.Gap));
        table.AddRow("Time", $"{Number(result.Statistics.Seconds)} s{(result.Plan is null ? "" : $", best plan after {Number(result.Statistics.SecondsToBest)} s")}");
        table.AddRow("Work", $"{result.Statistics.Work:#,0} (seed {result.Statistics.Seed}, {Count(result.Statistics.Threads, "thread")})");
        table.AddRow("Checker", verdict.Word);
        console.Write(table);
    }

    /// <summary>The cost by term; terms that are zero are left out.</summary>
    public static void Cost(IAnsiConsole console, int costScale, JudgedPlan plan)
    {
        var table = TwoColumns("Cost", CostText.Show(plan.Cost, costScale));
        foreach (var (name, value) in plan.Terms.Where(term => term.Value != 0))
        {
            table.AddRow(name, CostText.Show(value, costScale));
        }

        console.Write(table);
    }

    /// <summary>The KPIs.</summary>
    public static void Kpis(IAnsiConsole console, JudgedPlan plan)
    {
        Facts(console, "KPI", "", plan.KpiRows);
    }

    /// <summary>Names and values.</summary>
    public static void Facts(IAnsiConsole console, string left, string right, IEnumerable<(string Name, string Value)> rows)
    {
        var table = TwoColumns(left, right);
        foreach (var (name, value) in rows)
        {
            table.AddRow(name, value);
        }

        console.Write(table);
    }

    /// <summary>A number of things.</summary>
    public static string Count(long number, string thing) => number == 1 ? $"1 {thing}" : $"{number:#,0} {thing}s";

    private static Table TwoColumns(string left, string right)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(Markup.Escape(left));
        table.AddColumn(new TableColumn(Markup.Escape(right)).RightAligned());
        return table;
    }

    /// <summary>One decimal, thousands separated.</summary>
    public static string Number(double value) => value.ToString("#,0.0", CultureInfo.InvariantCulture);

    /// <summary>A share in percent.</summary>
    public static string Percent(double value) => $"{100 * value:0.0} %";
}
