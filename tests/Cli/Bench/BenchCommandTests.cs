using System.Globalization;
using System.Text.RegularExpressions;
using BerthOpt.Berths;
using BerthOpt.Cli.Berths;
using BerthOpt.Tests.Architecture;
using Parquet;

namespace BerthOpt.Tests.Cli.Bench;

public sealed class BenchCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _file;
    private readonly string _rows;

    public BenchCommandTests() => (_file, _rows) = (_folder.Write("two.json", BerthFiles.Json(SampleProblem.Create())), _folder["rows.csv"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_run_of_any_kind_is_one_row()
    {
        var run = CliRun.Of("bench", _file, "--generate", "cranes --kind kim-park --tasks 10 --seed 3", "--algorithm", "default=", "--algorithm", "alone=--no-bounds --work-limit 2000", "--work-limit", "1000", "--seeds", "2", "--seed", "7", "--out", _rows);

        Assert.Equal(0, run.ExitCode);
        var rows = Rows();
        Assert.Equal(8, rows.Count);
        Assert.All(rows, row => Assert.Equal(("valid", ""), (row["checker"], row["fault"])));
        Assert.Equal(["7", "8"], rows.Select(row => row["seed"]).Distinct());
        Assert.Equal(["--work-limit 1000", "--no-bounds --work-limit 2000"], rows.Select(row => row["options"]).Distinct());
        Assert.Equal(["two.json", "cranes --kind kim-park --tasks 10 --seed 3"], rows.Select(row => row["instance"]).Distinct());
        Assert.Equal(SampleProblem.BestCost, rows[0]["cost"]);
        Assert.Equal(SampleProblem.BestCost, (double.Parse(rows[0]["cost_waiting"]) + double.Parse(rows[0]["cost_stay"])).ToString(CultureInfo.InvariantCulture));
        Assert.All(rows.Where(row => row["problem"] == "cranes"), row => Assert.True(row["cost_waiting"] == "" && row["cost_makespan"] != ""));
        Assert.All(rows, row => Assert.Matches("^[0-9a-f]{16}$", row["instance_hash"]));
    }

    [Fact]
    public void The_same_seed_and_work_give_the_same_rows_but_for_times()
    {
        string Plans()
        {
            Assert.Equal(0, CliRun.Of("bench", "--generate", "berths --calls 20", "--work-limit", "200000", "--seeds", "2", "--out", _rows).ExitCode);
            return string.Join('\n', Rows().Select(row => string.Join(',', row["instance_hash"], row["work"], row["cost"], row["bound"], row["plan_hash"])));
        }

        Assert.Equal(Plans(), Plans());
    }

    [Fact]
    public void A_run_without_a_plan_has_no_time_to_one()
    {
        CliRun.Of("bench", "--generate", "berths --calls 20", "--work-limit", "0", "--out", _rows);

        Assert.Equal(("unknown", "", ""), (Rows().Single()["status"], Rows().Single()["cost"], Rows().Single()["seconds_to_best"]));
    }

    [Fact]
    public void The_trace_ends_with_what_the_row_says()
    {
        Assert.Equal(0, CliRun.Of("bench", "--generate", "berths --kind park-kim --calls 20", "--work-limit", "300000", "--out", _rows, "--trace", _folder["trace.csv"]).ExitCode);

        var (row, steps) = (Rows().Single(), Rows("trace.csv"));
        Assert.InRange(steps.Count, 2, int.MaxValue);
        Assert.Equal((row["work"], row["cost"], row["bound"]), (steps[^1]["work"], steps[^1]["cost"], steps[^1]["bound"]));
        var costs = steps.Where(step => step["cost"] != "").Select(step => double.Parse(step["cost"])).ToList();
        Assert.Equal(costs.OrderDescending(), costs);
    }

    [Fact]
    public async Task A_table_can_be_Parquet()
    {
        Assert.Equal(0, CliRun.Of("bench", _file, "--work-limit", "1000", "--seeds", "3", "--out", _folder["rows.parquet"]).ExitCode);

        await using var reader = await ParquetReader.CreateAsync(_folder["rows.parquet"], cancellationToken: TestContext.Current.CancellationToken);
        using var group = reader.OpenRowGroupReader(0);
        var (seeds, costs, names) = (new long?[3], new double?[3], new string[3]);
        await group.ReadAsync<long>(reader.Schema.FindDataField("seed"), seeds, cancellationToken: TestContext.Current.CancellationToken);
        await group.ReadAsync<double>(reader.Schema.FindDataField("cost"), costs, cancellationToken: TestContext.Current.CancellationToken);
        await group.ReadAsync(reader.Schema.FindDataField("instance"), names, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3], seeds);
        Assert.Equal([6.5, 6.5, 6.5], costs);
        Assert.Equal(["two.json", "two.json", "two.json"], names);
    }

    [Fact]
    public void A_plan_that_the_checker_refuses_is_told_in_its_row()
    {
        var run = CliRun.With(SampleProblem.Finding(SampleProblem.Overlapping, 10), "bench", _file, "--out", _rows);

        Assert.Equal(5, run.ExitCode);
        Assert.Equal("refused", Rows().Single()["checker"]);
        Assert.NotEmpty(Rows().Single()["fault"]);
    }

    [Fact]
    public void A_solver_that_fails_costs_its_own_row_alone()
    {
        var calls = 0;
        var run = CliRun.With((problem, options, progress, cancellation) => ++calls == 1 ? throw new InvalidOperationException("Lost, my way.") : BerthSolver.Solve(problem, options, null, cancellation),
            "bench", _file, "--work-limit", "1000", "--seeds", "2", "--out", _rows);

        Assert.Equal(5, run.ExitCode);
        Assert.Equal(["none", "valid"], Rows().Select(row => row["checker"]));
        Assert.Equal("failed", Rows()[0]["status"]);
        Assert.Contains("\"InvalidOperationException: Lost, my way.\"", File.ReadAllText(_rows));
    }

    [Fact]
    public void An_interrupted_bench_keeps_what_it_has()
    {
        using var interrupt = new CancellationTokenSource();
        var calls = 0;
        var run = CliRun.Of(
            host => host with
            {
                SolveBerths = (problem, options, progress, cancellation) =>
                {
                    if (++calls == 2)
                    {
                        interrupt.Cancel();
                    }

                    return BerthSolver.Solve(problem, options, null, cancellation);
                },
            },
            interrupt.Token, "bench", _file, "--work-limit", "1000", "--seeds", "3", "--out", _rows);

        Assert.Equal(0, run.ExitCode);
        Assert.Single(Rows());
        Assert.Contains("Interrupted: 1 of 3 runs are in the table.", run.Error);
    }

    [Fact]
    public void A_folder_stands_for_its_files_but_the_notes()
    {
        var set = Directory.CreateDirectory(_folder["set"]).FullName;
        File.Copy(_file, Path.Combine(set, "b.json"));
        File.Copy(_file, Path.Combine(set, "a.json"));
        File.WriteAllText(Path.Combine(set, "README.md"), "A set.");

        Assert.Equal(0, CliRun.Of("bench", set, "--work-limit", "1000", "--out", _rows).ExitCode);
        Assert.Equal(["a.json", "b.json"], Rows().Select(row => row["instance"]));
    }

    [Fact]
    public void The_page_explains_each_column_and_no_other()
    {
        Assert.Equal(0, CliRun.Of("bench", _file, "--work-limit", "1000", "--out", _rows, "--trace", _folder["trace.csv"]).ExitCode);

        var page = File.ReadAllText(Path.Combine(SourceFile.Root(), "docs", "experiments.md"));
        var explained = Regex.Matches(page, @"^\| (`.+?`) \|", RegexOptions.Multiline).SelectMany(row => Regex.Matches(row.Groups[1].Value, "`([a-z_]+)`")).Select(name => name.Groups[1].Value);
        Assert.Equal(
            Header(_rows).Where(column => !column.StartsWith("cost_", StringComparison.Ordinal)).Concat(Header(_folder["trace.csv"])).Distinct().Order(),
            explained.Order());

        static string[] Header(string file) => File.ReadLines(file).First().Split(',');
    }

    [Theory]
    [InlineData("There is nothing to run")]
    [InlineData("makes no problem", "--generate", "ships --seed 1")]
    [InlineData("expected name=options", "two.json", "--algorithm", "fast")]
    [InlineData("--seed and --seeds of the bench alone", "two.json", "--algorithm", "x=--seed 3")]
    [InlineData("\"x\" cannot be used: ", "two.json", "--algorithm", "x=--work-limit much")]
    [InlineData("have the same name", "two.json", "--algorithm", "x=", "--algorithm", "x=--no-bounds")]
    [InlineData("plans berths and empties window by window", "--generate", "cranes --tasks 10", "--algorithm", "x=--rolling")]
    public void What_cannot_be_run_is_told_before_anything_runs(string expected, params string[] words)
    {
        CliRun.Of(["bench", .. words.Select(word => word == "two.json" ? _file : word), "--out", _rows]).AssertRefused(expected);

        Assert.False(File.Exists(_rows));
    }

    /// <summary>The rows of a table; none of its fields has quotes here but a fault's.</summary>
    private List<Dictionary<string, string>> Rows(string name = "rows.csv")
    {
        var lines = File.ReadAllLines(_folder[name]);
        var header = lines[0].Split(',');
        return [.. lines[1..].Select(line => header.Zip(line.Split('"') is [var before, var quoted, var after] ? $"{before}{quoted.Replace(',', ';')}{after}".Split(',') : line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }
}
