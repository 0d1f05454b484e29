using System.Globalization;

namespace BerthOpt.Formats;

/// <summary>The rows of a file of comma-separated values with a fixed header, one after the other; faults name the line, and the file where there are several.</summary>
internal sealed class CsvRows
{
    private readonly string file;
    private readonly char separator;
    private readonly string text;
    private readonly string[] columns;
    private readonly FormatFaults faults;
    private readonly Range[] fields;
    private Range row;
    private int at;
    private bool ended;

    /// <param name="text">The text.</param>
    /// <param name="columns">The names in the header.</param>
    /// <param name="faults">Told of a header that is another one, which has no rows then, and of rows with more or fewer fields.</param>
    /// <param name="file">The file's name; empty where there is only one.</param>
    /// <param name="separator">What parts the columns.</param>
    public CsvRows(string text, string[] columns, FormatFaults faults, string file = "", char separator = ',')
    {
        (this.text, this.columns, this.faults, this.file, this.separator) = (text, columns, faults, file, separator);
        fields = new Range[columns.Length + 1];
        TakeLine();
        var header = string.Join(separator, columns);
        if (!Row.Trim().TrimStart('\uFEFF').SequenceEqual(header))
        {
            faults.Add("bad-header", Place(Line), $"is {FormatFaults.Show(Row)}; expected the header \"{header}\".");
            ended = true;
        }
    }

    /// <summary>The line of the present row, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Where a line of this file is.</summary>
    public string Place(int line) => file.Length == 0 ? $"line {line}" : $"{file} line {line}";

    /// <summary>Goes to the next row that can be read; blank lines are passed over.</summary>
    public bool Next()
    {
        while (!ended)
        {
            TakeLine();
            var line = Row;
            if (line.IsWhiteSpace())
            {
                continue;
            }

            var count = line.Split(fields, separator, StringSplitOptions.TrimEntries);
            if (count == columns.Length)
            {
                return true;
            }

            faults.Add("wrong-count", Place(Line), $"has {(count > columns.Length ? "more than" : "only")} {Math.Min(count, columns.Length)} fields; expected {columns.Length}: {string.Join(',', columns)}.");
        }

        return false;
    }

    /// <summary>The present row.</summary>
    public ReadOnlySpan<char> Row => text.AsSpan(row);

    /// <summary>Where the fields of the present row lie in it.</summary>
    public ReadOnlySpan<Range> Fields => fields;

    /// <summary>A field of the present row, without white space at its ends.</summary>
    public ReadOnlySpan<char> Text(int column) => Row[fields[column]];

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
        var lines = text.AsSpan(at).EnumerateLines();
        lines.MoveNext();
        row = at..(at + lines.Current.Length);
        var behind = text.AsSpan(row.End.Value);
        ended = behind.IsEmpty;
        at = row.End.Value + (behind.StartsWith("\r\n") ? 2 : ended ? 0 : 1);
        Line++;
    }
}
