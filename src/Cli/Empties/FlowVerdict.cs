using System.Text.Json.Nodes;
using BerthOpt.Cli.Files;
using BerthOpt.Cli.Output;
using BerthOpt.Cli.Problems;
using BerthOpt.Empties.Flows;
using BerthOpt.Empties.Flows.Formats;

namespace BerthOpt.Cli.Empties;

/// <summary>What the commands say of a flow.</summary>
internal static class FlowVerdict
{
    /// <summary>A flow and the checker's verdict on it.</summary>
    public static JudgedPlan On(FlowProblem problem, FlowPlan plan)
    {
        var check = FlowChecker.Check(problem, plan);
        return new JudgedPlan
        {
            Hash = plan.Hash,
            IsValid = check.IsValid,
            Cost = check.Cost,
            Terms = [("flow", check.Cost)],
            Faults = [.. check.Faults.Select(fault => new JudgedFault(fault.ToString(), fault.Code, Id(fault), null, fault.Message))],
            FaultsNotListed = check.FaultsNotListed,
            FaultsOf = "place",
            KpiRows = Rows(problem, plan, check),
            Kpis = () => new { ArcsUsed = plan.Flows.Count(flow => flow != 0), check.LowerBound, check.IsOptimal },
            Json = () => OutputFile.Written(stream => FlowPlanDocument.Write(plan, check.Cost, stream)),
            Csv = () => FlowPlanCsv.Write(plan),
            Picture = _ => throw new UsageException("A min-cost flow has no picture: its nodes have no places. Expected a plan of berths, cranes or empties."),
        };
    }

    /// <summary>The nodes that prove that there is no flow.</summary>
    public static Conflict? Cut(FlowProblem problem, CancellationToken cancellation)
    {
        if (FlowSolver.FindCut(problem, cancellation) is not { } cut)
        {
            return null;
        }

        var text = $"{Tables.Count(cut.Count, "node")} (from 1: {string.Join(", ", cut.Take(20).Select(node => node + 1))}{(cut.Count > 20 ? ", ..." : "")}) give or take {FlowChecker.Excess(problem, cut)} more than the arcs between them and the rest let through.";
        return new Conflict(text, new JsonObject { ["message"] = text, ["nodes"] = new JsonArray([.. cut.Select(node => JsonValue.Create(node))]) }.ToJsonString());
    }

    private static string? Id(FlowFault fault) => fault.Arc >= 0 ? $"arc {fault.Arc + 1}" : fault.Node >= 0 ? $"node {fault.Node + 1}" : null;

    private static IEnumerable<(string Name, string Value)> Rows(FlowProblem problem, FlowPlan plan, FlowCheck check)
    {
        yield return ("Arcs used", $"{plan.Flows.Count(flow => flow != 0):#,0} of {problem.Arcs.Length:#,0}");
        yield return ("Bound that the potentials prove", check.LowerBound is { } bound ? CostText.Show(bound, 1) : "none");
        yield return ("Proven optimal", check.IsOptimal ? "yes" : "no");
    }
}
