using BerthOpt.Cli.Output;
using BerthOpt.Diagnostics;

namespace BerthOpt.Cli;

/// <summary>Something that the user can put right: one message, exit code 3.</summary>
/// <param name="message">What, which, actual, expected.</param>
internal sealed class UsageException(string message) : Exception(message)
{
    private const int MostFaults = 100;

    /// <summary>The faults of a file, one line each below its name.</summary>
    public static UsageException In(string file, InvalidInputException exception) => Of($"File \"{file}\" cannot be used:", exception);

    /// <summary>Faults, one line each below what they are faults of.</summary>
    public static UsageException Of(string title, InvalidInputException exception)
    {
        var faults = exception.Faults;
        var more = faults.Length > MostFaults ? [$"... and {faults.Length - MostFaults} more."] : Array.Empty<string>();
        return new UsageException(string.Join(Environment.NewLine, [title, .. faults.Take(MostFaults).Select(fault => Printable.Of(fault.ToString())), .. more]));
    }
}
