using System.Text;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>
/// Plans as comma-separated values, in the units of their instance (<see cref="PlanUnits"/>):
/// <code>
/// vessel,berth,position,start,end,cranes
/// 1,,13,8,20.5,3 4
/// </code>
/// One row a call, in any order. <c>vessel</c> and <c>berth</c> count from 1; berths are counted over all quays in their order, the first
/// one that the call fills is named, and at a continuous quay the field is empty. <c>position</c> is that of the assignment on
/// the quay of its berth; at a continuous quay it counts along all quays laid end to end in their order (with one quay both are the same).
/// <c>end</c> is the first slot behind the stay. <c>cranes</c> are the crane numbers from 1, parted by spaces, or <c>x3</c> for three
/// cranes of which it is not said which, or empty for none. A call that is left out has nothing but its <c>vessel</c>.
/// Numbers have a point, no exponent and no needless zeros.
/// </summary>
public static class BerthPlanCsv
{
    private const string Header = "vessel,berth,position,start,end,cranes";

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan; one assignment or null for each call.</param>
    /// <param name="instance">The instance that it is a plan of.</param>
    /// <returns>The text, with LF line ends.</returns>
    /// <exception cref="ArgumentException">The plan is not of this problem's size, or an assignment names a quay, berth or crane that there is not.</exception>
    public static string Write(BerthPlan plan, BerthInstance instance)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(instance);
        var problem = instance.Problem;
        PlanSize.Require(plan.Assignments.Length, problem.Calls.Length, "calls");
        var text = new StringBuilder(Header).Append('\n');
        for (var call = 0; call < plan.Assignments.Length; call++)
        {
            text.Append(call + 1).Append(',');
            if (plan.Assignments[call] is { } assignment)
            {
                Row(text, assignment, call, problem, instance.PlanUnits);
            }
            else
            {
                text.Append(",,,,");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads a plan; whether it keeps the rules is for <see cref="BerthChecker"/> to say.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instance">The instance that it is a plan of.</param>
    /// <exception cref="InvalidInputException">The text is no plan of this instance; it lists every fault with its line.</exception>
    public static BerthPlan Read(string text, BerthInstance instance)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(instance);
        var calls = instance.Problem.Calls;
        return new BerthPlan(new PlanRows(Header, "vessel").Read(text, calls.Length, call => $"call \"{calls[call].Id}\"", instance.PlanUnits, fields => new PlanRow(fields, instance.Problem).Read()));
    }

    private static void Row(StringBuilder text, Assignment assignment, int call, BerthProblem problem, PlanUnits units)
    {
        if (assignment.Quay < 0 || assignment.Quay >= problem.Quays.Length)
        {
            throw Unsayable(call, $"quay {assignment.Quay}", $"0 to {problem.Quays.Length - 1}");
        }

        var quay = problem.Quays[assignment.Quay];
        var before = 0;
        if (quay.Layout == QuayLayout.Continuous)
        {
            if (assignment.Berth != -1)
            {
                throw Unsayable(call, $"berth {assignment.Berth} at a continuous quay", "-1");
            }

            if (problem.Quays.Length > 1 && (assignment.Position < 0 || assignment.Position >= quay.Length))
            {
                throw Unsayable(call, $"position {assignment.Position}", $"0 to {quay.Length - 1}");
            }

            before = problem.Quays.Take(assignment.Quay).Sum(each => each.Length);
        }
        else if (assignment.Berth < 0 || assignment.Berth >= quay.Berths.Length)
        {
            throw Unsayable(call, $"berth {assignment.Berth}", $"0 to {quay.Berths.Length - 1}");
        }
        else
        {
            text.Append(1 + assignment.Berth + problem.Quays.Take(assignment.Quay).Sum(each => each.Berths.Length));
        }

        if (assignment.Cranes is < 0 or > PlanRow.MostCranes || assignment.FirstCrane is < -1 or > PlanRow.MostCranes || (assignment.Cranes == 0 && assignment.FirstCrane != -1))
        {
            throw Unsayable(call, $"{assignment.Cranes} cranes from {assignment.FirstCrane}", $"0 to {PlanRow.MostCranes}");
        }

        text.Append(',').Append(Numbers.Show(units.Position(before + assignment.Position)))
            .Append(',').Append(Numbers.Show(units.Time(assignment.Start)))
            .Append(',').Append(Numbers.Show(units.Time(assignment.End))).Append(',');
        if (assignment.FirstCrane >= 0)
        {
            text.AppendJoin(' ', Enumerable.Range(assignment.FirstCrane + 1, assignment.Cranes));
        }
        else if (assignment.Cranes > 0)
        {
            text.Append('x').Append(assignment.Cranes);
        }
    }

    private static ArgumentException Unsayable(int call, string actual, string expected) =>
        new($"The plan has {actual} for call {call}, which its file cannot say; expected {expected}.");
}
