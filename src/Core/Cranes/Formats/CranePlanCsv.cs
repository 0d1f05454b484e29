using System.Globalization;
using System.Text;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Cranes.Formats;

/// <summary>
/// Plans as comma-separated values, in the units of their instance (<see cref="PlanUnits"/>):
/// <code>
/// task,crane,start,end
/// 1,2,0,41
/// </code>
/// One row a task, in any order. <c>task</c> and <c>crane</c> count from 1, in the problem's order. <c>end</c> is the first moment behind
/// the work. Numbers have a point, no exponent and no needless zeros.
/// </summary>
public static class CranePlanCsv
{
    private const string Header = "task,crane,start,end";

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan; one assignment for each task.</param>
    /// <param name="instance">The instance that it is a plan of.</param>
    /// <returns>The text, with LF line ends.</returns>
    /// <exception cref="ArgumentException">The plan is not of this problem's size, or an assignment names a crane that there is not.</exception>
    public static string Write(CranePlan plan, CraneInstance instance)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(instance);
        var (problem, units) = (instance.Problem, instance.PlanUnits);
        PlanSize.Require(plan.Assignments.Length, problem.Tasks.Length, "tasks");
        var text = new StringBuilder(Header).Append('\n');
        for (var task = 0; task < plan.Assignments.Length; task++)
        {
            var assignment = plan.Assignments[task];
            if (assignment.Crane < 0 || assignment.Crane >= problem.Cranes.Length)
            {
                throw new ArgumentException($"The plan has crane {assignment.Crane} for task {task}; expected 0 to {problem.Cranes.Length - 1}.", nameof(plan));
            }

            text.Append(CultureInfo.InvariantCulture, $"{task + 1},{assignment.Crane + 1},{Numbers.Show(units.Time(assignment.Start))},{Numbers.Show(units.Time(assignment.End))}\n");
        }

        return text.ToString();
    }

    /// <summary>Reads a plan; whether it keeps the rules is for <see cref="CraneChecker"/> to say.</summary>
    /// <param name="text">The text.</param>
    /// <param name="instance">The instance that it is a plan of.</param>
    /// <exception cref="InvalidInputException">The text is no plan of this instance; it lists every fault with its line.</exception>
    public static CranePlan Read(string text, CraneInstance instance)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(instance);
        var problem = instance.Problem;
        return new CranePlan(new PlanRows(Header, "task").Read<TaskAssignment>(text, problem.Tasks.Length, task => $"\"{problem.Tasks[task].Id}\"", instance.PlanUnits, Row));

        (int Task, TaskAssignment Assignment)? Row(PlanFields fields)
        {
            var task = fields.Index(0, "task", problem.Tasks.Length, "no row");
            var crane = fields.Index(1, "crane", problem.Cranes.Length, "no row");
            var assignment = new TaskAssignment(crane, fields.Slot(2, "start"), fields.Slot(3, "end"));
            return fields.AreGood ? (task, assignment) : null;
        }
    }
}
