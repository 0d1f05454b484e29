using System.CommandLine;
using BerthOpt.Berths;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;

namespace BerthOpt.Cli.Berths;

/// <summary><c>berthopt generate berths</c>.</summary>
internal static class GenerateBerths
{
    public static Command Create(Host host)
    {
        var command = new Command("berths", "Make a berth problem; the same options give the same problem on every machine.");
        var calls = Size("--calls", "Number of calls, for meisel-bierwirth and park-kim", GeneratedKind.MeiselBierwirth);
        var weeks = Size("--weeks", "Number of weeks, for port", GeneratedKind.Port);
        var options = new GenerateOptions<GeneratedKind>(
            ("meisel-bierwirth", GeneratedKind.MeiselBierwirth, calls), ("park-kim", GeneratedKind.ParkKim, calls), ("port", GeneratedKind.Port, weeks));
        options.AddTo(command);
        command.SetAction(parse =>
        {
            var (file, kind, size, seed) = options.Read(parse);
            var problem = BerthGenerator.Generate(kind, size, seed);
            file.Write(BerthFiles.Json(problem));

            // The name tells the size that was asked for; of a port that is the weeks.
            host.Error.WriteLine($"Wrote {file.Path}: {problem.Name}{(kind == GeneratedKind.Port ? $", {Tables.Count(problem.Calls.Length, "call")}" : "")}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<int?> Size(string name, string what, GeneratedKind kind) =>
        SizeOption.Of(name, what, 1, BerthGenerator.MaxSize(kind), BerthGenerator.DefaultSize(kind));
}
