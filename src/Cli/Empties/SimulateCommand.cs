using System.CommandLine;
using System.Globalization;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Problems;
using BerthOpt.Empties;

namespace BerthOpt.Cli.Empties;

/// <summary><c>berthopt simulate</c>: plays a sample path of orders and vessel calls with a policy for the empties.</summary>
internal static class SimulateCommand
{
    private const string None = "none", Threshold = "threshold", Rolling = "rolling", Listed = "actions";
    private const string Learned = "learned", True = "true";

    public static Command Create(Host host, CancellationToken cancellation)
    {
        var command = new Command("simulate", "Play a sample path of orders and vessel calls with a policy that repositions empties.");
        var folder = new Argument<string>("FOLDER") { Description = "The sample path: a folder of MARO's container inventory scenario (docs/empties-simulation.md)." };
        var policy = TypedOption.OneOf("--policy", "Who decides at each call", None, Threshold, Rolling, Listed);
        var actions = TypedOption.Path("--actions", "The actions to play, as CSV, with --policy actions.");
        var train = TypedOption.Path("--train", "Another sample path of the same ports on which levels are chosen, with --policy threshold.", "folder");
        var forecast = TypedOption.OneOf("--forecast", "Orders that --policy rolling expects: learned from those seen so far, or the true ones, which nobody can know", Learned, True);
        var window = Ticks("--window", "Ticks that --policy rolling looks ahead, 1 to 1000. Default 112.", 1000);
        var ticks = Ticks("--ticks", "Ticks to play. Default all.", SampleSchedule.MostTicks);
        var seed = TypedOption.Seed();
        var bound = TypedOption.Switch("--bound", "Also compute what no policy can do better than; takes a minute where there are many orders.");
        var csv = TypedOption.Path("--csv", "Write the actions to this file, as CSV.");
        var json = TypedOption.Switch("--json", "Print one line of JSON on standard output.");
        command.Add(folder);
        foreach (var option in (Option[])[policy, actions, train, forecast, window, ticks, seed, bound, csv, json])
        {
            command.Add(option);
        }

        command.SetAction(parse =>
        {
            var (name, chosen) = (parse.GetRequiredValue(folder), parse.GetRequiredValue(policy));
            Refuse(parse.GetValue(actions) is null == (chosen == Listed), "--actions", Listed, chosen);
            Refuse(parse.GetValue(train) is null == (chosen == Threshold), "--train", Threshold, chosen);
            var file = OutputFile.At(parse.GetValue(csv), parse.GetValue(actions) is { } read ? [read] : []);
            var path = ProblemKinds.In(name, () => MaroFolder.Read(name, parse.GetValue(ticks)));
            var run = SimulationRun.Of(path, Make(), parse.GetValue(seed), parse.GetValue(actions) ?? name, cancellation) with { Bound = parse.GetValue(bound) ? FulfilmentBound.Boxes(path) : null };
            run.Write(host, chosen, parse.GetValue(json), file);
            return run.ExitCode;

            IRepositioningPolicy Make() => chosen switch
            {
                Listed => new ListedActions(SimulationRun.Actions(parse.GetValue(actions)!, path)),
                Threshold => SimulationRun.Trained(parse.GetValue(train)!, path),
                Rolling => new RollingPolicy(path.Schedule, new RollingPolicyOptions
                {
                    Window = parse.GetValue(window) ?? new RollingPolicyOptions().Window,
                    TrueOrders = parse.GetRequiredValue(forecast) == True ? path : null,
                }),
                _ => new NoRepositioning(),
            };
        });
        return command;
    }

    private static void Refuse(bool broken, string option, string policy, string chosen)
    {
        if (broken)
        {
            throw new UsageException(chosen == policy ? $"Option {option} is missing; --policy {policy} needs it." : $"Option {option} does not go with --policy {chosen}; expected --policy {policy}.");
        }
    }

    private static Option<int?> Ticks(string name, string description, int most) => TypedOption.Of<int?>(name, description, $"a whole number from 1 to {most}", (string text, out int? value) =>
    {
        var ok = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most;
        value = number;
        return ok;
    }, null);
}
