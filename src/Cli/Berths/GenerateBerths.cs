using System.CommandLine;
using BerthOpt.Berths;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;

namespace BerthOpt.Cli.Berths;

/// <summary><c>berthopt generate berths</c>.</summary>
internal static class GenerateBerths
{
    private static readonly (string Name, GeneratedKind Kind)[] _kinds =
    [
        ("meisel-bierwirth", GeneratedKind.MeiselBierwirth), ("park-kim", GeneratedKind.ParkKim), ("port", GeneratedKind.Port),
    ];

    public static Command Create(Host host)
    {
        var command = new Command("berths", "Make a berth problem; the same options give the same problem on every machine.");
        var kind = TypedOption.OneOf("--kind", "Kind of problem", [.. _kinds.Select(known => known.Name)]);
        var calls = Size("--calls", "Number of calls, for meisel-bierwirth and park-kim", GeneratedKind.MeiselBierwirth);
        var weeks = Size("--weeks", "Number of weeks, for port", GeneratedKind.Port);
        var seed = TypedOption.Seed();
        var output = TypedOption.Path("--out", "The JSON file to write.");
        output.Required = true;
        command.Add(kind);
        command.Add(calls);
        command.Add(weeks);
        command.Add(seed);
        command.Add(output);
        command.SetAction(parse =>
        {
            var file = OutputFile.At(parse.GetValue(output))!;
            var problem = Generate(parse.GetRequiredValue(kind), parse.GetValue(calls), parse.GetValue(weeks), parse.GetValue(seed));
            file.Write(BerthFiles.Json(problem));

            // The name tells the size that was asked for; of a port that is the weeks.
            var size = parse.GetRequiredValue(kind) == "port" ? $", {Tables.Count(problem.Calls.Length, "call")}" : "";
            host.Error.WriteLine($"Wrote {file.Path}: {problem.Name}{size}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static BerthProblem Generate(string name, int? calls, int? weeks, ulong seed)
    {
        var kind = _kinds.First(known => known.Name == name).Kind;
        if (kind == GeneratedKind.Port ? calls is not null : weeks is not null)
        {
            var (given, expected) = kind == GeneratedKind.Port ? ("--calls", "--weeks") : ("--weeks", "--calls");
            throw new UsageException($"Option {given} does not go with --kind {name}; expected {expected}.");
        }

        return BerthGenerator.Generate(kind, calls ?? weeks, seed);
    }

    private static Option<int?> Size(string name, string what, GeneratedKind kind) =>
        SizeOption.Of(name, what, 1, BerthGenerator.MaxSize(kind), BerthGenerator.DefaultSize(kind));
}
