using System.CommandLine;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Commands;

/// <summary><c>berthopt explain</c>: why a plan is as it is, and what something else would cost.</summary>
internal static class ExplainCommand
{
    public static Command Create(Host host, CancellationToken cancellation)
    {
        var command = new Command("explain", "Say why a plan is as it is: of berths what keeps each call from an earlier start, a nearer place or more cranes; of cranes what the end hangs on; of empties what costs arise where.");
        var instance = new InstanceOptions();
        var plan = new Argument<string>("PLAN") { Description = "The plan: JSON or CSV, found by its content." };
        var call = new Option<string?>("--call", "--task", "--item") { Description = "Explain this call, task, or location, voyage, link or contract alone, with the prices of what it wishes.", HelpName = "id" };
        var json = TypedOption.Switch("--json", "Print JSON on standard output.");
        instance.AddTo(command);
        command.Add(plan);
        command.Add(call);
        command.Add(json);
        command.SetAction(parse => Run(host, instance.Read(parse).ReadPlan(parse.GetRequiredValue(plan)), parse.GetValue(call), parse.GetValue(json), cancellation));
        return command;
    }

    private static int Run(Host host, JudgedPlan plan, string? call, bool json, CancellationToken cancellation)
    {
        if (plan.Explain is not { } explain)
        {
            throw new UsageException("Plans of this kind are not explained; expected a plan of berths, cranes or empties.");
        }

        if (!plan.IsValid)
        {
            host.Error.WriteLine("The plan is refused, so there is nothing to explain.");
            foreach (var reason in Verdict.On(plan).Reasons)
            {
                host.Error.WriteLine(reason);
            }

            return ExitCode.Refused;
        }

        var (document, lines) = explain(call, cancellation);
        foreach (var line in json ? [document] : lines)
        {
            host.Out.WriteLine(json ? line : Printable.Of(line));
        }

        return ExitCode.Done;
    }
}
