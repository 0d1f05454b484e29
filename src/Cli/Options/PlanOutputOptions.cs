using System.CommandLine;
using BerthOpt.Cli.Files;

namespace BerthOpt.Cli.Options;

/// <summary>Where a plan goes: <c>--out</c>, <c>--csv</c> and <c>--svg</c>.</summary>
internal sealed class PlanOutputOptions
{
    private readonly Option<string?> _json = TypedOption.Path("--out", "Write the plan to this file, as JSON.");
    private readonly Option<string?> _csv = TypedOption.Path("--csv", "Write the plan to this file, as CSV in the units of the instance.");
    private readonly Option<string?> _svg = TypedOption.Path("--svg", "Draw the plan to this file, as SVG.");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_json);
        command.Add(_csv);
        command.Add(_svg);
    }

    /// <summary>The files; refuses what cannot be written, before any work is done.</summary>
    public PlanOutputs Read(ParseResult parse, params string[] inputs)
    {
        var files = OutputFile.All(inputs, parse.GetValue(_json), parse.GetValue(_csv), parse.GetValue(_svg));
        return new PlanOutputs(files[0], files[1], files[2]);
    }
}
