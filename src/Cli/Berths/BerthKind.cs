using System.CommandLine;
using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Cli.Problems;

namespace BerthOpt.Cli.Berths;

/// <summary>Berth allocation.</summary>
internal sealed class BerthKind : ProblemKind<BerthFormat, BerthInstance>
{
    public override string Name => "berths";

    public override Command Generate(Host host) => GenerateBerths.Create(host);

    public override Instance<BerthProblem, BerthPlan> Of(BerthInstance instance, string fileName = "") => new()
    {
        Kind = Name,
        Name = instance.Problem.Name.Length > 0 ? instance.Problem.Name : fileName,
        CostScale = instance.Problem.Grid.CostScale,
        Problem = instance.Problem,
        Solver = host => host.SolveBerths,
        PlanOfJson = bytes => BerthPlanDocument.Read(bytes, instance.Problem),
        PlanOfCsv = text => BerthPlanCsv.Read(text, instance),
        Judge = plan => BerthVerdict.On(instance, plan),
    };

    protected override BerthFormat? Detect(string path, byte[] bytes) => BerthFormats.Detect(path, bytes);

    protected override BerthInstance Read(string path, byte[] bytes, BerthFormat? format, string? variant) => BerthFormats.Read(path, bytes, format, variant);
}
