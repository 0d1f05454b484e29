using System.Reflection;
using System.Text.Json;
using BerthOpt.Cli.Commands;
using BerthOpt.Cli.Output;
using BerthOpt.Search;

namespace BerthOpt.Cli.Bench;

/// <summary>One run, and what the checker says of it.</summary>
internal sealed class BenchRun
{
    private static readonly string _version = typeof(SolverOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private readonly BenchInput _input;
    private readonly BenchAlgorithm _algorithm;
    private readonly SolverOptions _limits;
    private readonly RunTrace _trace = new();
    private readonly SolveRun? _run;
    private readonly double _cpuSeconds;
    private readonly string? _fault;

    private BenchRun(Host solver, BenchInput input, BenchAlgorithm algorithm, ulong seed, CancellationToken cancellation)
    {
        (_input, _algorithm, _limits) = (input, algorithm, algorithm.Limits(input.Instance, seed));
        var cpu = Environment.CpuUsage.TotalTime;
        try
        {
            _run = SolveRun.Of(solver, input.Instance, _limits, _trace, cancellation);
            _fault = _run.Verdict.Reasons.Count > 0 ? _run.Verdict.Reasons[0] : null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            _fault = $"{fault.GetType().Name}: {fault.Message.ReplaceLineEndings(" ")}";
        }

        _cpuSeconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
    }

    /// <summary>Whether it ended as it should, with a plan that the checker approves or with none.</summary>
    public bool IsGood => _fault is null;

    /// <summary>What came of it, for people.</summary>
    public string Summary => _fault ?? $"{Status}, cost {CostText.Show(_run!.Result.Cost, Scale)}, bound {CostText.Show(_run.Result.LowerBound, Scale)}, {Tables.Number(_run.Result.Statistics.Seconds)} s, {Checker}";

    /// <summary>Runs it; what a solver throws is a fault of the run.</summary>
    public static BenchRun Of(Host solver, BenchInput input, BenchAlgorithm algorithm, ulong seed, CancellationToken cancellation) => new(solver, input, algorithm, seed, cancellation);

    /// <summary>Its row.</summary>
    public IEnumerable<(string Name, object? Value)> Row()
    {
        var result = _run?.Result;
        var statistics = result?.Statistics;
        return
        [
            .. Names(), ("options", _algorithm.Words), ("version", _version), ("threads", (long)_limits.Threads), ("work", statistics?.Work),
            ("wall_seconds", Round(statistics?.Seconds)), ("cpu_seconds", Round(_cpuSeconds)), ("seconds_to_best", result?.Plan is null ? null : Round(statistics?.SecondsToBest)),
            ("cost", Cost(result?.Cost)), ("bound", Cost(result?.LowerBound)), ("gap", result?.Gap is { } gap && double.IsFinite(gap) ? gap : null), ("bound_method", result?.BoundMethod),
            ("status", Status), ("stop_reason", result is null ? null : ResultLine.Kebab(result.StopReason)), ("checker", Checker), ("plan_hash", _run?.Verdict.PlanHash), ("fault", _fault),
            .. (result?.Plan?.Terms ?? []).Select(term => ($"cost_{JsonNamingPolicy.SnakeCaseLower.ConvertName(term.Name)}", (object?)Cost(term.Value))),
        ];
    }

    /// <summary>The rows of its trace, the last one at its end.</summary>
    public IEnumerable<IEnumerable<(string Name, object? Value)>> Steps()
    {
        var result = _run?.Result;
        IEnumerable<SolveProgress> end = result is null ? [] : [new SolveProgress(result.Cost, result.LowerBound, result.Statistics.Seconds, result.Statistics.Work)];
        return _trace.Steps.Concat(end).Select(step => (IEnumerable<(string, object?)>)
            [.. Names(), ("work", step.Work), ("seconds", Round(step.Seconds)), ("cost", Cost(step.Cost)), ("bound", Cost(step.LowerBound))]);
    }

    private int Scale => _input.Instance.CostScale;

    private string Status => _run is null ? "failed" : ResultLine.Kebab(_run.Result.Status);

    private string Checker => _run?.Verdict.Word ?? "none";

    private (string Name, object? Value)[] Names() =>
        [("instance", _input.Name), ("instance_hash", _input.Hash), ("problem", _input.Instance.Kind), ("algorithm", _algorithm.Name), ("seed", (long)_limits.Seed)];

    private double? Cost(long? cost) => (double?)CostText.Of(cost, Scale);

    private static double? Round(double? seconds) => seconds is { } value ? Math.Round(value, 6) : null;
}
