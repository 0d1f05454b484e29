using System.Globalization;
using BerthOpt.Formats;

namespace BerthOpt.Empties;

/// <summary>The rows of a file of comma-separated values with a fixed header, one after the other; faults name the file and the line.</summary>
internal sealed class CsvRows
{
    private readonly string file;
    private readonly string text;
    private readonly string[] columns;
    private readonly FormatFaults faults;
    private readonly Range[] fields;
    private Range row;
    private int at;

    public CsvRows(string file, string text, string[] columns, FormatFaults faults)
    {
        (this.file, this.text, this.columns, this.faults) = (file, text, columns, faults);
        fields = new Range[columns.Length + 1];
        TakeLine();
        var header = string.Join(',', columns);
        if (!text.AsSpan(row).Trim().TrimStart('\uFEFF').SequenceEqual(header))
        {
            faults.Add("bad-header", Place(Line), $"is {FormatFaults.Show(text.AsSpan(row))}; expected the header \"{header}\".");
            at = text.Length;
        }
    }

    /// <summary>The line of the present row, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Where a line of this file is.</summary>
    public string Place(int line) => file.Length == 0 ? $"line {line}" : $"{file} line {line}";

    /// <summary>Goes to the next row that can be read; blank lines are passed over.</summary>
    public bool Next()
    {
        while (at < text.Length)
        {
            TakeLine();
            var line = text.AsSpan(row);
            if (line.IsWhiteSpace())
            {
                continue;
            }

            var count = line.Split(fields, ',', StringSplitOptions.TrimEntries);
            if (count == columns.Length)
            {
                return true;
            }

            faults.Add("wrong-count", Place(Line), $"has {(count > columns.Length ? "more than" : "only")} {Math.Min(count, columns.Length)} fields; expected {columns.Length}: {string.Join(',', columns)}.");
        }

        return false;
    }

    /// <summary>A field of the present row, without white space at its ends.</summary>
    public ReadOnlySpan<char> Text(int column) => text.AsSpan(row)[fields[column]];

    /// <summary>A field as a whole number; a fault, and <paramref name="min"/>, when it is none.</summary>
    public int Int(int column, int min, int max)
    {
        if (int.TryParse(Text(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max)
        {
            return value;
        }

        faults.Add("bad-number", Place(Line), $"has {columns[column]} {FormatFaults.Show(Text(column))}; expected a whole number from {min} to {max}.");
        return min;
    }

    private void TakeLine()
    {
        var length = text.AsSpan(at).IndexOf('\n');
        row = at..(length < 0 ? text.Length : at + length);
        at = length < 0 ? text.Length : at + length + 1;
        Line++;
    }
}
