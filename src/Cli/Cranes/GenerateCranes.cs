using System.CommandLine;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;
using BerthOpt.Cranes;

namespace BerthOpt.Cli.Cranes;

/// <summary><c>berthopt generate cranes</c>.</summary>
internal static class GenerateCranes
{
    private static readonly (string Name, GeneratedCraneKind Kind, string Size)[] _kinds =
    [
        ("qcspgen", GeneratedCraneKind.Qcspgen, "--tasks"), ("kim-park", GeneratedCraneKind.KimPark, "--tasks"),
        ("vessel", GeneratedCraneKind.Vessel, "--teu"), ("rail", GeneratedCraneKind.Rail, "--vessels"),
    ];

    public static Command Create(Host host)
    {
        var command = new Command("cranes", "Make a crane problem; the same options give the same problem on every machine.");
        var kind = TypedOption.OneOf("--kind", "Kind of problem", [.. _kinds.Select(known => known.Name)]);
        var seed = TypedOption.Seed();
        var output = TypedOption.Path("--out", "The JSON file to write.");
        output.Required = true;
        Option<int?>[] sizes =
        [
            Size("--tasks", "Number of tasks, for qcspgen and kim-park", GeneratedCraneKind.Qcspgen),
            Size("--teu", "Capacity of the vessel in TEU, for vessel", GeneratedCraneKind.Vessel),
            Size("--vessels", "Number of vessels, for rail", GeneratedCraneKind.Rail),
        ];
        command.Add(kind);
        foreach (var size in sizes)
        {
            command.Add(size);
        }

        command.Add(seed);
        command.Add(output);
        command.SetAction(parse =>
        {
            var file = OutputFile.At(parse.GetValue(output))!;
            var (name, chosen, expected) = _kinds.First(known => known.Name == parse.GetRequiredValue(kind));
            if (sizes.FirstOrDefault(size => size.Name != expected && parse.GetValue(size) is not null) is { } other)
            {
                throw new UsageException($"Option {other.Name} does not go with --kind {name}; expected {expected}.");
            }

            var problem = CraneGenerator.Generate(chosen, parse.GetValue(sizes.First(size => size.Name == expected)), parse.GetValue(seed));
            file.Write(CraneFiles.Json(problem));
            host.Error.WriteLine($"Wrote {file.Path}: {problem.Name}, {Tables.Count(problem.Tasks.Length, "task")}, {Tables.Count(problem.Cranes.Length, "crane")}.");
            return ExitCode.Done;
        });
        return command;
    }

    // Where kinds share an option their greatest sizes are the same; the default said is that of the first.
    private static Option<int?> Size(string name, string what, GeneratedCraneKind kind) =>
        SizeOption.Of(name, what, CraneGenerator.MinSize(kind), CraneGenerator.MaxSize(kind), CraneGenerator.DefaultSize(kind));
}
