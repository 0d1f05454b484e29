namespace BerthOpt.Cli;

/// <summary>Something that the user can put right: one message, exit code 3.</summary>
/// <param name="message">What, which, actual, expected.</param>
internal sealed class UsageException(string message) : Exception(message);
