using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Cli.Berths;
using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Tests.Cli.Commands;

public sealed class SolveCommandTests : IDisposable
{
    private static readonly string[] Properties =
    [
        "problem", "instance", "status", "reason", "cost", "lowerBound", "gap", "boundMethod", "seconds", "secondsToBest", "work", "seed", "threads", "checker", "planHash",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly string _file;

    public SolveCommandTests() => _file = _folder.Write("two.json", BerthFiles.Json(SampleProblem.Create()));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_problem_is_solved_until_its_target()
    {
        var run = CliRun.Of("solve", _file, "--json", "--target", SampleProblem.BestCost, "--work-limit", "10000000");

        Assert.Equal(0, run.ExitCode);
        var line = Line(run);
        Assert.Equal(SampleProblem.BestCost, line.GetProperty("cost").GetRawText());
        Assert.Contains(line.GetProperty("reason").GetString(), new[] { "target-reached", "proven" });
        Assert.Equal("valid", line.GetProperty("checker").GetString());
        Assert.Empty(run.Error);
    }

    [Fact]
    public void What_a_terminal_would_obey_stays_in_the_file()
    {
        var named = _folder.Write("named.json", BerthFiles.Json(SampleProblem.Create()).Replace("two ships", "\\u001b[2Jgone"));
        var faulty = _folder.Write("faulty.json", File.ReadAllText(_file).Replace("\"name\"", "\"\\u001b[2Jgone\""));

        Assert.DoesNotContain('\u001b', CliRun.Of("solve", named, "--work-limit", "1000").Out);
        var run = CliRun.Of("solve", faulty);
        run.AssertRefused("\\u001b[2Jgone");
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Fact]
    public void A_problem_that_is_too_large_to_plan_is_the_users_to_put_right()
    {
        var run = CliRun.With((_, _, _, _) => throw new InvalidInputException([new Fault("problem-too-large", "", "takes 9000 MB.")]), "solve", _file);

        run.AssertRefused("\"two ships\" cannot be planned:", "takes 9000 MB. [problem-too-large]");
    }

    [Fact]
    public void Without_time_there_is_no_plan() => Assert.Equal(4, CliRun.Of("solve", _file, "--time-limit", "0").ExitCode);

    [Fact]
    public void The_same_seed_and_work_give_the_same_plan_with_any_threads()
    {
        string? Hash(string threads) => Line(CliRun.Of("solve", _file, "--json", "--work-limit", "50000", "--seed", "5", "--threads", threads)).GetProperty("planHash").GetString();

        Assert.Equal(Hash("1"), Hash("3"));
    }

    [Fact]
    public void The_line_of_a_plan_has_all_properties_in_order_and_type()
    {
        var line = Line(CliRun.With(SampleProblem.Finding(SampleProblem.Best, 13), "solve", _file, "--json", "--seed", "7", "--threads", "2"));

        Assert.Equal(Properties, line.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            "\"berths\",\"two ships\",\"feasible\",\"time-limit\",6.5,5,0.230769230769231,\"made-up\",0.5,0.25,42,7,2,\"valid\",\"" + SampleProblem.Best.Hash + "\"",
            string.Join(',', line.EnumerateObject().Select(property => property.Value.GetRawText())));
    }

    [Theory]
    [InlineData(SolveStatus.Infeasible, StopReason.Proven, 2, "infeasible", "It is proven")]
    [InlineData(SolveStatus.Unknown, StopReason.TimeLimit, 4, "unknown", "No plan was found (time-limit)")]
    [InlineData(SolveStatus.Unknown, StopReason.Cancelled, 4, "unknown", "No plan was found (cancelled)")]
    public void Without_a_plan_the_exit_code_says_why_and_nothing_is_written(SolveStatus status, StopReason reason, int exitCode, string word, string note)
    {
        var run = CliRun.With(SampleProblem.Finding(null, null, status, reason), "solve", _file, "--json", "--out", _folder["plan.json"]);

        Assert.Equal(exitCode, run.ExitCode);
        var line = Line(run);
        Assert.Equal(Properties, line.EnumerateObject().Select(property => property.Name));
        Assert.Equal(word, line.GetProperty("status").GetString());
        Assert.Equal("none", line.GetProperty("checker").GetString());
        Assert.Equal(JsonValueKind.Null, line.GetProperty("planHash").ValueKind);
        Assert.Contains(note, run.Error, StringComparison.OrdinalIgnoreCase);
        Assert.False(File.Exists(_folder["plan.json"]));
    }

    [Fact]
    public void A_proof_that_there_is_no_plan_ends_with_2()
    {
        var file = _folder.Write("short.json", BerthFiles.Json(SampleProblem.Create(horizon: 4)));

        Assert.Equal(2, CliRun.Of("solve", file).ExitCode);
    }

    [Fact]
    public void A_plan_that_the_checker_refuses_ends_with_5_and_is_not_written()
    {
        var run = CliRun.With(SampleProblem.Finding(SampleProblem.Overlapping, 10), "solve", _file, "--json", "--out", _folder["plan.json"]);

        Assert.Equal(5, run.ExitCode);
        Assert.Equal("refused", Line(run).GetProperty("checker").GetString());
        Assert.Contains("[overlap]", run.Error);
        Assert.False(File.Exists(_folder["plan.json"]));
    }

    [Fact]
    public void A_cost_that_the_checker_does_not_find_ends_with_5()
    {
        var run = CliRun.With(SampleProblem.Finding(SampleProblem.Best, 12), "solve", _file, "--json");

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("costs 12; the checker finds 13", run.Error);
    }

    [Fact]
    public void A_solver_that_finds_its_own_plan_refused_ends_with_5()
    {
        var run = CliRun.With((_, _, _, _) => throw new PlanRefusedException("The checker refused the plan: overlap."), "solve", _file);

        Assert.Equal(5, run.ExitCode);
        Assert.Contains("The checker refused the plan: overlap. This is a fault of berthopt", run.Error);
    }

    [Fact]
    public void The_plan_is_written_in_all_three_forms()
    {
        var run = CliRun.Of("solve", _file, "--out", _folder["plan.json"], "--csv", _folder["plan.csv"], "--svg", _folder["plan.svg"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, CliRun.Of("check", _file, _folder["plan.json"]).ExitCode);
        Assert.Equal(0, CliRun.Of("check", _file, _folder["plan.csv"]).ExitCode);
        Assert.StartsWith("<svg", File.ReadAllText(_folder["plan.svg"]).TrimStart());
        Assert.Equal(3, run.Error.Split("Wrote ").Length - 1);
        Assert.Equal(4, Directory.GetFiles(_folder.Path).Length);
    }

    [Fact]
    public void People_read_status_cost_gap_and_KPIs()
    {
        var run = CliRun.With(SampleProblem.Finding(SampleProblem.Best, 13), "solve", _file);

        Assert.All(
            ["two ships", "feasible (time-limit)", "6.5", "5 (made-up)", "23.08 %", "valid", "Berthing on arrival"],
            text => Assert.Contains(text, run.Out));
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Fact]
    public void The_options_reach_the_solver()
    {
        SolverOptions? seen = null;
        CliRun.With(
            (_, options, _, _) =>
            {
                seen = options;
                return SampleProblem.Result(null, null, SolveStatus.Unknown, StopReason.TimeLimit, options);
            },
            "solve", _file, "--problem", "berths", "--format", "json", "--time-limit", "2m", "--work-limit", "5", "--gap", "0.1", "--target", "6.5", "--seed", "9", "--threads", "4");

        Assert.Equal(
            new SolverOptions { TimeLimit = TimeSpan.FromMinutes(2), WorkLimit = 5, Gap = 0.1, Target = 13, Seed = 9, Threads = 4 },
            seen);
    }

    [Fact]
    public void A_cancelled_run_keeps_its_plan()
    {
        using var source = new CancellationTokenSource();
        BerthOpt.Cli.Solve<BerthProblem, BerthPlan> solve = (_, options, _, token) =>
        {
            source.Cancel();
            Assert.True(token.IsCancellationRequested);
            return SampleProblem.Result(SampleProblem.Best, 13, SolveStatus.Feasible, StopReason.Cancelled, options);
        };

        var run = CliRun.Of(host => host with { SolveBerths = solve }, source.Token, "solve", _file, "--json", "--out", _folder["plan.json"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("cancelled", Line(run).GetProperty("reason").GetString());
        Assert.True(File.Exists(_folder["plan.json"]));
    }

    [Fact]
    public void Cancelling_before_the_start_is_no_accident()
    {
        var run = CliRun.Of(host => host, new CancellationToken(canceled: true), "solve", _file, "--json");

        Assert.Equal("cancelled", Line(run).GetProperty("reason").GetString());
        Assert.Contains(run.ExitCode, new[] { 0, 4 });
    }

    [Fact]
    public void Progress_is_shown_on_a_terminal_alone()
    {
        BerthOpt.Cli.Solve<BerthProblem, BerthPlan> solve = (_, options, progress, _) =>
        {
            progress?.Report(new SolveProgress(20, 10, 0, 0));
            return SampleProblem.Result(SampleProblem.Best, 13, SolveStatus.Feasible, StopReason.TimeLimit, options);
        };

        Assert.Contains("\rcost 10   bound 5   gap 50 %", CliRun.Of(host => host with { SolveBerths = solve, ErrorIsTerminal = true }, default, "solve", _file, "--json").Error);
        Assert.Empty(CliRun.With(solve, "solve", _file, "--json").Error);
    }

    [Fact]
    public void An_accident_in_the_program_is_one_line_that_asks_to_report_it()
    {
        var run = CliRun.With((_, _, _, _) => throw new InvalidOperationException("no\nluck"), "solve", _file);

        Assert.Equal(70, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Contains("InvalidOperationException: no luck", run.Error);
        Assert.Contains("please report it", run.Error);
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("--problem", "trucks", "--problem is \"trucks\"; expected one of auto, berths, cranes")]
    [InlineData("--format", "xml", "--format is \"xml\"; expected one of auto, json, dbap, bacasp, csbap, santini, ernst, barcelona")]
    [InlineData("--variant", "odd", "odd")]
    [InlineData("--out", ".", "is a folder")]
    [InlineData("--csv", "no/such/folder/x.csv", "does not exist")]
    [InlineData("--svg", "", "file name is empty")]
    [InlineData("--time-limit", "soon", "--time-limit is \"soon\"")]
    [InlineData("--speed", "9", "--speed")]
    public void An_option_that_cannot_be_used_ends_with_3(string option, string value, string expected) =>
        CliRun.Of("solve", _file, option, value).AssertRefused(expected);

    [Fact]
    public void The_problem_is_not_overwritten_by_its_plan()
    {
        CliRun.Of("solve", _file, "--out", _file).AssertRefused(_file, "is also read");
        Assert.Contains("Borealis", File.ReadAllText(_file));
    }

    private static JsonElement Line(CliRun run)
    {
        var line = Assert.Single(run.Out.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        return JsonDocument.Parse(line).RootElement;
    }
}
