using BerthOpt.Diagnostics;

namespace BerthOpt.Formats;

/// <summary>Reads plans as comma-separated values: a header, then one row for each call, task, ..., in any order.</summary>
/// <param name="header">The header.</param>
/// <param name="what">What the first field counts from 1: "vessel".</param>
internal sealed class PlanRows(string header, string what)
{
    /// <summary>What a row says: the index of its first field and the rest; null when it has faults.</summary>
    public delegate (int Index, T Value)? RowReader<T>(PlanFields fields);

    /// <summary>Reads the rows into the order of their first field.</summary>
    /// <param name="text">The text.</param>
    /// <param name="count">How many rows there must be.</param>
    /// <param name="name">What the problem calls that of an index, for messages.</param>
    /// <param name="units">Units of times and positions.</param>
    /// <param name="read">Reads a row.</param>
    /// <exception cref="InvalidInputException">The text is no plan; it lists every fault with its line.</exception>
    public T[] Read<T>(string text, int count, Func<int, string> name, PlanUnits units, RowReader<T> read)
    {
        var faults = new FormatFaults();
        var values = new T[count];
        var lines = new int[count];
        var rows = new CsvRows(text, header.Split(','), faults);
        while (rows.Next())
        {
            if (read(new PlanFields(rows.Row, rows.Fields, rows.Line, units, faults)) is var (index, value))
            {
                if (lines[index] > 0)
                {
                    faults.Add("duplicate-id", rows.Line, $"has {what} {index + 1}, which line {lines[index]} has already; expected one row for each {what}.");
                }

                lines[index] = rows.Line;
                values[index] = value;
            }
        }

        var readable = faults.Count == 0;
        for (var index = 0; readable && index < count; index++)
        {
            if (lines[index] == 0)
            {
                faults.Add("missing", rows.Line, $"is where the plan ends without {what} {index + 1} ({name(index)}); expected one row for each of {count} {what}s.");
            }
        }

        faults.ThrowIfAny();
        return values;
    }
}
