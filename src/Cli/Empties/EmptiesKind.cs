using System.CommandLine;
using System.Text.Json.Nodes;
using BerthOpt.Cli.Problems;
using BerthOpt.Empties;
using BerthOpt.Empties.Formats;

namespace BerthOpt.Cli.Empties;

/// <summary>Repositioning of empty containers.</summary>
internal sealed class EmptiesKind : ProblemKind<EmptiesFormat, EmptiesInstance>
{
    public override string Name => "empties";

    public override Command Generate(Host host) => GenerateEmpties.Create(host);

    public override Instance<EmptiesProblem, EmptiesPlan> Of(EmptiesInstance instance, string fileName = "") => new()
    {
        Kind = Name,
        Name = instance.Problem.Name.Length > 0 ? instance.Problem.Name : fileName,
        Problem = instance.Problem,
        Solver = host => host.SolveEmpties,
        PlanOfJson = bytes => EmptiesPlanDocument.Read(bytes, instance.Problem),
        PlanOfCsv = EmptiesPlanCsv.Read,
        Judge = plan => EmptiesVerdict.On(instance, plan),
        Conflicts = cancellation => EmptiesSolver.FindConflict(instance.Problem, cancellation) is { } conflict
            ? new Conflict(conflict.Message, new JsonObject { ["message"] = conflict.Message, ["excess"] = conflict.Excess }.ToJsonString()) : null,
    };

    protected override EmptiesFormat? Detect(string path, byte[] bytes) => EmptiesFormats.Detect(path, bytes);

    protected override EmptiesInstance Read(string path, byte[] bytes, EmptiesFormat? format, string? variant) => EmptiesFormats.Read(path, bytes, format, variant);
}
