using System.Collections.Immutable;
using System.Text;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>
/// Continuous quay where ships leave at high tide only (Ernst, Oguz, Singh and Taherkhani 2017). Comma-separated rows:
/// <code>
/// Vessels,n    Begin,..    End,..    Processing,..    Length,..    Arrival,..
/// </code>
/// The quay is 3 units long: the files do not say it, but Santini's program, which reads them, has it so; ships are up to 2 units long, and
/// on 2 units a third of the files seem to have more work than their tides let out. The second field of a name is the number of weeks.
/// A section is 0.0001 unit. Ships of length 0 (four published files have some) get one section each and the quay as many more,
/// which takes no room from others where those are whole units long; elsewhere they are refused. A vessel may leave at any slot of a window, both ends included, and keeps its place until then.
/// Cost: the sum of departure - arrival. Variants: <c>extended</c> repeats the windows, in a period of their mean spacing, until every
/// vessel has one even if all lay one after another (a few files have more work than their own windows let out); <c>given</c> does not.
/// </summary>
internal sealed class ErnstFormat : IBerthFormat
{
    private const int SectionsPerUnit = 10_000;
    private const int QuayUnits = 3;
    private const int MostWindows = 1_000_000;
    private const string Extended = "extended";
    private static readonly string[] Rows = ["Begin", "End", "Processing", "Length", "Arrival"];

    public BerthFormat Format => BerthFormat.Ernst;

    public ImmutableArray<string> Variants => [Extended, "given"];

    public BerthFeatures Says => BerthFeatures.ContinuousQuay | BerthFeatures.TideWindows;

    public bool HasUnits => false;

    public bool Recognises(SourceText source) => source.Text.AsSpan().TrimStart().StartsWith("Vessels");

    public BerthInstance Read(SourceText source, string variant)
    {
        var faults = new FormatFaults();
        var cursor = new TokenCursor(source.Text, faults, commas: true);
        var head = cursor.Next();
        if (head.Text is not "Vessels")
        {
            throw faults.Fatal("wrong-format", head.Line, $"has {FormatFaults.Show(head.Text)}; expected \"Vessels,\" and their number.");
        }

        var count = cursor.Int(cursor.NextOfLine(), "the number of vessels", 1, 1_000_000);
        if (cursor.NextOfLine() is { IsEmpty: false } second)
        {
            faults.Add("unexpected-token", second.Line, $"has {FormatFaults.Show(second.Text)} too many; expected one number of vessels.");
        }

        var labels = new string[Rows.Length];
        var begin = Row(cursor, 0, labels, -1);
        var end = Row(cursor, 1, labels, begin.Count);
        var processing = Row(cursor, 2, labels, count);
        var lengths = Row(cursor, 3, labels, count);
        var arrivals = Row(cursor, 4, labels, count);
        var surplus = cursor.Next();
        if (!surplus.IsEmpty)
        {
            faults.Add("unexpected-token", surplus.Line, $"has {FormatFaults.Show(surplus.Text)} behind the arrivals; expected the end of the file.");
        }

        faults.ThrowIfAny();
        var windows = Windows(begin, end, cursor);
        var weightless = Weightless(lengths, cursor);
        faults.ThrowIfAny();
        var given = windows.Count;
        if (variant == Extended)
        {
            Extend(windows, arrivals.Max(), processing, cursor);
        }

        var problem = new BerthProblem(new BerthParts
        {
            Name = source.Name,
            Horizon = Math.Max(1, windows[^1].To - 1),
            Quays = [new Quay { Id = "quay", Length = (QuayUnits * SectionsPerUnit) + weightless }],
            Calls = Calls(lengths, arrivals, processing, new TideWindows(windows)),
        });
        return new BerthInstance
        {
            Problem = problem,
            Format = Format,
            Variant = variant,
            PlanUnits = new PlanUnits { PositionPerSection = 1m / SectionsPerUnit },
            Extras = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("windows", Numbers.Show(given)).Add("processing-label", labels[2]),
        };
    }

    public string Write(BerthInstance instance)
    {
        var calls = instance.Problem.Calls;
        var weightless = instance.Problem.Quays[0].Length > QuayUnits * SectionsPerUnit;
        var windows = calls.FirstOrDefault()?.DepartureWindows?.Windows ?? [];
        var given = instance.Extras.TryGetValue("windows", out var number) && int.TryParse(number, out var count) && count <= windows.Length ? count : windows.Length;
        var text = new StringBuilder().Append($"Vessels,{calls.Length}\n");
        void Row(string label, IEnumerable<decimal> values) => text.Append($"{label}, ").AppendJoin(',', values.Select(Numbers.Show)).Append('\n');
        Row(Rows[0], windows.Take(given).Select(window => (decimal)window.From));
        Row(Rows[1], windows.Take(given).Select(window => window.To - 1m));
        Row(instance.Extras.GetValueOrDefault("processing-label", Rows[2]), calls.Select(call => (decimal)call.Handling.Work[0]));
        Row(Rows[3], calls.Select(call => weightless && call.Length == 1 ? 0 : (decimal)call.Length / SectionsPerUnit));
        Row(Rows[4], calls.Select(call => (decimal)call.Arrival));
        return text.ToString();
    }

