using System.CommandLine;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Options;

/// <summary>How files of problems are read: their kind, format and variant.</summary>
internal sealed class ReadingOptions
{
    private readonly Option<string> _problem = TypedOption.OneOf("--problem", "Kind of problem, found by the content of FILE with auto", ProblemKinds.Names);

    private readonly Option<string> _format = TypedOption.OneOf("--format", "Format of FILE, found by its content with auto", ProblemKinds.Formats);

    private readonly Option<string?> _variant = new("--variant")
    {
        Description = "Reading of a public format, such as discrete or setup; docs/berths-formats.md and docs/cranes.md list them by format.",
        HelpName = "name",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_problem);
        command.Add(_format);
        command.Add(_variant);
    }

    /// <summary>Reads a problem.</summary>
    public Instance Read(ParseResult parse, string file) => ProblemKinds.Open(file, parse.GetRequiredValue(_problem), parse.GetRequiredValue(_format), parse.GetValue(_variant));
}
