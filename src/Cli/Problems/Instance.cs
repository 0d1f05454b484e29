using BerthOpt.Cli.Files;
using BerthOpt.Search;

namespace BerthOpt.Cli.Problems;

/// <summary>A problem that was read, of whatever kind, and what to call it.</summary>
internal abstract class Instance
{
    /// <summary>Name of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The problem's own name, else its file's.</summary>
    public required string Name { get; init; }

    /// <summary>Grid costs in one unit of cost of the instance.</summary>
    public int CostScale { get; init; } = 1;

    /// <summary>Solves it.</summary>
    public abstract SolveResult<JudgedPlan> Solve(Host host, SolverOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation);

    /// <summary>What cannot hold together, where there is no plan; null where that is not known.</summary>
    public abstract Conflict? Conflict(CancellationToken cancellation);

    /// <summary>Reads a plan of it, JSON or CSV, and has it judged.</summary>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public abstract JudgedPlan ReadPlan(string path);
}

/// <inheritdoc cref="Instance"/>
/// <typeparam name="TProblem">Its problem.</typeparam>
/// <typeparam name="TPlan">Its plans.</typeparam>
internal sealed class Instance<TProblem, TPlan> : Instance
    where TPlan : class
{
    public required TProblem Problem { get; init; }

    /// <summary>Which of the host's solvers solves it.</summary>
    public required Func<Host, Solve<TProblem, TPlan>> Solver { get; init; }

    public required Func<byte[], TPlan> PlanOfJson { get; init; }

    public required Func<string, TPlan> PlanOfCsv { get; init; }

    /// <summary>What the checker says of a plan.</summary>
    public required Func<TPlan, JudgedPlan> Judge { get; init; }

    /// <summary>Finds out why there is no plan; null for kinds that do not.</summary>
    public Func<CancellationToken, Conflict?>? Conflicts { get; init; }

    public override Conflict? Conflict(CancellationToken cancellation) => Conflicts?.Invoke(cancellation);

    public override SolveResult<JudgedPlan> Solve(Host host, SolverOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        var result = Solver(host)(Problem, options, progress, cancellation);
        return new SolveResult<JudgedPlan>
        {
            Status = result.Status,
            StopReason = result.StopReason,
            Plan = result.Plan is { } plan ? Judge(plan) : null,
            Cost = result.Cost,
            LowerBound = result.LowerBound,
            BoundMethod = result.BoundMethod,
            Statistics = result.Statistics,
        };
    }

    public override JudgedPlan ReadPlan(string path) => Judge(PlanOf(path));

    /// <summary>Reads a plan of it, JSON or CSV.</summary>
    /// <exception cref="UsageException">The file cannot be used.</exception>
    public TPlan PlanOf(string path)
    {
        var file = InputFile.Read(path);
        return ProblemKinds.In(path, () => file.IsJson ? PlanOfJson(file.Bytes) : PlanOfCsv(file.Text()));
    }
}
