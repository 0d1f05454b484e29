using System.CommandLine;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Options;

/// <summary>Which problem a command is about: a file, its format and its variant.</summary>
internal sealed class InstanceOptions
{
    private readonly Argument<string> _file = new("FILE") { Description = "The problem: BerthOpt's own JSON, or a file of a public benchmark." };

    private readonly Option<string> _problem = TypedOption.OneOf("--problem", "Kind of problem, found by the content of FILE with auto", ProblemKinds.Names);

    private readonly Option<string> _format = TypedOption.OneOf("--format", "Format of FILE, found by its content with auto", ProblemKinds.Formats);

    private readonly Option<string?> _variant = new("--variant")
    {
        Description = "Reading of a public format, such as discrete or setup; docs/berths-formats.md and docs/cranes.md list them by format.",
        HelpName = "name",
    };

    /// <summary>Adds the argument and the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_file);
        command.Add(_problem);
        command.Add(_format);
        command.Add(_variant);
    }

    /// <summary>Path of the file.</summary>
    public string File(ParseResult parse) => parse.GetRequiredValue(_file);

    /// <summary>Reads the problem.</summary>
    public Instance Read(ParseResult parse) => ProblemKinds.Open(File(parse), parse.GetRequiredValue(_problem), parse.GetRequiredValue(_format), parse.GetValue(_variant));
}
