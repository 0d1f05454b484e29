using BerthOpt.Berths.Formats;
using BerthOpt.Cli.Berths;
using BerthOpt.Cli.Cranes;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Output;
using BerthOpt.Cranes.Formats;
using BerthOpt.Port;
using BerthOpt.Search;
using Spectre.Console;

namespace BerthOpt.Cli.Port;

/// <summary><c>berthopt solve --work</c>: the chain from bays to berths to cranes and back.</summary>
internal static class PortRun
{
    /// <summary>Runs the chain, shows its stages and writes the plans of its best round.</summary>
    public static int Run(Host host, PortWork work, SolverOptions limits, PlanOutputs files, IReadOnlyList<PlanOutputs> rails, CancellationToken cancellation)
    {
        var defaults = new PortOptions();
        var table = defaults.Table with { Seed = limits.Seed, Threads = limits.Threads, TimeLimit = limits.WorkLimit is null ? defaults.Table.TimeLimit : null };
        PortResult result;
        try
        {
            result = PortSolver.Solve(work, new PortOptions { Berths = limits, Table = table, Cranes = limits with { Target = null } }, cancellation);
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("Stopped before the handling times were known; there is no plan.");
            return ExitCode.NoPlan;
        }

        Stages(host.Tables(), work, result);
        if (result.Best is not { } best)
        {
            host.Error.WriteLine("No plan was found for one of the stages. Maybe allow more time with --time-limit, or more work with --work-limit.");
            return result.Rounds[^1].Berths.Status == SolveStatus.Infeasible ? ExitCode.Infeasible : ExitCode.NoPlan;
        }

        Calls(host.Tables(), work, best);
        foreach (var call in best.Overruns)
        {
            host.Error.WriteLine($"Call \"{work.Berths.Calls[call.Call].Id}\" is worked on for {call.Slots} slots; the berth plan has {call.Planned} for it.");
        }

        files.Write(BerthVerdict.On(BerthInstance.Of(best.PlanProblem), best.Plan!), null, host.Error);
        foreach (var rail in best.Rails)
        {
            rails[rail.Pool].Write(CraneVerdict.On(CraneInstance.Of(rail.Problem), rail.Result.Plan!), rail.Result.LowerBound, host.Error);
        }

        return ExitCode.Done;
    }

    /// <summary>Each stage of each round with its cost, bound and gap; every plan has passed its checker.</summary>
    private static void Stages(IAnsiConsole console, PortWork work, PortResult result)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in new[] { "Round", "Stage", "Cost", "Lower bound", "Gap", "Status" })
        {
            table.AddColumn(column);
        }

        table.AddRow("", "times", $"{result.Times.Times.Length} by {result.Times.Solved} schedules", "", "", "");
        for (var index = 0; index < result.Rounds.Length; index++)
        {
            var round = result.Rounds[index];
            void Row(string stage, long? cost, long? bound, double? gap, SolveStatus status, int scale) =>
                table.AddRow($"{index + 1}", Markup.Escape(stage), CostText.Show(cost, scale), CostText.Show(bound, scale), CostText.Gap(gap), ResultLine.Kebab(status));
            var scale = work.Berths.Grid.CostScale;
            Row("berths", round.Berths.Cost, round.Berths.LowerBound, round.Berths.Gap, round.Berths.Status, scale);
            if (round.Split is { } split)
            {
                Row("split", split.Cost, split.LowerBound, split.Gap, split.Status, 1);
            }

            foreach (var rail in round.Rails)
            {
                Row($"cranes of {Printable.Of(work.Berths.CranePools[rail.Pool].Id)}", rail.Result.Cost, rail.Result.LowerBound, rail.Result.Gap, rail.Result.Status, 1);
            }

            if (round.Cost is { } cost)
            {
                table.AddRow($"{index + 1}", round == result.Best ? "as carried out (used)" : "as carried out", CostText.Show(cost, scale), "", "", $"{round.Overruns.Length} overruns");
            }
        }

        console.Write(table);
    }

    /// <summary>Cranes and times of each call.</summary>
    private static void Calls(IAnsiConsole console, PortWork work, PortRound round)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in new[] { "Call", "Berths at slot", "Position", "Cranes", "Slots planned", "Slots worked" })
        {
            table.AddColumn(column);
        }

        foreach (var call in round.Measured)
        {
            var stay = round.Plan!.Assignments[call.Call]!.Value;
            var crews = round.Split!.Plan!.Stints.Where(stint => stint.Call == call.Call).Select(stint => $"{stint.Cranes.From + 1}-{stint.Cranes.To}");
            table.AddRow(Markup.Escape(Printable.Of(work.Berths.Calls[call.Call].Id)), $"{stay.Start}", $"{stay.Position}", string.Join(", ", crews), $"{call.Planned}", $"{call.Slots}");
        }

        console.Write(table);
    }
}
