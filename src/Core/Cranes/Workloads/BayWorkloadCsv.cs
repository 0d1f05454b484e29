using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Cranes;

/// <summary>
/// The rows of a <see cref="BayWorkload"/> as comma-separated values; cranes, vessels and rail come from a workload around them:
/// <code>
/// vessel,bay,place,work,containers20,containers40,twinPairs,tandemPairs,hatchCovers,stackLifts
/// Aurora,2,hold,discharge,12,40,5,0,3,8 9 10 10 10
/// </code>
/// The header names the columns, in any order; only <c>vessel</c> (its id), <c>bay</c>, <c>place</c> and <c>work</c> are needed.
/// <c>twinPairs</c> is a number, or a share of the 20' such as <c>60%</c>. <c>stackLifts</c> are parted by spaces.
/// </summary>
public static class BayWorkloadCsv
{
    private static readonly string[] Columns = ["vessel", "bay", "place", "work", "containers20", "containers40", "twinPairs", "tandemPairs", "hatchCovers", "stackLifts"];

    /// <summary>Reads rows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="around">The workload that gets them, in place of those that it has.</param>
    /// <exception cref="InvalidInputException">The text is no workload; it lists every fault with its line.</exception>
    public static BayWorkload Read(string text, BayWorkload around)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(around);
        var faults = new FormatFaults();
        var rows = ImmutableArray.CreateBuilder<BayWork>();
        var lines = new List<int>();
        string[] header = [];
        var line = 0;
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            line++;
            if (line == 1)
            {
                header = row.Trim().TrimStart('\uFEFF').ToString().Split(',', StringSplitOptions.TrimEntries);
                if (header.Distinct().Count() < header.Length || header.Except(Columns).Any() || Columns.Take(4).Except(header).Any())
                {
                    throw faults.Fatal("bad-header", line, $"is {FormatFaults.Show(row)}; expected the columns {string.Join(",", Columns.Take(4))}, and of {string.Join(",", Columns.Skip(4))} those that are known.");
                }
            }
            else if (!row.IsWhiteSpace())
            {
                var fields = row.ToString().Split(',', StringSplitOptions.TrimEntries);
                if (fields.Length != header.Length)
                {
                    faults.Add("wrong-count", line, $"has {fields.Length} fields; expected {header.Length}, as the header has.");
                    continue;
                }

                rows.Add(new CsvRow(column => Array.IndexOf(header, column) is >= 0 and var at ? fields[at] : "", line, around, faults).Read());
                lines.Add(line);
            }
        }

        faults.ThrowIfAny();
        var workload = around with { Work = rows.ToImmutable() };
        foreach (var fault in WorkloadRules.Faults(workload))
        {
            var steps = fault.Place.Split('/');
            var told = steps.Length > 2 && steps[1] == "work" ? $"line {lines[int.Parse(steps[2], CultureInfo.InvariantCulture)]}" : fault.Place;
            faults.Add(fault.Code, told, steps.Length > 3 && told != fault.Place ? $"{steps[3]} {fault.Message}" : fault.Message);
        }

        faults.ThrowIfAny();
        return workload;
    }

    /// <summary>Writes the rows of a workload.</summary>
    /// <param name="workload">The workload.</param>
    /// <returns>The text, with LF line ends.</returns>
    /// <exception cref="InvalidInputException">The workload breaks its own rules, or the id of a vessel has a comma.</exception>
    public static string Write(BayWorkload workload)
    {
        ArgumentNullException.ThrowIfNull(workload);
        var broken = WorkloadRules.Faults(workload);
        for (var index = 0; index < workload.Vessels.Length; index++)
        {
            var id = workload.Vessels[index].Vessel.Id;
            if (id.Contains(',', StringComparison.Ordinal) || id.Trim() != id || id.Any(char.IsControl))
            {
                broken.Add(new Fault("format-cannot-say", $"/vessels/{index}/id", $"is {FormatFaults.Show(id)}; expected no comma and no space at its ends in CSV. Maybe the JSON document should be written."));
            }
        }

        if (broken.Count > 0)
        {
            throw new InvalidInputException(broken);
        }

        var text = new StringBuilder().AppendJoin(',', Columns).Append('\n');
        foreach (var work in workload.Work)
        {
            text.Append(CultureInfo.InvariantCulture, $"{workload.Vessels[work.Vessel].Vessel.Id},{work.Bay},{Word(work.Place)},{Word(work.Work)},{work.Containers20},{work.Containers40},{work.TwinPairs},{work.TandemPairs},{work.HatchCovers},")
                .AppendJoin(' ', work.StackLifts).Append('\n');
        }

        return text.ToString();
    }

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private sealed class CsvRow(Func<string, string> field, int line, BayWorkload around, FormatFaults faults)
    {
        public BayWork Read()
        {
            var id = field("vessel");
            var vessel = around.Vessels.Select(each => each.Vessel.Id).ToList().IndexOf(id);
            if (vessel < 0)
            {
                faults.Add("unknown-reference", line, $"has vessel {FormatFaults.Show(id)}; expected the id of a vessel: {string.Join(", ", around.Vessels.Take(5).Select(each => FormatFaults.Show(each.Vessel.Id)))}.");
            }

            var twenties = Number("containers20", 0, WorkloadRules.MostContainers);
            return new BayWork
            {
                Vessel = vessel,
                Bay = Number("bay", 1, WorkloadRules.MostBay),
                Place = Choice("place", TaskPlace.Deck, TaskPlace.Hold),
                Work = Choice("work", TaskWork.Discharge, TaskWork.Load),
                Containers20 = twenties,
                Containers40 = Number("containers40", 0, WorkloadRules.MostContainers),
                TwinPairs = field("twinPairs") is var pairs && pairs.EndsWith('%') ? BayWorkShape.Pairs(twenties, Number("twinPairs", pairs[..^1], 0, 100)) : Number("twinPairs", 0, WorkloadRules.MostContainers),
                TandemPairs = Number("tandemPairs", 0, WorkloadRules.MostContainers),
                HatchCovers = Number("hatchCovers", 0, WorkloadRules.MostCovers),
                StackLifts = [.. field("stackLifts").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(lifts => Number("stackLifts", lifts, 0, WorkloadRules.MostContainers))],
            };
        }

        private int Number(string column, int min, int max) => min == 0 && field(column).Length == 0 ? 0 : Number(column, field(column), min, max);

        private int Number(string column, string text, int min, int max)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            {
                return number;
            }

            faults.Add("bad-number", line, $"has {column} {FormatFaults.Show(text)}; expected a whole number from {min} to {max}.");
            return min;
        }

        private T Choice<T>(string column, T one, T two)
            where T : struct, Enum
        {
            var text = field(column);
            if (text.Equals(Word(one), StringComparison.OrdinalIgnoreCase) || text.Equals(Word(two), StringComparison.OrdinalIgnoreCase))
            {
                return text.Equals(Word(one), StringComparison.OrdinalIgnoreCase) ? one : two;
            }

            faults.Add("unknown-value", line, $"has {column} {FormatFaults.Show(text)}; expected {Word(one)} or {Word(two)}.");
            return one;
        }
    }
}
