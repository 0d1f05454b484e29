using System.Collections.Immutable;
using System.Text;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>A vessel's line of a BACASP file, in its own units.</summary>
internal sealed class BacaspVessel
{
    private static readonly string[] Names = ["a", "d", "c1", "c2", "c3", "p", "qmin", "qmax"];

    private int line;
    private int length;
    private decimal arrival;
    private decimal due;
    private int[] rates = [];
    private int position;
    private int minCranes;
    private decimal[] hours = [];

    /// <summary>The times for more cranes than there are, as words.</summary>
    public string Beyond { get; private set; } = "";

    public bool IsWhole => IsMultiple(arrival, 1) && IsMultiple(due, 1) && hours.All(time => IsMultiple(time, 1));

    public static BacaspVessel? Read(TokenCursor cursor, Token first, int cranes)
    {
        var line = first.Line;
        var length = cursor.Int(first, "the vessel's length l", 1, BerthProblem.MaxExtent);
        var values = new decimal[Names.Length];
        for (var index = 0; index < Names.Length; index++)
        {
            var token = cursor.NextOfLine();
            if (token.IsEmpty)
            {
                cursor.Faults.Add("truncated", line, $"ends before {Names[index]}; expected l a d c1 c2 c3 p qmin qmax and a time for each number of cranes.");
                return null;
            }

            values[index] = Names[index] is "a" or "d"
                ? cursor.Decimal(token, Names[index], 0, BerthProblem.MaxExtent)
                : cursor.Int(token, Names[index], Names[index] is "p" or "qmin" or "qmax" ? 1 : 0, Names[index] is "qmin" or "qmax" ? 10_000 : int.MaxValue);
        }

        var (min, max) = ((int)values[6], (int)values[7]);
        if (min > max || min > cranes || values[5] > BerthProblem.MaxExtent)
        {
            cursor.Faults.Add("out-of-range", line, $"has p {values[5]} and {min} to {max} cranes; expected p up to {BerthProblem.MaxExtent}, qmin up to qmax, and qmin up to the {cranes} cranes that there are.");
            return null;
        }

        var hours = new List<decimal>();
        var beyond = new StringBuilder();
        for (var number = min; number <= max; number++)
        {
            var token = cursor.NextOfLine();
            if (token.IsEmpty)
            {
                cursor.Faults.Add("truncated", line, $"ends before h({number}); expected a time for each of {min} to {max} cranes.");
                return null;
            }

            var time = cursor.Decimal(token, $"h({number})", 0.000001m, BerthProblem.MaxExtent);
            if (number <= cranes)
            {
                hours.Add(time);
            }
            else
            {
                beyond.Append(beyond.Length == 0 ? "" : " ").Append(token.Text);
            }
        }

        return new BacaspVessel
        {
            line = line,
            length = length,
            arrival = values[0],
            due = values[1],
            rates = [(int)values[2], (int)values[3], (int)values[4]],
            position = (int)values[5],
            minCranes = min,
            hours = [.. hours],
            Beyond = beyond.ToString(),
        };
    }

    /// <summary>Grid cost units in one of the file's that make this vessel's costs a slot whole numbers.</summary>
    public int CostScale(int perHour) => rates[1] % perHour == 0 && rates[2] % perHour == 0 ? 1 : perHour;

    /// <summary>Adds a fault for what the grid cannot hold.</summary>
    public void Check(int perHour, int scale, FormatFaults faults)
    {
        foreach (var time in hours.Append(arrival).Append(due))
        {
            if (!IsMultiple(time, perHour))
            {
                faults.Add("off-grid", line, $"has a time of {Numbers.Show(time)} hours; expected whole multiples of {Numbers.Show(1m / perHour)} hours.");
            }
            else if (time > (BerthProblem.MaxExtent / perHour) - 1)
            {
                faults.Add("out-of-range", line, $"has a time of {Numbers.Show(time)} hours; expected less than {(BerthProblem.MaxExtent / perHour) - 1}.");
            }
        }

        foreach (var rate in rates)
        {
            if ((long)rate * scale > int.MaxValue)
            {
                faults.Add("out-of-range", line, $"has a cost of {rate}; expected at most {int.MaxValue / scale}.");
            }
        }
    }

    public Call Call(int index, int perHour, int scale) => new()
    {
        Id = Numbers.Show(index + 1),
        Length = length,
        Arrival = (int)(arrival * perHour),
        Due = (int)((due + 1) * perHour),
        PreferredPosition = position - 1,
        Handling = Handling.ByCranes(minCranes, [.. hours.Select(time => (int)(time * perHour))]),
        Rates = new Rates { Deviation = rates[0] * scale, Waiting = (int)((long)rates[1] * scale / perHour), Lateness = (int)((long)rates[2] * scale / perHour) },
    };

    public static void Write(StringBuilder text, BerthProblem problem, int index, int perHour, string? beyond)
    {
        var call = problem.Calls[index];
        var scale = problem.Grid.CostScale;
        var weights = problem.Objective;
        string Hours(long slots, bool pointed) => pointed && perHour > 1 ? Numbers.ShowPointed((decimal)slots / perHour) : Numbers.Show((decimal)slots / perHour);
        string Cost(long rate, int per) => Numbers.Show((decimal)rate * per / scale);
        var times = call.Handling.Work.Select(slots => Hours(slots, true)).ToImmutableArray();
        var extra = beyond?.Split(' ') ?? [];
        text.AppendJoin(' ', [
            Numbers.Show(call.Length), Hours(call.Arrival, false), Hours((long)call.Due - perHour, true),
            Cost((long)weights.Deviation * call.Rates.Deviation, 1),
            Cost((long)weights.Waiting * call.Rates.Waiting * call.Priority, perHour),
            Cost((long)weights.Lateness * call.Rates.Lateness * call.Priority, perHour),
            Numbers.Show((call.PreferredPosition ?? 0) + 1), Numbers.Show(call.Handling.MinCranes), Numbers.Show(call.Handling.MaxCranes + extra.Length),
            .. times, .. extra,
        ]).Append('\n');
    }

    private static bool IsMultiple(decimal time, int perHour) => decimal.Truncate(time * perHour) == time * perHour;
}
