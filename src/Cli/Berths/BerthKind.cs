using System.CommandLine;
using System.Text;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Berths;

/// <summary>Berth allocation.</summary>
internal sealed class BerthKind : ProblemKind
{
    public const string Berths = "berths";

    public override string Name => Berths;

    public override IReadOnlyList<string> Formats { get; } = [.. Enum.GetNames<BerthFormat>().Select(name => name.ToLowerInvariant())];

    public override bool Claims(string path, byte[] bytes) => BerthFormats.Detect(path, bytes) is not null;

    public override NamedBerths Read(string path, byte[] bytes, string? format, string? variant)
    {
        var instance = ProblemKinds.In(path, () => BerthFormats.Read(path, bytes, format is null ? null : Enum.Parse<BerthFormat>(format, ignoreCase: true), variant));
        return new NamedBerths(instance) { Name = Instance.NameOf(instance.Problem.Name, path) };
    }

    public override Command Generate(Host host) => GenerateBerths.Create(host);

    /// <summary>The instance that would be read from a problem's JSON, units included.</summary>
    public static NamedBerths Of(BerthProblem problem) =>
        new(BerthFormats.Read(problem.Name, Encoding.UTF8.GetBytes(BerthFiles.Json(problem)), BerthFormat.Json)) { Name = problem.Name };
}
