using System.CommandLine;
using BerthOpt.Cli.Options;
using BerthOpt.Cli.Output;
using BerthOpt.Cranes;

namespace BerthOpt.Cli.Cranes;

/// <summary><c>berthopt generate cranes</c>.</summary>
internal static class GenerateCranes
{
    public static Command Create(Host host)
    {
        var command = new Command("cranes", "Make a crane problem; the same options give the same problem on every machine.");
        var tasks = Size("--tasks", "Number of tasks, for qcspgen and kim-park", GeneratedCraneKind.Qcspgen);
        var options = new GenerateOptions<GeneratedCraneKind>(
            ("qcspgen", GeneratedCraneKind.Qcspgen, tasks),
            ("kim-park", GeneratedCraneKind.KimPark, tasks),
            ("vessel", GeneratedCraneKind.Vessel, Size("--teu", "Capacity of the vessel in TEU, for vessel", GeneratedCraneKind.Vessel)),
            ("rail", GeneratedCraneKind.Rail, Size("--vessels", "Number of vessels, for rail", GeneratedCraneKind.Rail)));
        options.AddTo(command);
        command.SetAction(parse =>
        {
            var (file, kind, size, seed) = options.Read(parse);
            var problem = CraneGenerator.Generate(kind, size, seed);
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
