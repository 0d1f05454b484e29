using System.Diagnostics;
using System.Globalization;
using BerthOpt.Berths;
using BerthOpt.Tests.Architecture;
using BerthOpt.Tests.Berths;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Samples;

/// <summary>The page on berth documents is enough to write a checker from: one in Python, which was, agrees with ours on plans valid and broken.</summary>
public sealed class IndependentCheckerTests : IDisposable
{
    // All pairs in one process; each is run as if it were alone.
    private const string Driver = """
        import contextlib, io, runpy, sys
        script, count = sys.argv[1], int(sys.argv[2])
        for number in range(count):
            sys.argv, out, code = [script, f"problem-{number}.json", f"plan-{number}.json"], io.StringIO(), None
            with contextlib.redirect_stdout(out):
                try:
                    runpy.run_path(script)
                except SystemExit as end:
                    code = end.code
            print(code, out.getvalue().strip().splitlines()[-1], sep="|")
        """;

    // What a document cannot say: numbers of quays and berths that do not exist, entries that no call has, a berth where there is none.
    private static readonly string[] _unwritable = [BerthFaultCodes.PlanLength, BerthFaultCodes.QuayUnknown, BerthFaultCodes.BerthUnknown, BerthFaultCodes.BerthMismatch, BerthFaultCodes.CraneNumbers];

    private static readonly string _script = Path.Combine(SourceFile.Root(), "samples", "checker", "check_berths.py");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_page_takes_no_more_than_a_hundred_lines()
    {
        var text = File.ReadAllText(_script).Split("\"\"\"", 3)[2];

        Assert.InRange(text.Split('\n').Count(line => line.Trim().Length > 0), 50, 100);
    }

    [Fact]
    public async Task It_agrees_on_each_rule()
    {
        var cases = BerthFaultCases.All.Where(example => !_unwritable.Contains(example.Code)).SelectMany(example => new[] { example.Valid, example.Broken }.Select(plan => (Problem: new BerthProblem(example.Parts), Plan: new BerthPlan(plan))));

        Assert.InRange(await Compare(cases), 60, int.MaxValue);
    }

    [Fact]
    public async Task It_agrees_on_random_plans()
    {
        var problems = Enumerable.Range(0, 60).Select(seed => RandomBerthProblems.Create((ulong)seed)).ToList();
        var found = problems.Select(problem => (Problem: problem, Plan: BerthSolver.Solve(problem, new() { TimeLimit = null, WorkLimit = 20_000, Bounds = false }).Plan!)).Where(pair => pair.Plan is not null);
        var haphazard = problems.Select((problem, seed) => (Problem: problem, Plan: RandomBerthPlans.Haphazard(problem, new Rng((ulong)seed)))).Where(pair => pair.Plan.Assignments.All(at => at is null || at.Value.Position >= 0));

        Assert.InRange(await Compare(found.Concat(haphazard)), 80, int.MaxValue);
    }

    private async Task<int> Compare(IEnumerable<(BerthProblem Problem, BerthPlan Plan)> pairs)
    {
        List<(BerthCheck Check, string Name)> ours = [];
        foreach (var (problem, plan) in pairs)
        {
            using (FileStream one = File.Create(_folder[$"problem-{ours.Count}.json"]), other = File.Create(_folder[$"plan-{ours.Count}.json"]))
            {
                BerthDocument.Write(problem, one);
                BerthPlanDocument.Write(problem, plan, null, other);
            }

            ours.Add((BerthChecker.Check(problem, plan), $"{problem.Name}: {string.Join("; ", BerthChecker.Check(problem, plan).Faults.Take(3))}"));
        }

        var told = await Python(ours.Count);
        Assert.Equal(ours.Count, told.Length);
        foreach (var ((check, name), line) in ours.Zip(told))
        {
            Assert.True(line.StartsWith(check.IsValid ? "0|valid" : "5|refused", StringComparison.Ordinal), $"{name}: {line}");
            if (check.IsValid)
            {
                Assert.True(check.Cost.Total == decimal.Parse(line.Split("cost ")[1], NumberStyles.Float, CultureInfo.InvariantCulture), $"{name}: {check.Cost} but {line}");
            }
        }

        return ours.Count;
    }

    private async Task<string[]> Python(int count)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", ["-c", Driver, _script, $"{count}"]) { WorkingDirectory = _folder.Path, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{told}{await errors}");
        return told.Trim().Split('\n');
    }
}
