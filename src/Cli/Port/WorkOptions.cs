using System.CommandLine;
using BerthOpt.Berths;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Problems;
using BerthOpt.Cranes;
using BerthOpt.Port;

namespace BerthOpt.Cli.Port;

/// <summary>The bays of a berth problem's calls: <c>--work</c>, and where the crane plans go.</summary>
internal sealed class WorkOptions
{
    private readonly Option<string?> _work = TypedOption.Path("--work", "The bays of the calls, as JSON or CSV (docs/port.md): plan berths and cranes together. Limits hold for each run of a solver.");
    private readonly PlanOutputOptions _plans = new(
        null,
        TypedOption.Path("--cranes-csv", "With --work: write the crane plan to this file, as CSV in seconds; one file a rail."),
        TypedOption.Path("--cranes-svg", "With --work: draw the crane plan to this file, as SVG; one file a rail."));

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_work);
        _plans.AddTo(command);
    }

    /// <summary>Path of the bays; null for none.</summary>
    public string? File(ParseResult parse) => parse.GetValue(_work) is { } path ? path
        : !_plans.AreGiven(parse) ? null
        : throw new UsageException("Options --cranes-csv and --cranes-svg need --work, the bays of the calls.");

    /// <summary>Berths and bays.</summary>
    public static PortWork Read(string path, Instance instance)
    {
        if (instance is not Instance<BerthProblem, BerthPlan> { Problem: var berths })
        {
            throw new UsageException($"Option --work goes with a berth problem; expected one, not {instance.Kind}.");
        }

        var file = InputFile.Read(path);
        return ProblemKinds.In(path, () => new PortWork(berths, file.IsJson ? BayWorkloadDocument.Read(file.Bytes) : BayWorkloadCsv.Read(file.Text(), PortWork.Around(berths))));
    }

    /// <summary>The files of each rail's crane plan; refuses what cannot be written, before any work is done.</summary>
    public IReadOnlyList<PlanOutputs> Outputs(ParseResult parse, int rails, params string[] inputs) => _plans.Read(parse, rails, inputs);
}
