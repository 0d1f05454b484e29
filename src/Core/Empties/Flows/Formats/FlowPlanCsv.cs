using System.Globalization;
using System.Text;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Empties.Flows.Formats;

/// <summary>
/// Plans as comma-separated values:
/// <code>
/// arc,flow
/// 1,233
/// </code>
/// One row an arc, in any order. <c>arc</c> counts from 1, in the order of the instance's file; <c>flow</c> is a whole number of units.
/// </summary>
public static class FlowPlanCsv
{
    private const string Header = "arc,flow";

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The text, with LF line ends.</returns>
    /// <exception cref="ArgumentNullException">It is null.</exception>
    public static string Write(FlowPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = new StringBuilder(Header).Append('\n');
        for (var arc = 0; arc < plan.Flows.Length; arc++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{arc + 1},{plan.Flows[arc]}\n");
        }

        return text.ToString();
    }

    /// <summary>Reads a plan, which proves nothing: potentials are in JSON alone; whether it keeps the rules is for <see cref="FlowChecker"/> to say.</summary>
    /// <param name="text">The text.</param>
    /// <param name="problem">The problem that it is a plan of.</param>
    /// <exception cref="InvalidInputException">The text is no plan of this problem; it lists every fault with its line.</exception>
    public static FlowPlan Read(string text, FlowProblem problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problem);
        var arcs = problem.Arcs;
        return new FlowPlan(new PlanRows(Header, "arc").Read<long>(text, arcs.Length, arc => $"from node {arcs[arc].Tail + 1} to {arcs[arc].Head + 1}", new PlanUnits(), Row));

        (int Arc, long Flow)? Row(PlanFields fields)
        {
            var arc = fields.Index(0, "arc", arcs.Length, "no row");
            var flow = fields.Long(1, "flow");
            return fields.AreGood ? (arc, flow) : null;
        }
    }
}
