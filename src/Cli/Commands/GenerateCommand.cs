using System.CommandLine;
using BerthOpt.Cli.Port;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Commands;

/// <summary><c>berthopt generate</c>: makes a problem from a seed.</summary>
internal static class GenerateCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("generate", "Make a problem from a seed.");
        foreach (var generate in ProblemKinds.All.Select(kind => kind.Generate(host)).OfType<Command>())
        {
            command.Add(generate);
        }

        command.Add(GeneratePort.Create(host));
        return command;
    }
}
