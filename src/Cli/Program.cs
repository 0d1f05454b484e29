using System.CommandLine;
using BerthOpt.Cli.Bench;
using BerthOpt.Cli.Berths;
using BerthOpt.Cli.Commands;
using BerthOpt.Cli.Empties;

namespace BerthOpt.Cli;

/// <summary>The command line's table of contents: one line per command.</summary>
internal static class Program
{
    internal static int Main(string[] args)
    {
        using var interrupt = new Interrupt();
        return CommandLine.Run(args, Host.OfProcess(), interrupt.Token);
    }

    internal static RootCommand Root(Host host, CancellationToken cancellation) => new("Plan berths, and the quay cranes that work there, in a container port.")
    {
        SolveCommand.Create(host, cancellation),
        CheckCommand.Create(host),
        ExplainCommand.Create(host, cancellation),
        ReplanCommand.Create(host, cancellation),
        SlotsCommand.Create(host, cancellation),
        RenderCommand.Create(host),
        GenerateCommand.Create(host),
        SimulateCommand.Create(host, cancellation),
        BenchCommand.Create(host, cancellation),
        HedgeCommand.Create(host, cancellation),
        DemoCommand.Create(host, cancellation),
    };
}
