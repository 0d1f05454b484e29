using System.CommandLine;

namespace BerthOpt.Cli;

/// <summary>The command line's table of contents: one line per command.</summary>
internal static class Program
{
    internal static int Main(string[] args) => Root().Parse(args).Invoke();

    internal static RootCommand Root() => new("Plan berths, quay cranes and empty containers in a container port.");
}
