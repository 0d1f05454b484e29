using System.CommandLine;
using System.Text.Json.Nodes;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Empties;
using BerthOpt.Empties.Formats;

namespace BerthOpt.Cli.Empties;

/// <summary><c>berthopt hedge</c>: decides the first moves of empties for many scenarios of supplies and demands.</summary>
internal static class HedgeCommand
{
    private static readonly TwoStageOptions Defaults = new();

    public static Command Create(Host host, CancellationToken cancellation)
    {
        var command = new Command("hedge", "Decide the first moves of empties so that they are good on the average of many scenarios of supplies and demands.");
        var input = new Argument<string>("FILE") { Description = "The problem of empties; its quantiles say what may come." };
        var scenarios = SizeOption.Of("--scenarios", "Scenarios that are planned for", 1, 10_000, Defaults.Scenarios);
        var test = SizeOption.Of("--test", "Other scenarios on which the moves are tried", 0, 10_000, Defaults.TestScenarios);
        var first = SizeOption.Of("--first", "Periods whose numbers are known and whose moves are decided", 1, EmptiesProblem.MaxPeriods, Defaults.FirstPeriods);
        var rounds = SizeOption.Of("--rounds", "Rounds in which scenarios come to agree", 1, 10_000, Defaults.Rounds);
        var seed = TypedOption.Seed();
        var output = TypedOption.Path("--out", "Write the first moves to this file, as JSON.");
        var json = TypedOption.Switch("--json", "Print one line of JSON on standard output.");
        command.Add(input);
        foreach (var option in (Option[])[scenarios, test, first, rounds, seed, output, json])
        {
            command.Add(option);
        }

        command.SetAction(parse =>
        {
            var path = parse.GetRequiredValue(input);
            var file = OutputFile.At(parse.GetValue(output), path);
            var problem = ProblemKinds.In(path, () => EmptiesFormats.Read(path).Problem);
            var stages = new TwoStageOptions
            {
                Scenarios = parse.GetValue(scenarios) ?? Defaults.Scenarios,
                TestScenarios = parse.GetValue(test) ?? Defaults.TestScenarios,
                FirstPeriods = parse.GetValue(first) ?? Defaults.FirstPeriods,
                Rounds = parse.GetValue(rounds) ?? Defaults.Rounds,
            };
            if (stages.FirstPeriods >= problem.Periods)
            {
                throw new UsageException($"Option --first is {stages.FirstPeriods}; expected fewer than the {problem.Periods} periods of the problem.");
            }

            return Report(host, problem, Solve(problem, stages, parse.GetValue(seed), cancellation), file, parse.GetValue(json));
        });
        return command;
    }

    private static TwoStageResult? Solve(EmptiesProblem problem, TwoStageOptions stages, ulong seed, CancellationToken cancellation)
    {
        try
        {
            return ProblemKinds.In(problem.Name, () => TwoStageEmptiesSolver.Solve(problem, stages, new() { Seed = seed, TimeLimit = null, WorkLimit = 10 * stages.ScenarioWork }, cancellation));
        }
        catch (OperationCanceledException)
        {
            throw new UsageException("The run was interrupted, so there is no result.");
        }
    }

    private static int Report(Host host, EmptiesProblem problem, TwoStageResult? result, OutputFile? file, bool json)
    {
        if (result is null)
        {
            host.Error.WriteLine("No plan was found: there is none for the expected numbers, or for one of the scenarios. Maybe 'berthopt solve' says why.");
            return ExitCode.NoPlan;
        }

        if (json)
        {
            host.Out.WriteLine(new JsonObject
            {
                ["problem"] = "empties",
                ["instance"] = problem.Name,
                ["lowerBound"] = result.LowerBound,
                ["sample"] = Line(result.Sample),
                ["test"] = result.Test is { } test ? Line(test) : null,
                ["planHash"] = result.Plan.Hash,
                ["seconds"] = Math.Round(result.Seconds, 3),
            }.ToJsonString());
        }
        else
        {
            Tables.Facts(host.Tables(), Printable.Of(problem.Name), "", [
                .. Rows("planned for", result.Sample), ("No first moves cost less than", Tables.Number(result.LowerBound)),
                .. result.Test is { } test ? Rows("not seen before", test) : [], ("Seconds", $"{result.Seconds:0.0}")]);
        }

        if (file is not null)
        {
            file.Write(EmptiesFiles.Json(problem, result.Plan));
            host.Error.WriteLine($"Wrote {file.Path}: {Tables.Count(result.Plan.Voyages.Length + result.Plan.Links.Length, "move")}.");
        }

        return ExitCode.Done;
    }

    private static JsonObject Line(PlanTrial trial) => new()
    {
        ["scenarios"] = trial.Scenarios,
        ["cost"] = Math.Round(trial.Cost, 2),
        ["expectedPlanCost"] = Math.Round(trial.ExpectedPlanCost, 2),
        ["saving"] = Math.Round(trial.Saving, 2),
        ["halfWidth"] = trial.HalfWidth is { } half ? Math.Round(half, 2) : null,
    };

    private static IEnumerable<(string, string)> Rows(string which, PlanTrial trial)
    {
        yield return ($"Scenarios {which}", $"{trial.Scenarios}");
        yield return ("Mean cost", Tables.Number(trial.Cost));
        yield return ("Mean cost of the plan for expected numbers", Tables.Number(trial.ExpectedPlanCost));
        yield return trial.HalfWidth is { } half ? ("Saved, 95 % confidence", $"{Tables.Number(trial.Saving)} +/- {Tables.Number(half)}") : ("Saved", Tables.Number(trial.Saving));
    }
}
