using System.CommandLine;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Port;

namespace BerthOpt.Cli.Commands;

/// <summary><c>berthopt solve</c>: finds a plan, has it checked, and says how good it is.</summary>
internal static class SolveCommand
{
    public static Command Create(Host host, CancellationToken cancellation)
    {
        var command = new Command("solve", "Find a plan, check it, and say how far from the best it can be.");
        var instance = new InstanceOptions();
        var limits = new LimitOptions("10s");
        var rolling = new RollingReader();
        var outputs = new PlanOutputOptions();
        var work = new WorkOptions();
        var json = TypedOption.Switch("--json", "Print one line of JSON on standard output; everything else goes to standard error.");
        instance.AddTo(command);
        limits.AddTo(command);
        rolling.AddTo(command);
        outputs.AddTo(command);
        work.AddTo(command);
        command.Add(json);
        command.SetAction(parse =>
        {
            var solver = rolling.Choose(parse, host);
            var files = outputs.Read(parse, instance.File(parse));
            var read = instance.Read(parse);
            rolling.Refuse(parse, read);
            if (work.File(parse) is { } bays)
            {
                var port = WorkOptions.Read(bays, read);
                files = outputs.Read(parse, instance.File(parse), bays);
                var rails = work.Outputs(parse, port.Berths.CranePools.Length, instance.File(parse), bays);
                return PortRun.Run(host, port, limits.Read(parse, read.CostScale), files, rails, cancellation);
            }

            var run = SolveRun.Of(solver, read, limits.Read(parse, read.CostScale), cancellation).WithConflict(cancellation);
            if (parse.GetValue(json))
            {
                host.Out.WriteLine(ResultLine.Of(read, run.Result, run.Verdict, run.Conflict));
            }
            else
            {
                run.WriteTables(host);
            }

            run.WriteFiles(host, files);
            return run.ExitCode;
        });
        return command;
    }
}
