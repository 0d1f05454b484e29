using System.CommandLine;
using BerthOpt.Berths;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;

namespace BerthOpt.Cli.Commands;

/// <summary><c>berthopt check</c>: judges a plan, whoever made it.</summary>
internal static class CheckCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("check", "Judge a plan: every fault, its cost by term, and its KPIs.");
        var instance = new InstanceOptions();
        var plan = new Argument<string>("PLAN") { Description = "The plan: JSON or CSV, found by its content." };
        var json = TypedOption.Switch("--json", "Print one line of JSON on standard output.");
        instance.AddTo(command);
        command.Add(plan);
        command.Add(json);
        command.SetAction(parse => Run(host, instance.Read(parse), parse.GetRequiredValue(plan), parse.GetValue(json)));
        return command;
    }

    private static int Run(Host host, NamedInstance instance, string path, bool json)
    {
        var plan = BerthFiles.ReadPlan(path, instance);
        var verdict = Verdict.On(instance.Problem, plan);
        var kpis = BerthKpis.Of(instance.Problem, plan);
        if (json)
        {
            host.Out.WriteLine(CheckLine.Of(instance, verdict.Check!, kpis, plan.Hash));
        }
        else
        {
            Write(host, instance.Problem, verdict, kpis);
        }

        return verdict.Check!.IsValid ? ExitCode.Done : ExitCode.Refused;
    }

    private static void Write(Host host, BerthProblem problem, Verdict verdict, BerthKpis kpis)
    {
        var faults = verdict.Check!.Faults.Length + verdict.Check.FaultsNotListed;
        host.Out.WriteLine(faults == 0 ? "The plan is valid: it breaks no rule." : $"The plan is refused: {Tables.Count(faults, "fault")}.");
        foreach (var reason in verdict.Reasons)
        {
            host.Out.WriteLine(reason);
        }

        var console = host.Tables();
        Tables.Cost(console, problem.Grid, verdict.Check.Cost);
        Tables.Kpis(console, kpis);
    }
}
