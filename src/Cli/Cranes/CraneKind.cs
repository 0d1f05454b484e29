using System.CommandLine;
using BerthOpt.Cli.Problems;
using BerthOpt.Cranes;
using BerthOpt.Cranes.Formats;

namespace BerthOpt.Cli.Cranes;

/// <summary>Quay crane scheduling.</summary>
internal sealed class CraneKind : ProblemKind<CraneFormat, CraneInstance>
{
    public override string Name => "cranes";

    public override Command Generate(Host host) => GenerateCranes.Create(host);

    public override Instance<CraneProblem, CranePlan> Of(CraneInstance instance, string fileName = "") => new()
    {
        Kind = Name,
        Name = instance.Problem.Name.Length > 0 ? instance.Problem.Name : fileName,
        Problem = instance.Problem,
        Solver = host => host.SolveCranes,
        PlanOfJson = bytes => CranePlanDocument.Read(bytes, instance.Problem),
        PlanOfCsv = text => CranePlanCsv.Read(text, instance),
        Judge = plan => CraneVerdict.On(instance, plan),
    };

    protected override CraneFormat? Detect(string path, byte[] bytes) => CraneFormats.Detect(path, bytes);

    protected override CraneInstance Read(string path, byte[] bytes, CraneFormat? format, string? variant) => CraneFormats.Read(path, bytes, format, variant);
}
