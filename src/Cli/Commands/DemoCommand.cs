using System.CommandLine;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Cli.Berths;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;

namespace BerthOpt.Cli.Commands;

/// <summary><c>berthopt demo</c>: one week at a synthetic port, from nothing to a checked plan and its picture.</summary>
internal static class DemoCommand
{
    public static Command Create(Host host, CancellationToken cancellation)
    {
        var command = new Command("demo", "Plan one week at a large synthetic port: about 230 calls, 20 of which lie there when it begins, 8,651 m of quay, 91 cranes.");
        var limits = new LimitOptions("8s");
        var folder = TypedOption.Path("--out", "The folder to write to; created when it is missing. Default out/demo.", "folder");
        limits.AddTo(command);
        command.Add(folder);
        command.SetAction(parse => Run(host, limits, parse, parse.GetValue(folder) ?? Path.Combine("out", "demo"), cancellation));
        return command;
    }

    private static int Run(Host host, LimitOptions limits, ParseResult parse, string folder, CancellationToken cancellation)
    {
        OutputFile.CreateFolder(folder);
        string In(string name) => Path.Combine(folder, name);
        var files = new PlanOutputs(OutputFile.At(In("plan.json")), OutputFile.At(In("plan.csv")), OutputFile.At(In("plan.svg")));
        var problem = BerthGenerator.Port(1, limits.Seed(parse));
        var instance = new BerthKind().Of(BerthInstance.Of(problem));
        OutputFile.At(In("problem.json"))!.Write(BerthFiles.Json(problem));
        host.Error.WriteLine($"Wrote {In("problem.json")}: {problem.Name}, {Tables.Count(problem.Calls.Length, "call")}. Every ship in it is made up.");

        var run = SolveRun.Of(host, instance, limits.Read(parse, instance.CostScale), cancellation);
        run.WriteTables(host);
        run.WriteFiles(host, files);
        if (run.ExitCode == ExitCode.Done)
        {
            host.Out.WriteLine($"""
                The picture is {In("plan.svg")}. What to try next:
                  {host.Name} check {In("problem.json")} {In("plan.json")}
                  {host.Name} solve {In("problem.json")} --time-limit 60s --out better.json --svg better.svg
                  {host.Name} generate berths --kind port --weeks 2 --out port.json
                """);
        }

        return run.ExitCode;
    }
}
