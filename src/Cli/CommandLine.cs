using System.CommandLine;
using System.CommandLine.Parsing;
using BerthOpt.Cli.Commands;
using BerthOpt.Search;

namespace BerthOpt.Cli;

/// <summary>Runs one command line and turns whatever happens into messages and an exit code; never a stack trace.</summary>
internal static class CommandLine
{
    public static int Run(IReadOnlyList<string> args, Host host, CancellationToken cancellation = default)
    {
        try
        {
            var configuration = new ParserConfiguration { ResponseFileTokenReplacer = null };
            var parse = Program.Root(host, cancellation).Parse(args.Count == 0 ? ["--help"] : args, configuration);
            if (parse.Errors.Count > 0 && parse.Action is not { ClearsParseErrors: true })
            {
                return Unusable(parse, host);
            }

            return parse.Invoke(new InvocationConfiguration { Output = host.Out, Error = host.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UsageException fault)
        {
            host.Error.WriteLine(fault.Message);
            return ExitCode.InvalidInput;
        }
        catch (PlanRefusedException fault)
        {
            host.Error.WriteLine($"{fault.Message} {SolveRun.Apology}");
            return ExitCode.Refused;
        }
        catch (Exception fault)
        {
            var message = fault.Message.ReplaceLineEndings(" ");
            host.Error.WriteLine($"berthopt failed: {fault.GetType().Name}: {message} {SolveRun.Apology}");
            return ExitCode.Unexpected;
        }
    }

    /// <summary>The words that lead to a command, each behind a space.</summary>
    private static string Path(CommandResult result) => result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : "";

    private static int Unusable(ParseResult parse, Host host)
    {
        var command = parse.CommandResult.Command;
        var commands = string.Join(", ", command.Subcommands.Select(known => known.Name));
        IEnumerable<string> messages = commands.Length == 0 ? parse.Errors.Select(error => error.Message)
            : parse.UnmatchedTokens.Count == 0 ? [$"A command is missing; expected one of {commands}."]
            : [$"\"{parse.UnmatchedTokens[0]}\" is no command and no option; expected one of {commands}."];
        foreach (var message in messages.Distinct(StringComparer.Ordinal))
        {
            host.Error.WriteLine(message);
        }

        host.Error.WriteLine($"Maybe 'berthopt{Path(parse.CommandResult)} --help' shows what you need.");
        return ExitCode.InvalidInput;
    }
}
