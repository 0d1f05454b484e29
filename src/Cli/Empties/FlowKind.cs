using System.CommandLine;
using BerthOpt.Cli.Problems;
using BerthOpt.Empties.Flows;
using BerthOpt.Empties.Flows.Formats;

namespace BerthOpt.Cli.Empties;

/// <summary>Min-cost flows.</summary>
internal sealed class FlowKind : ProblemKind<FlowFormat, FlowInstance>
{
    public override string Name => "flows";

    public override Command? Generate(Host host) => null;

    public override Instance<FlowProblem, FlowPlan> Of(FlowInstance instance, string fileName = "") => new()
    {
        Kind = Name,
        Name = instance.Problem.Name.Length > 0 ? instance.Problem.Name : fileName,
        Problem = instance.Problem,
        CostScale = instance.CostScale,
        Solver = host => host.SolveFlows,
        PlanOfJson = bytes => FlowPlanDocument.Read(bytes, instance.Problem),
        PlanOfCsv = text => FlowPlanCsv.Read(text, instance.Problem),
        Judge = plan => FlowVerdict.On(instance.Problem, plan),
        Conflicts = cancellation => FlowVerdict.Cut(instance.Problem, cancellation),
    };

    protected override FlowFormat? Detect(string path, byte[] bytes) => FlowFormats.Detect(path, bytes);

    protected override FlowInstance Read(string path, byte[] bytes, FlowFormat? format, string? variant) => FlowFormats.Read(path, bytes, format, variant);
}
