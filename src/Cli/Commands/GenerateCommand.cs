using System.CommandLine;
using BerthOpt.Cli.Empties;
using BerthOpt.Cli.Port;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Commands;

/// <summary><c>berthopt generate</c>: makes a problem from a seed, or from published tables.</summary>
internal static class GenerateCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("generate", "Make a problem from a seed, or from published tables.");
        foreach (var generate in ProblemKinds.All.Select(kind => kind.Generate(host)).OfType<Command>())
        {
            command.Add(generate);
        }

        command.Add(GeneratePort.Create(host));
        command.Add(GenerateLinerlib.Create(host));
        return command;
    }
}
