using BerthOpt.Cli.Files;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Cli.Commands;

/// <summary>One run of the solver and the verdict on its plan.</summary>
internal sealed record SolveRun(Instance Instance, SolveResult<JudgedPlan> Result, Verdict Verdict)
{
    /// <summary>What cannot hold together, where it is proven that there is no plan; null where that is not known.</summary>
    public Conflict? Conflict { get; init; }

    /// <summary>What to say when the checker refuses a solver's plan.</summary>
    public const string Apology = "This is a fault of berthopt, not of your input; please report it with the command and its input file.";

    /// <summary>How the command ends.</summary>
    public int ExitCode => (Verdict.Word, Result.Status) switch
    {
        ("refused", _) => Cli.ExitCode.Refused,
        ("valid", _) => Cli.ExitCode.Done,
        (_, SolveStatus.Infeasible) => Cli.ExitCode.Infeasible,
        _ => Cli.ExitCode.NoPlan,
    };

    /// <summary>Runs the solver, with a progress line on a terminal.</summary>
    public static SolveRun Of(Host host, Instance instance, SolverOptions options, CancellationToken cancellation)
    {
        var progress = host.ErrorIsTerminal ? new ProgressLine(host.Error, instance.CostScale, host.Width) : null;
        try
        {
            return Of(host, instance, options, progress, cancellation);
        }
        finally
        {
            progress?.Clear();
        }
    }

    /// <summary>Runs the solver.</summary>
    public static SolveRun Of(Host host, Instance instance, SolverOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            var result = instance.Solve(host, options, progress, cancellation);
            return new SolveRun(instance, result, Verdict.On(result));
        }
        catch (InvalidInputException fault)
        {
            throw UsageException.Of($"\"{Printable.Of(instance.Name)}\" cannot be planned:", fault);
        }
    }

    /// <summary>The run, with what cannot hold together where there is no plan.</summary>
    public SolveRun WithConflict(CancellationToken cancellation) => Result.Status == SolveStatus.Infeasible ? this with { Conflict = Instance.Conflict(cancellation) } : this;

    /// <summary>How the plan was found, its cost by term and its KPIs.</summary>
    public void WriteTables(Host host)
    {
        var console = host.Tables();
        Tables.Result(console, Instance, Result, Verdict);
        if (Result.Plan is { } plan)
        {
            Tables.Cost(console, Instance.CostScale, plan);
            Tables.Kpis(console, plan);
        }
    }

    /// <summary>Writes the plan's files, when there is a valid plan, and says what came of it.</summary>
    public void WriteFiles(Host host, PlanOutputs files)
    {
        if (Verdict.Word == "refused")
        {
            host.Error.WriteLine($"The checker refused the plan, so it was not written. {Apology}");
            foreach (var reason in Verdict.Reasons)
            {
                host.Error.WriteLine(reason);
            }
        }
        else if (Result.Plan is { } plan)
        {
            files.Write(plan, Result.LowerBound, host.Error);
        }
        else
        {
            host.Error.WriteLine(Result.Status == SolveStatus.Infeasible
                ? $"There is no plan: it is proven that none keeps all rules. {(Conflict is { } conflict ? Printable.Of(conflict.Text) : "Maybe a deadline, a closure or a pin is too strict.")}"
                : $"No plan was found ({ResultLine.Kebab(Result.StopReason)}). Maybe allow more time with --time-limit, or more work with --work-limit.");
        }
    }
}
