using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Empties.Formats;

/// <summary>
/// Plans as comma-separated values:
/// <code>
/// move,number,from,to,type,count
/// voyage,3,1,2,1,40
/// link,1,14,0,2,5
/// conversion,1,9,0,0,2
/// give,17,0,0,1,12
/// onhire,1,20,1,0,6
/// offhire,1,41,2,0,6
/// </code>
/// <c>number</c> is that of the voyage, link, conversion, demand or contract in the problem's list, <c>type</c> that of the container type; both count from 1.
/// <c>from</c> and <c>to</c> are the stops of a voyage, from 1; of the others <c>from</c> is the period, from 0, and <c>to</c> the place of hire, from 1. What has no meaning is 0.
/// </summary>
public static class EmptiesPlanCsv
{
    private const string Header = "move,number,from,to,type,count";

    /// <summary>Writes a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The text, with LF line ends.</returns>
    public static string Write(EmptiesPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var text = new StringBuilder(Header).Append('\n');
        void Row(string move, int number, long from, long to, int type, int count) => text.Append(CultureInfo.InvariantCulture, $"{move},{number + 1L},{from},{to},{type + 1L},{count}\n");
        foreach (var move in plan.Voyages)
        {
            Row("voyage", move.Voyage, move.FromStop + 1L, move.ToStop + 1L, move.Type, move.Count);
        }

        foreach (var move in plan.Links)
        {
            Row("link", move.Link, move.Period, 0, move.Type, move.Count);
        }

        foreach (var run in plan.Conversions)
        {
            Row("conversion", run.Conversion, run.Period, 0, -1, run.Count);
        }

        foreach (var given in plan.Fulfilments)
        {
            Row("give", given.Demand, 0, 0, given.Type, given.Count);
        }

        foreach (var hire in plan.OnHires)
        {
            Row("onhire", hire.Lease, hire.Period, hire.Place + 1L, -1, hire.Count);
        }

        foreach (var hire in plan.OffHires)
        {
            Row("offhire", hire.Lease, hire.Period, hire.Place + 1L, -1, hire.Count);
        }

        return text.ToString();
    }

    /// <summary>Reads a plan; whether it keeps the rules is for <see cref="EmptiesChecker"/> to say.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidInputException">The text is no plan; it lists every fault with its line.</exception>
    public static EmptiesPlan Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var faults = new FormatFaults();
        var rows = new List<(string Move, int Number, int From, int To, int Type, int Count)>();
        var csv = new CsvRows(text, Header.Split(','), faults);
        while (csv.Next())
        {
            if (Row(csv, faults) is { } read)
            {
                rows.Add(read);
            }
        }

        faults.ThrowIfAny();
        return new EmptiesPlan
        {
            Voyages = Of("voyage", row => new VoyageMove(row.Number - 1, row.From - 1, row.To - 1, row.Type - 1, row.Count)),
            Links = Of("link", row => new LinkMove(row.Number - 1, row.From, row.Type - 1, row.Count)),
            Conversions = Of("conversion", row => new ConversionRun(row.Number - 1, row.From, row.Count)),
            Fulfilments = Of("give", row => new Fulfilment(row.Number - 1, row.Type - 1, row.Count)),
            OnHires = Of("onhire", row => new HireMove(row.Number - 1, row.To - 1, row.From, row.Count)),
            OffHires = Of("offhire", row => new HireMove(row.Number - 1, row.To - 1, row.From, row.Count)),
        };

        ImmutableArray<T> Of<T>(string move, Func<(string Move, int Number, int From, int To, int Type, int Count), T> make) => [.. rows.Where(row => row.Move == move).Select(make)];
    }

    private static (string Move, int Number, int From, int To, int Type, int Count)? Row(CsvRows csv, FormatFaults faults)
    {
        var (before, move) = (faults.Count, csv.Text(0).ToString());
        if (move is not ("voyage" or "link" or "conversion" or "give" or "onhire" or "offhire"))
        {
            faults.Add("unknown-value", csv.Line, $"has move {FormatFaults.Show(move)}; expected one of voyage, link, conversion, give, onhire, offhire.");
        }

        int Number(int column) => csv.Int(column, 0, int.MaxValue);
        var row = (move, Number(1), Number(2), Number(3), Number(4), Number(5));
        return faults.Count == before ? row : null;
    }
}
