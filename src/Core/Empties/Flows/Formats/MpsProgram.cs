using BerthOpt.Formats;

namespace BerthOpt.Empties.Flows.Formats;

/// <summary>The rows and columns of an MPS file, as far as they are read.</summary>
internal sealed class MpsProgram(TokenCursor cursor)
{
    private const long Most = FlowProblem.MaxUnits;
    private const int MostDigits = 6;

    private readonly Dictionary<string, (char Kind, int Index)> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly List<Column> arcs = [];
    private readonly List<long> supplies = [];
    private readonly List<(List<int> Arcs, List<int> Weights)> rooms = [];
    private readonly List<long> limits = [];
    private string section = "";
    private bool hasObjective;

    /// <summary>An arc; -1 for an end that no row has told yet.</summary>
    private sealed class Column(int line)
    {
        public int Line { get; } = line;

        public int Tail { get; set; } = -1;

        public int Head { get; set; } = -1;

        public decimal Cost { get; set; }

        public long Lower { get; set; }

        public long Upper { get; set; } = FlowProblem.Unlimited;
    }

    public void Read()
    {
        for (var more = cursor.FirstLine(); more && section != "ENDATA"; more = cursor.NextLine())
        {
            var word = cursor.NextOfLine();
            if (word.Text.StartsWith("*"))
            {
                continue;
            }

            // The one set of right-hand sides is named like its section more often than not.
            var next = word.Text is "NAME" ? default : cursor.NextOfLine();
            if (next.IsEmpty && word.Text is ("NAME" or "ROWS" or "COLUMNS" or "RHS" or "BOUNDS" or "ENDATA"))
            {
                section = word.Text.ToString();
            }
            else if (word.Text is "RANGES" or "OBJSENSE" or "SOS")
            {
                throw cursor.Faults.Fatal("unexpected-token", word.Line, $"starts {FormatFaults.Show(word.Text)}; expected ROWS, COLUMNS, RHS, BOUNDS and ENDATA alone, which say flows.");
            }
            else
            {
                Entry(word, next);
            }
        }

        if (section != "ENDATA")
        {
            throw cursor.Missing("ENDATA");
        }

        foreach (var arc in arcs.Where(arc => arc.Tail < 0 || arc.Head < 0))
        {
            cursor.Faults.Add("no-arc", arc.Line, $"begins a column with {(arc.Tail < 0 && arc.Head < 0 ? "no row of a node" : arc.Tail < 0 ? "no 1 in a row of a node" : "no -1 in a row of a node")}; expected 1 in one and -1 in another.");
        }

        cursor.Faults.ThrowIfAny();
    }

    /// <summary>The costs are made whole: multiplied by the least power of ten that makes them so.</summary>
    public FlowInstance ToInstance(FlowFormat format, string name)
    {
        var scale = 1;
        while (arcs.Any(arc => arc.Cost * scale != decimal.Truncate(arc.Cost * scale)))
        {
            scale *= 10;
        }

        foreach (var arc in arcs.Where(arc => Math.Abs(arc.Cost * scale) > Most))
        {
            throw cursor.Faults.Fatal("bad-number", arc.Line, $"begins a column that costs {arc.Cost}; expected at most {Most / scale} where costs have so many decimal places.");
        }

        return new FlowInstance { Format = format, CostScale = scale, Problem = ToProblem(name, scale) };
    }

    private FlowProblem ToProblem(string name, int scale) => new(new FlowParts
    {
        Name = name,
        Supplies = [.. supplies],
        Arcs = [.. arcs.Select(arc => new FlowArc(arc.Tail, arc.Head, arc.Lower, arc.Upper, (long)(arc.Cost * scale)))],
        Rooms = [.. rooms.Zip(limits).Where(room => room.First.Arcs.Count > 0).Select(room => new FlowRoom { Arcs = [.. room.First.Arcs], Weights = [.. room.First.Weights], Limit = room.Second })],
    });

    private void Entry(Token word, Token next)
    {
        switch (section)
        {
            case "ROWS":
                Row(word, next);
                break;
            case "COLUMNS":
                Pairs(ColumnOf(word), next, Coefficient);
                break;
            case "RHS":
                Pairs(0, next, (_, row, value, line) => RightHandSide(row, value, line));
                break;
            case "BOUNDS":
                Bound(word);
                break;
            default:
                throw cursor.Faults.Fatal("unexpected-token", word.Line, $"starts with {FormatFaults.Show(word.Text)}; expected a section, ROWS first.");
        }
    }

