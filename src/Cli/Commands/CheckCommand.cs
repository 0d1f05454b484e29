using System.CommandLine;
using BerthOpt.Cli.Empties;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Empties;

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
        command.SetAction(parse => MaroFolder.LooksLikeOne(instance.File(parse))
            ? CheckActions.Run(host, instance.File(parse), parse.GetRequiredValue(plan), parse.GetValue(json))
            : Run(host, instance.Read(parse), parse.GetRequiredValue(plan), parse.GetValue(json)));
        return command;
    }

    private static int Run(Host host, Instance instance, string path, bool json)
    {
        var plan = instance.ReadPlan(path);
        if (json)
        {
            host.Out.WriteLine(CheckLine.Of(instance, plan));
        }
        else
        {
            Write(host, instance, plan);
        }

        return plan.IsValid ? ExitCode.Done : ExitCode.Refused;
    }

    private static void Write(Host host, Instance instance, JudgedPlan plan)
    {
        var faults = plan.Faults.Count + plan.FaultsNotListed;
        host.Out.WriteLine(faults == 0 ? "The plan is valid: it breaks no rule." : $"The plan is refused: {Tables.Count(faults, "fault")}.");
        foreach (var reason in Verdict.On(plan).Reasons)
        {
            host.Out.WriteLine(reason);
        }

        var console = host.Tables();
        Tables.Cost(console, instance.CostScale, plan);
        Tables.Kpis(console, plan);
    }
}
