using System.CommandLine;
using System.Globalization;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Empties.Formats;

namespace BerthOpt.Cli.Empties;

/// <summary><c>berthopt generate linerlib</c>.</summary>
internal static class GenerateLinerlib
{
    private const int DefaultWeeks = 16;

    public static Command Create(Host host)
    {
        var command = new Command("linerlib", "Make an empties problem of the cargo of a LINERLIB instance (docs/empties.md#formats).");
        var folder = new Argument<string>("FOLDER") { Description = "The folder with ports.csv, dist_dense.csv, fleet_data.csv and Demand_NAME.csv." };
        var name = new Argument<string>("NAME") { Description = "The instance, as its demand file is called: Baltic, WAF, EuropeAsia, ..." };
        var weeks = SizeOption.Of("--weeks", "Weeks that are planned", 1, LinerlibFolder.MaxWeeks, DefaultWeeks);
        var types = TypedOption.OneOf("--types", "Container types: forty-foot boxes alone, or three types that share vessels", "1", "3");
        var output = TypedOption.Path("--out", "The JSON file to write.");
        output.Required = true;
        command.Add(folder);
        command.Add(name);
        foreach (var option in (Option[])[weeks, types, output])
        {
            command.Add(option);
        }

        command.SetAction(parse =>
        {
            var (path, instance) = (parse.GetRequiredValue(folder), parse.GetRequiredValue(name));
            var file = OutputFile.At(parse.GetValue(output))!;
            var problem = ProblemKinds.In(path, () => LinerlibFolder.Read(path, instance, parse.GetValue(weeks) ?? DefaultWeeks, int.Parse(parse.GetRequiredValue(types), CultureInfo.InvariantCulture)));
            file.Write(EmptiesFiles.Json(problem));
            host.Error.WriteLine($"Wrote {file.Path}: {Printable.Of(problem.Name)}, {Tables.Count(problem.Locations.Length, "location")}, {Tables.Count(problem.Voyages.Length, "voyage")}.");
            return ExitCode.Done;
        });
        return command;
    }
}
