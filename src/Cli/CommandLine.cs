using System.CommandLine;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cli;

/// <summary>Runs one command line and turns whatever happens into messages and an exit code; never a stack trace.</summary>
internal static class CommandLine
{
    private const int MostFaults = 100;

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
        catch (InvalidInputException fault)
        {
            WriteFaults(fault, host.Error);
            return ExitCode.InvalidInput;
        }
        catch (Exception fault)
        {
            var message = fault.Message.ReplaceLineEndings(" ");
            host.Error.WriteLine($"berthopt failed: {fault.GetType().Name}: {message} This is a fault of berthopt, not of your input; please report it with the command and its input file.");
            return ExitCode.Unexpected;
        }
    }

    private static int Unusable(ParseResult parse, Host host)
    {
        foreach (var message in parse.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))
        {
            host.Error.WriteLine(message);
        }

        var command = parse.CommandResult.Command is RootCommand ? "" : $" {parse.CommandResult.Command.Name}";
        host.Error.WriteLine($"Maybe 'berthopt{command} --help' shows what you need.");
        return ExitCode.InvalidInput;
    }

    private static void WriteFaults(InvalidInputException exception, TextWriter error)
    {
        foreach (var fault in exception.Faults.Take(MostFaults))
        {
            error.WriteLine(fault);
        }

        if (exception.Faults.Length > MostFaults)
        {
            error.WriteLine($"... and {exception.Faults.Length - MostFaults} faults more.");
        }
    }
}