    private void Row(Token kind, Token name)
    {
        if (kind.Text is not ("N" or "E" or "L"))
        {
            throw cursor.Faults.Fatal("unexpected-token", kind.Line, $"starts with {FormatFaults.Show(kind.Text)}; expected N, E or L. Rows of other kinds are no nodes and no room.");
        }

        var letter = kind.Text[0];
        if (letter == 'N' && hasObjective)
        {
            cursor.Faults.Add("unexpected-token", kind.Line, $"names a second row of kind N, {FormatFaults.Show(name.Text)}; expected one objective. Maybe the others should go.");
        }

        hasObjective |= letter == 'N';
        var index = letter == 'E' ? supplies.Count : letter == 'L' ? rooms.Count : 0;
        if (name.IsEmpty || !rows.TryAdd(name.Text.ToString(), (letter, index)))
        {
            cursor.Faults.Add("duplicate-id", kind.Line, $"names the row {FormatFaults.Show(name.Text)}, which has no name or is there already; expected each once.");
        }
        else if (letter == 'E')
        {
            supplies.Add(0);
        }
        else if (letter == 'L')
        {
            rooms.Add(([], []));
            limits.Add(0);
        }
    }

    private int ColumnOf(Token word)
    {
        var name = word.Text.ToString();
        if (!columns.TryGetValue(name, out var index))
        {
            columns.Add(name, index = arcs.Count);
            arcs.Add(new Column(word.Line));
        }

        return index;
    }

    /// <summary>Rows and their numbers, to the end of the line.</summary>
    private void Pairs(int column, Token first, Action<int, (char Kind, int Index), decimal, int> take)
    {
        for (var name = first; !name.IsEmpty; name = cursor.NextOfLine())
        {
            var (known, line) = (rows.TryGetValue(name.Text.ToString(), out var row), name.Line);
            var value = Number(known && row.Kind == 'N' ? MostDigits : 0);
            if (known)
            {
                take(column, row, value, line);
            }
            else
            {
                cursor.Faults.Add("unknown-id", line, $"names the row {FormatFaults.Show(name.Text)}; expected one of the section ROWS.");
            }
        }
    }

    private void Coefficient(int column, (char Kind, int Index) row, decimal value, int line)
    {
        var arc = arcs[column];
        if (row.Kind == 'N')
        {
            arc.Cost = value;
        }
        else if (row.Kind == 'E' && value == 1 && arc.Tail < 0)
        {
            arc.Tail = row.Index;
        }
        else if (row.Kind == 'E' && value == -1 && arc.Head < 0)
        {
            arc.Head = row.Index;
        }
        else if (row.Kind == 'L' && value is > 0 and <= int.MaxValue)
        {
            rooms[row.Index].Arcs.Add(column);
            rooms[row.Index].Weights.Add((int)value);
        }
        else
        {
            cursor.Faults.Add("no-arc", line, $"has {value} in a row of {(row.Kind == 'E' ? "a node" : "room")}; expected 1 once and -1 once in rows of nodes, and numbers above 0 in those of room.");
        }
    }

    private void RightHandSide((char Kind, int Index) row, decimal value, int line)
    {
        if (row.Kind == 'E')
        {
            supplies[row.Index] = (long)value;
        }
        else if (row.Kind == 'L')
        {
            limits[row.Index] = (long)value;
        }
        else
        {
            cursor.Faults.Add("unexpected-token", line, "gives the objective a right-hand side; expected none.");
        }
    }

    /// <summary>The word behind the kind names the set, of which there is one.</summary>
    private void Bound(Token kind)
    {
        var name = cursor.NextOfLine();
        if (!columns.TryGetValue(name.Text.ToString(), out var index))
        {
            cursor.Faults.Add("unknown-id", kind.Line, $"names the column {FormatFaults.Show(name.Text)}; expected one of the section COLUMNS.");
            return;
        }

        var arc = arcs[index];
        switch (kind.Text)
        {
            case "PL":
                arc.Upper = FlowProblem.Unlimited;
                break;
            case "UP":
                arc.Upper = (long)Number(0);
                break;
            case "LO":
                arc.Lower = (long)Number(0);
                break;
            case "FX":
                arc.Lower = arc.Upper = (long)Number(0);
                break;
            default:
                cursor.Faults.Add("unexpected-token", kind.Line, $"has a bound {FormatFaults.Show(kind.Text)}; expected UP, LO, FX or PL.");
                break;
        }
    }

    private decimal Number(int digits)
    {
        var token = cursor.NextOfLine();
        if (TokenCursor.TryDecimal(token.Text, out var value) && Math.Abs(value) <= Most && decimal.Round(value, digits) == value)
        {
            return value;
        }

        cursor.Faults.Add("bad-number", token.Line, $"has {FormatFaults.Show(token.Text)}; expected a {(digits == 0 ? "whole number" : $"number of at most {digits} decimal places")} from {-Most} to {Most}.");
        return 0;
    }
}
