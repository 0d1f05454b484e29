using System.Globalization;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>One row of a plan's file.</summary>
internal ref struct PlanRow(ReadOnlySpan<char> row, int line, BerthInstance instance, FormatFaults faults)
{
    public const int MostCranes = 10_000;
    private const int Fields = 6;

    private readonly ReadOnlySpan<char> row = row;
    private readonly int before = faults.Count;

    /// <summary>The 0-based vessel and its assignment, null when it is left out; null when the row has faults.</summary>
    public readonly (int Vessel, Assignment? Assignment)? Read()
    {
        Span<Range> fields = stackalloc Range[Fields + 1];
        var count = row.Split(fields, ',', StringSplitOptions.TrimEntries);
        if (count != Fields)
        {
            faults.Add("wrong-count", line, $"has {(count > Fields ? "more than" : "only")} {Math.Min(count, Fields)} fields; expected {Fields}: vessel,berth,position,start,end,cranes.");
            return null;
        }

        var problem = instance.Problem;
        var vessel = Index(row[fields[0]], "vessel", problem.Calls.Length);
        if (row[fields[1]].IsEmpty && row[fields[2]].IsEmpty && row[fields[3]].IsEmpty && row[fields[4]].IsEmpty && row[fields[5]].IsEmpty)
        {
            return faults.Count > before ? null : (vessel, null);
        }

        var (quay, berth) = row[fields[1]].IsEmpty ? (-1, -1) : Berth(Index(row[fields[1]], "berth", problem.Quays.Sum(each => each.Berths.Length)));
        var section = Grid(row[fields[2]], "position", instance.PlanUnits.Section);
        var position = section;
        if (berth < 0)
        {
            (quay, position) = Along(row[fields[2]], section);
        }

        var start = Grid(row[fields[3]], "start", instance.PlanUnits.Slot);
        var end = Grid(row[fields[4]], "end", instance.PlanUnits.Slot);
        var (first, cranes) = Cranes(row[fields[5]]);
        return faults.Count > before ? null : (vessel, new Assignment(quay, berth, position, start, end, cranes, first));
    }

    private readonly int Index(ReadOnlySpan<char> field, string what, int count)
    {
        if (int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= count)
        {
            return number - 1;
        }

        faults.Add("bad-number", line, $"has {what} {FormatFaults.Show(field)}; expected {(count == 0 ? $"an empty field, as there is no {what}" : $"a whole number from 1 to {count}")}.");
        return 0;
    }

    private readonly (int Quay, int Berth) Berth(int number)
    {
        for (var quay = 0; quay < instance.Problem.Quays.Length; quay++)
        {
            var berths = instance.Problem.Quays[quay].Berths.Length;
            if (number < berths)
            {
                return (quay, number);
            }

            number -= berths;
        }

        return (0, 0);
    }

    /// <summary>The quay and the section on it, of a section counted along all quays.</summary>
    private readonly (int Quay, int Section) Along(ReadOnlySpan<char> field, int section)
    {
        var quays = instance.Problem.Quays;
        var quay = 0;
        while (quay < quays.Length - 1 && section >= quays[quay].Length)
        {
            section -= quays[quay].Length;
            quay++;
        }

        if (quays.Length > 1 && (section < 0 || section >= quays[quay].Length))
        {
            faults.Add("out-of-range", line, $"has position {FormatFaults.Show(field)}; expected one on the {quays.Length} quays.");
        }
        else if (quays[quay].Layout != QuayLayout.Continuous)
        {
            faults.Add("missing", line, $"has no berth at position {FormatFaults.Show(field)}; expected its number, as quay \"{FormatFaults.Show(quays[quay].Id).Trim('"')}\" has berths.");
        }

        return (quay, section);
    }

    private readonly int Grid(ReadOnlySpan<char> field, string what, Func<decimal, int?> step)
    {
        if (!decimal.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            faults.Add("bad-number", line, $"has {what} {FormatFaults.Show(field)}; expected a number.");
            return 0;
        }

        if (step(value) is { } found)
        {
            return found;
        }

        var units = instance.PlanUnits;
        faults.Add("off-grid", line, what == "position"
            ? $"has position {FormatFaults.Show(field)}; expected {Numbers.Show(units.PositionOrigin)} and a whole multiple of {Numbers.Show(units.PositionPerSection)}."
            : $"has {what} {FormatFaults.Show(field)}; expected {Numbers.Show(units.TimeOrigin)} and a whole multiple of {Numbers.Show(units.TimePerSlot)}.");
        return 0;
    }

    private readonly (int First, int Count) Cranes(ReadOnlySpan<char> field)
    {
        if (field.IsEmpty)
        {
            return (-1, 0);
        }

        if (field[0] == 'x' && int.TryParse(field[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostCranes)
        {
            return (-1, number);
        }

        var first = -1;
        var count = 0;
        foreach (var range in field.Split(' '))
        {
            if (!int.TryParse(field[range], NumberStyles.None, CultureInfo.InvariantCulture, out var crane) || crane < 1 || crane > MostCranes || (count > 0 && crane != first + count + 1))
            {
                faults.Add("bad-cranes", line, $"has cranes {FormatFaults.Show(field)}; expected neighbouring crane numbers from 1 on, parted by single spaces, or x and how many.");
                return (-1, 0);
            }

            first = count == 0 ? crane - 1 : first;
            count++;
        }

        return (first, count);
    }
}
