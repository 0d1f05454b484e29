using System.Globalization;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>One row of a plan's file.</summary>
internal readonly ref struct PlanRow(PlanFields fields, BerthProblem problem)
{
    public const int MostCranes = 10_000;

    private readonly PlanFields fields = fields;

    /// <summary>The 0-based vessel and its assignment, null when it is left out; null when the row has faults.</summary>
    public (int Vessel, Assignment? Assignment)? Read()
    {
        const string none = "an empty field";
        var vessel = fields.Index(0, "vessel", problem.Calls.Length, none);
        if (fields[1].IsEmpty && fields[2].IsEmpty && fields[3].IsEmpty && fields[4].IsEmpty && fields[5].IsEmpty)
        {
            return fields.AreGood ? (vessel, null) : null;
        }

        var (quay, berth) = fields[1].IsEmpty ? (-1, -1) : Berth(fields.Index(1, "berth", problem.Quays.Sum(each => each.Berths.Length), none));
        var section = fields.Section(2, "position");
        var position = section;
        if (berth < 0)
        {
            (quay, position) = Along(section);
        }

        var start = fields.Slot(3, "start");
        var end = fields.Slot(4, "end");
        var (first, cranes) = Cranes(fields[5]);
        return fields.AreGood ? (vessel, new Assignment(quay, berth, position, start, end, cranes, first)) : null;
    }

    private (int Quay, int Berth) Berth(int number)
    {
        for (var quay = 0; quay < problem.Quays.Length; quay++)
        {
            var berths = problem.Quays[quay].Berths.Length;
            if (number < berths)
            {
                return (quay, number);
            }

            number -= berths;
        }

        return (0, 0);
    }

    /// <summary>The quay and the section on it, of a section counted along all quays.</summary>
    private (int Quay, int Section) Along(int section)
    {
        var quays = problem.Quays;
        var quay = 0;
        while (quay < quays.Length - 1 && section >= quays[quay].Length)
        {
            section -= quays[quay].Length;
            quay++;
        }

        if (quays.Length > 1 && (section < 0 || section >= quays[quay].Length))
        {
            fields.Fault("out-of-range", $"has position {FormatFaults.Show(fields[2])}; expected one on the {quays.Length} quays.");
        }
        else if (quays[quay].Layout != QuayLayout.Continuous)
        {
            fields.Fault("missing", $"has no berth at position {FormatFaults.Show(fields[2])}; expected its number, as quay \"{FormatFaults.Show(quays[quay].Id).Trim('"')}\" has berths.");
        }

        return (quay, section);
    }

    private (int First, int Count) Cranes(ReadOnlySpan<char> field)
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
                fields.Fault("bad-cranes", $"has cranes {FormatFaults.Show(field)}; expected neighbouring crane numbers from 1 on, parted by single spaces, or x and how many.");
                return (-1, 0);
            }

            first = count == 0 ? crane - 1 : first;
            count++;
        }

        return (first, count);
    }
}
