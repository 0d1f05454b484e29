using System.CommandLine;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;

namespace BerthOpt.Cli.Commands;

/// <summary><c>berthopt render</c>: draws a plan.</summary>
internal static class RenderCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("render", "Draw a plan as SVG.");
        var instance = new InstanceOptions();
        var plan = new Argument<string>("PLAN") { Description = "The plan: JSON or CSV, found by its content." };
        var output = TypedOption.Path("--out", "The SVG file to write.");
        output.Required = true;
        instance.AddTo(command);
        command.Add(plan);
        command.Add(output);
        command.SetAction(parse =>
        {
            var path = parse.GetRequiredValue(plan);
            var file = OutputFile.At(parse.GetValue(output), instance.File(parse), path)!;
            var read = instance.Read(parse);
            file.Write(read.ReadPlan(path).Picture(null));
            host.Error.WriteLine($"Wrote {file.Path}.");
            return ExitCode.Done;
        });
        return command;
    }
}
