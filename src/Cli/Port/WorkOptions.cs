using System.CommandLine;
using BerthOpt.Cli.Berths;
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
    private readonly Option<string?> _csv = TypedOption.Path("--cranes-csv", "With --work: write the crane plan to this file, as CSV in seconds; one file a rail.");
    private readonly Option<string?> _svg = TypedOption.Path("--cranes-svg", "With --work: draw the crane plan to this file, as SVG; one file a rail.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_work);
        command.Add(_csv);
        command.Add(_svg);
    }

    /// <summary>Path of the bays; null for none.</summary>
    public string? File(ParseResult parse) => parse.GetValue(_work) is { } path ? path
        : (parse.GetValue(_csv) ?? parse.GetValue(_svg)) is null ? null
        : throw new UsageException("Options --cranes-csv and --cranes-svg need --work, the bays of the calls.");

    /// <summary>Berths and bays.</summary>
    public static PortWork Read(string path, Instance instance)
    {
        if (instance is not NamedBerths { Problem: var berths })
        {
            throw new UsageException($"Option --work goes with a berth problem; expected one, not {instance.Kind}.");
        }

        var bytes = InputFile.Read(path);
        var isJson = bytes.AsSpan().TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..];
        return ProblemKinds.In(path, () => new PortWork(berths, isJson ? BayWorkloadDocument.Read(bytes) : BayWorkloadCsv.Read(InputFile.Text(path), PortWork.Around(berths))));
    }

    /// <summary>The files of each rail's crane plan; refuses what cannot be written, before any work is done.</summary>
    public IReadOnlyList<PlanOutputs> Outputs(ParseResult parse, int rails, params string[] inputs)
    {
        var files = OutputFile.All(inputs, [.. Paths(parse.GetValue(_csv), rails), .. Paths(parse.GetValue(_svg), rails)]);
        return [.. Enumerable.Range(0, rails).Select(rail => new PlanOutputs(null, files[rail], files[rails + rail]))];
    }

    private static IEnumerable<string?> Paths(string? path, int rails) => Enumerable.Range(1, rails)
        .Select(rail => path is null || rails == 1 ? path : Path.Combine(Path.GetDirectoryName(path) ?? "", $"{Path.GetFileNameWithoutExtension(path)}-{rail}{Path.GetExtension(path)}"));
}