    private static List<int> Row(TokenCursor cursor, int row, string[] labels, int count)
    {
        if (!cursor.NextLine())
        {
            throw cursor.Missing($"the row \"{Rows[row]}\"");
        }

        var label = cursor.NextOfLine();
        var line = label.Line;

        // Some published files say "Processin".
        if (label.Text.SequenceEqual(Rows[row]) || (row == 2 && label.Text is "Processin"))
        {
            labels[row] = label.Text.ToString();
        }
        else
        {
            throw cursor.Faults.Fatal("unexpected-token", line, $"starts with {FormatFaults.Show(label.Text)}; expected \"{Rows[row]}\".");
        }

        var values = new List<int>();
        for (var token = cursor.NextOfLine(); !token.IsEmpty; token = cursor.NextOfLine())
        {
            var min = row is 2 or 3 ? 1 : 0;
            values.Add(row == 3 ? Sections(cursor, token) : cursor.Int(token, $"a value of \"{Rows[row]}\"", min, BerthProblem.MaxExtent - 2));
        }

        if ((count >= 0 && values.Count != count) || values.Count == 0)
        {
            cursor.Faults.Add("wrong-count", line, $"has {values.Count} values; expected {(count >= 0 ? count : "at least one")}{(row == 1 ? ", as many as \"Begin\" has" : "")}.");
        }

        return values;
    }

    /// <summary>Lengths are floating-point numbers of four decimals with some noise behind them (0.06850000000000001).</summary>
    private static int Sections(TokenCursor cursor, Token token)
    {
        var length = cursor.Decimal(token, "a length", 0, BerthProblem.MaxExtent / SectionsPerUnit);
        var sections = decimal.Round(length * SectionsPerUnit);
        if (Math.Abs((length * SectionsPerUnit) - sections) > 0.000001m)
        {
            cursor.Faults.Add("off-grid", token.Line, $"has a length of {FormatFaults.Show(token.Text)}; expected at most four decimals.");
        }

        return (int)sections;
    }

    /// <summary>Gives the ships of length 0 one section each.</summary>
    /// <returns>Their number.</returns>
    private static int Weightless(List<int> lengths, TokenCursor cursor)
    {
        var count = lengths.Count(length => length == 0);
        if (count > 0 && (count >= SectionsPerUnit || lengths.Exists(length => length % SectionsPerUnit != 0)))
        {
            cursor.Faults.Add("bad-number", "line 5", "has the length \"0\" beside lengths that are not whole; expected more than 0.");
        }

        for (var index = 0; index < lengths.Count; index++)
        {
            lengths[index] = Math.Max(1, lengths[index]);
        }

        return count;
    }

    private static List<Interval> Windows(List<int> begin, List<int> end, TokenCursor cursor)
    {
        var windows = new List<Interval>();
        for (var index = 0; index < begin.Count; index++)
        {
            if (end[index] < begin[index] || (index > 0 && begin[index] <= end[index - 1]))
            {
                cursor.Faults.Add("empty-interval", "line 2", $"has window {index + 1} from {begin[index]} to {end[index]}; expected it to end after it begins, and to begin after window {index} ends.");
            }

            windows.Add(new Interval(begin[index], end[index] + 1));
        }

        return windows;
    }

    /// <summary>Repeats the windows until one vessel after another could berth and leave behind the last arrival.</summary>
    private static void Extend(List<Interval> windows, int arrival, List<int> processing, TokenCursor cursor)
    {
        var given = windows.Count;
        var span = windows[^1].From - windows[0].From;
        long period = given == 1 ? 2L * windows[0].Length : Math.Max((((long)span * given) + given - 2) / (given - 1), windows[^1].To - windows[0].From + 1L);
        var gap = period - span;
        for (var index = 1; index < given; index++)
        {
            gap = Math.Max(gap, windows[index].From - windows[index - 1].From);
        }

        var needed = (long)Math.Max(arrival, windows[0].From) + processing.Sum(slots => slots + gap);
        if (needed + period > BerthProblem.MaxExtent || given * (needed / period) > MostWindows)
        {
            cursor.Faults.Add("out-of-range", cursor.Line, $"ends a file whose plans may last {needed} slots; expected at most {BerthProblem.MaxExtent - period}, and {MostWindows} windows until then. Maybe variant \"given\" is meant, which repeats no windows.");
            cursor.Faults.ThrowIfAny();
        }

        for (var index = 0; windows[^1].To <= needed; index++)
        {
            windows.Add(new Interval((int)(windows[index].From + period), (int)(windows[index].To + period)));
        }
    }

    private static ImmutableArray<Call> Calls(List<int> lengths, List<int> arrivals, List<int> processing, TideWindows windows) =>
        [.. lengths.Select((length, index) => new Call
        {
            Id = Numbers.Show(index + 1),
            Length = length,
            Arrival = arrivals[index],
            Handling = Handling.Fixed(processing[index]),
            DepartureWindows = windows,
            Rates = new Rates { Waiting = 1, Stay = 1 },
        })];
}
