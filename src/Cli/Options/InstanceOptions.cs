using System.CommandLine;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Options;

/// <summary>Which problem a command is about: a file, and how it is read.</summary>
internal sealed class InstanceOptions
{
    private readonly Argument<string> _file = new("FILE") { Description = "The problem: BerthOpt's own JSON, or a file of a public benchmark." };
    private readonly ReadingOptions _reading = new();

    /// <summary>Adds the argument and the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_file);
        _reading.AddTo(command);
    }

    /// <summary>Path of the file.</summary>
    public string File(ParseResult parse) => parse.GetRequiredValue(_file);

    /// <summary>Reads the problem.</summary>
    public Instance Read(ParseResult parse) => _reading.Read(parse, File(parse));
}
