using System.CommandLine;
using BerthOpt.Cli.Problems;
using BerthOpt.Cranes.Formats;

namespace BerthOpt.Cli.Cranes;

/// <summary>Quay crane scheduling.</summary>
internal sealed class CraneKind : ProblemKind
{
    public const string Cranes = "cranes";

    public override string Name => Cranes;

    public override IReadOnlyList<string> Formats { get; } = [.. Enum.GetNames<CraneFormat>().Select(name => name.ToLowerInvariant())];

    public override bool Claims(string path, byte[] bytes) => CraneFormats.Detect(path, bytes) is not null;

    public override NamedCranes Read(string path, byte[] bytes, string? format, string? variant)
    {
        var instance = ProblemKinds.In(path, () => CraneFormats.Read(path, bytes, format is null ? null : Enum.Parse<CraneFormat>(format, ignoreCase: true), variant));
        return new NamedCranes(instance) { Name = Instance.NameOf(instance.Problem.Name, path) };
    }

    public override Command Generate(Host host) => GenerateCranes.Create(host);
}
