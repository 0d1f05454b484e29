using System.CommandLine;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;
using BerthOpt.Empties;

namespace BerthOpt.Cli.Empties;

/// <summary><c>berthopt generate empties</c>.</summary>
internal static class GenerateEmpties
{
    public static Command Create(Host host)
    {
        var command = new Command("empties", "Make an empties problem; the same options give the same problem on every machine.");
        var options = new GenerateOptions<GeneratedEmptiesKind>(
            ("carrier", GeneratedEmptiesKind.Carrier, Size("--ports", "Number of ports, for carrier", GeneratedEmptiesKind.Carrier)),
            ("hub", GeneratedEmptiesKind.Hub, Size("--inland-ports", "Number of inland ports, for hub", GeneratedEmptiesKind.Hub)));
        var weeks = SizeOption.Of("--weeks", "Weeks that are planned (of a hub 13 unless given)", 1, EmptiesGenerator.MaxWeeks, 16);
        options.AddTo(command);
        command.Add(weeks);
        command.SetAction(parse =>
        {
            var (file, kind, size, seed) = options.Read(parse);
            var problem = EmptiesGenerator.Generate(kind, size, seed, parse.GetValue(weeks));
            file.Write(EmptiesFiles.Json(problem));
            host.Error.WriteLine($"Wrote {file.Path}: {problem.Name}, {Tables.Count(problem.Locations.Length, "location")}, {Tables.Count(problem.Voyages.Length, "voyage")}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<int?> Size(string name, string what, GeneratedEmptiesKind kind) =>
        SizeOption.Of(name, what, EmptiesGenerator.MinSize(kind), EmptiesGenerator.MaxSize(kind), EmptiesGenerator.DefaultSize(kind));
}
