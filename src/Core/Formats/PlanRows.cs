using BerthOpt.Diagnostics;

namespace BerthOpt.Formats;

/// <summary>Reads plans as comma-separated values: a header, then one row for each call, task, ..., in any order.</summary>
/// <param name="header">The header.</param>
/// <param name="what">What the first field counts from 1: "vessel".</param>
internal sealed class PlanRows(string header, string what)
{
    private readonly int fields = header.Count(letter => letter == ',') + 1;

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
        var line = 0;
        Span<Range> ranges = stackalloc Range[fields + 1];
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            line++;
            if (line == 1)
            {
                if (!row.Trim().TrimStart('\uFEFF').SequenceEqual(header))
                {
                    throw faults.Fatal("bad-header", line, $"is {FormatFaults.Show(row)}; expected the header \"{header}\".");
                }
            }
            else if (!row.IsWhiteSpace() && HasAllFields(row, ranges, line, faults) && read(new PlanFields(row, ranges, line, units, faults)) is var (index, value))
            {
                if (lines[index] > 0)
                {
                    faults.Add("duplicate-id", line, $"has {what} {index + 1}, which line {lines[index]} has already; expected one row for each {what}.");
                }

                lines[index] = line;
                values[index] = value;
            }
        }

        var readable = faults.Count == 0;
        for (var index = 0; readable && index < count; index++)
        {
            if (lines[index] == 0)
            {
                faults.Add("missing", line, $"is where the plan ends without {what} {index + 1} ({name(index)}); expected one row for each of {count} {what}s.");
            }
        }

        faults.ThrowIfAny();
        return values;
    }

    private bool HasAllFields(ReadOnlySpan<char> row, Span<Range> ranges, int line, FormatFaults faults)
    {
        var count = row.Split(ranges, ',', StringSplitOptions.TrimEntries);
        if (count != fields)
        {
            faults.Add("wrong-count", line, $"has {(count > fields ? "more than" : "only")} {Math.Min(count, fields)} fields; expected {fields}: {header}.");
        }

        return count == fields;
    }
}
