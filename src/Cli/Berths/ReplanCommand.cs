using System.CommandLine;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Cli.Commands;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Search;

namespace BerthOpt.Cli.Berths;

/// <summary><c>berthopt replan</c>: changes a plan of berths in force when something has happened.</summary>
internal static class ReplanCommand
{
    public static Command Create(Host host, CancellationToken cancellation)
    {
        var command = new Command("replan", "Change a plan of berths, because something has happened, no further than it pays.");
        var instance = new InstanceOptions();
        var plan = new Argument<string>("PLAN") { Description = "The plan in force: JSON or CSV, found by its content." };
        var changes = new Argument<string>("CHANGES") { Description = "What has happened and what is decided, as JSON: nowMinutes, events, stability, pins, freeze." };
        var limits = new LimitOptions("10s");
        var outputs = new PlanOutputOptions();
        var left = TypedOption.Path("--problem-out", "Write the problem that is left, with all that has happened in it, to this file, as JSON; the new plan is one of it.");
        var json = TypedOption.Switch("--json", "Print one line of JSON on standard output, with what has changed; everything else goes to standard error.");
        instance.AddTo(command);
        command.Add(plan);
        command.Add(changes);
        limits.AddTo(command);
        outputs.AddTo(command);
        command.Add(left);
        command.Add(json);
        command.SetAction(parse =>
        {
            string[] inputs = [instance.File(parse), parse.GetRequiredValue(plan), parse.GetRequiredValue(changes)];
            var files = outputs.Read(parse, inputs);
            var problemFile = OutputFile.At(parse.GetValue(left), inputs);
            var berths = BerthFiles.Require(instance.Read(parse));
            var old = berths.PlanOf(inputs[1]);
            var replan = ProblemKinds.In(inputs[2], () => BerthReplanDocument.Read(InputFile.Read(inputs[2]).Bytes, berths.Problem, old));
            return Run(host, berths.Problem, old, replan, parse.GetValue(json), problemFile, files, problem => limits.Read(parse, problem.Grid.CostScale), cancellation);
        });
        return command;
    }

    private static int Run(Host host, BerthProblem problem, BerthPlan plan, BerthReplan replan, bool json, OutputFile? problemFile, PlanOutputs files, Func<BerthProblem, SolverOptions> limits, CancellationToken cancellation)
    {
        BerthReplanResult? made = null;
        var revision = BerthRevision.Of(problem, plan, replan);
        var replanning = host with { SolveBerths = (_, options, progress, token) => (made = BerthReplanner.Solve(revision, options, progress, token)).Result };
        var left = revision.Problem;
        foreach (var released in revision.Released)
        {
            host.Error.WriteLine(Printable.Of($"Warning: {released.Message(left)}"));
        }

        var run = SolveRun.Of(replanning, new BerthKind().Of(BerthInstance.Of(left)), limits(left), cancellation).WithConflict(cancellation);
        var changes = made?.Changes is { } found ? new BerthChangesText(left, found) : null;
        if (json)
        {
            host.Out.WriteLine(ResultLine.Of(run.Instance, run.Result, run.Verdict, run.Conflict, changes is null ? null : changes.Write));
        }
        else
        {
            run.WriteTables(host);
            foreach (var line in changes?.Lines() ?? [])
            {
                host.Out.WriteLine(Printable.Of(line));
            }
        }

        problemFile?.Write(BerthFiles.Json(left));
        run.WriteFiles(host, files);
        return run.ExitCode;
    }
}
