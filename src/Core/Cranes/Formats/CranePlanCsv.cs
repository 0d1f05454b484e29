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
    private const int Fields = 4;

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
        var tasks = instance.Problem.Tasks;
        var faults = new FormatFaults();
        var assignments = new TaskAssignment[tasks.Length];
        var lines = new int[tasks.Length];
        var line = 0;
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            line++;
            if (line == 1)
            {
                if (!row.Trim().TrimStart('\uFEFF').SequenceEqual(Header))
                {
                    throw faults.Fatal("bad-header", line, $"is {FormatFaults.Show(row)}; expected the header \"{Header}\".");
                }
            }
            else if (!row.IsWhiteSpace() && Row(row, line, instance, faults) is var (task, assignment))
            {
                if (lines[task] > 0)
                {
                    faults.Add("duplicate-id", line, $"has task {task + 1}, which line {lines[task]} has already; expected one row for each task.");
                }

                lines[task] = line;
                assignments[task] = assignment;
            }
        }

        var readable = faults.Count == 0;
        for (var task = 0; readable && task < tasks.Length; task++)
        {
            if (lines[task] == 0)
            {
                faults.Add("missing", line, $"is where the plan ends without task {task + 1} (\"{tasks[task].Id}\"); expected one row for each of {tasks.Length} tasks.");
            }
        }

        faults.ThrowIfAny();
        return new CranePlan(assignments);
    }

    private static (int Task, TaskAssignment Assignment)? Row(ReadOnlySpan<char> row, int line, CraneInstance instance, FormatFaults faults)
    {
        Span<Range> fields = stackalloc Range[Fields + 1];
        var count = row.Split(fields, ',', StringSplitOptions.TrimEntries);
        if (count != Fields)
        {
            faults.Add("wrong-count", line, $"has {(count > Fields ? "more than" : "only")} {Math.Min(count, Fields)} fields; expected {Fields}: {Header}.");
            return null;
        }

        var before = faults.Count;
        var task = Index(row[fields[0]], "task", instance.Problem.Tasks.Length, line, faults);
        var crane = Index(row[fields[1]], "crane", instance.Problem.Cranes.Length, line, faults);
        var start = Slot(row[fields[2]], "start", instance.PlanUnits, line, faults);
        var end = Slot(row[fields[3]], "end", instance.PlanUnits, line, faults);
        return faults.Count > before ? null : (task, new TaskAssignment(crane, start, end));
    }

    private static int Index(ReadOnlySpan<char> field, string what, int count, int line, FormatFaults faults)
    {
        if (int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= count)
        {
            return number - 1;
        }

        faults.Add("bad-number", line, $"has {what} {FormatFaults.Show(field)}; expected {(count == 0 ? $"no row, as there is no {what}" : $"a whole number from 1 to {count}")}.");
        return 0;
    }

    private static int Slot(ReadOnlySpan<char> field, string what, PlanUnits units, int line, FormatFaults faults)
    {
        if (!decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            faults.Add("bad-number", line, $"has {what} {FormatFaults.Show(field)}; expected a number.");
            return 0;
        }

        if (units.Slot(value) is { } slot)
        {
            return slot;
        }

        faults.Add("off-grid", line, $"has {what} {FormatFaults.Show(field)}; expected {Numbers.Show(units.TimeOrigin)} and a whole multiple of {Numbers.Show(units.TimePerSlot)}.");
        return 0;
    }
}
