using System.Collections.Immutable;
using System.Text;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>
/// Continuous quay with breaks. A line that starts with <c>%</c> opens a block; the four blocks are, in this order:
/// <code>
/// % horizon: T     % quay length: L     % breaks: one a line, may be none     % vessels: index size arrival processing weight
/// </code>
/// Cost: the sum of weight * (departure - arrival). No vessel may lie across a break. One slot and one section are one unit.
/// </summary>
internal sealed class CsbapFormat : IBerthFormat
{
    private static readonly string[] Headings =
    [
        "Time allocation", "Berth length", "Berth breaks", "Vessel index, size, arrival time, processing time, weight (=1 as default)",
    ];

    public BerthFormat Format => BerthFormat.Csbap;

    public ImmutableArray<string> Variants => [];

    public BerthFeatures Says => BerthFeatures.ContinuousQuay | BerthFeatures.Breaks;

    public bool HasUnits => false;

    public bool Recognises(SourceText source) => source.Text.AsSpan().TrimStart().StartsWith("%");

    public BerthInstance Read(SourceText source, string variant)
    {
        var faults = new FormatFaults();
        var cursor = new TokenCursor(source.Text, faults);
        var block = -1;
        var singles = new int?[2];
        var breaks = new List<int>();
        var calls = new List<Call>();
        var indices = new Dictionary<int, int>();
        for (var more = cursor.FirstLine(); more; more = cursor.NextLine())
        {
            var first = cursor.NextOfLine();
            if (first.Text.StartsWith('%'))
            {
                block = block < Headings.Length - 1 ? block + 1 : throw faults.Fatal("unexpected-block", first.Line, $"opens a fifth block; expected four: {string.Join("; ", Headings)}.");
                continue;
            }

            switch (block)
            {
                case -1:
                    throw faults.Fatal("wrong-format", first.Line, $"has {FormatFaults.Show(first.Text)}; expected a line that starts with %.");
                case 0 or 1 when singles[block] is not null:
                    faults.Add("unexpected-token", first.Line, $"has a second number, {FormatFaults.Show(first.Text)}, under {Headings[block]}; expected one.");
                    break;
                case 0 or 1:
                    singles[block] = cursor.Int(first, block == 0 ? "the horizon" : "the quay length", 1, BerthProblem.MaxExtent);
                    break;
                case 2:
                    breaks.Add(cursor.Int(first, "a break", 0, singles[1] ?? BerthProblem.MaxExtent));
                    break;
                default:
                    var line = first.Line;
                    var index = cursor.Int(first, "a vessel's index", 0, int.MaxValue);
                    if (!indices.TryAdd(index, line))
                    {
                        faults.Add("duplicate-id", line, $"has vessel {index}, which line {indices[index]} has already; expected each index once.");
                    }

                    calls.Add(Vessel(cursor, index, line));
                    break;
            }

            if (cursor.NextOfLine() is { IsEmpty: false } surplus)
            {
                faults.Add("unexpected-token", surplus.Line, $"has {FormatFaults.Show(surplus.Text)} too many; expected {(block == 3 ? "five numbers" : "one number")}.");
            }
        }

        if (block < Headings.Length - 1 || singles[0] is null || singles[1] is null || calls.Count == 0)
        {
            throw cursor.Missing($"four blocks with a horizon, a quay length, breaks, and at least one vessel (found {block + 1} blocks, {calls.Count} vessels)");
        }

        faults.ThrowIfAny();
        var problem = new BerthProblem(new BerthParts
        {
            Name = source.Name,
            Horizon = singles[0]!.Value,
            Quays = [new Quay { Id = "quay", Length = singles[1]!.Value, Breaks = [.. breaks.Order()] }],
            Calls = [.. calls],
        });
        return new BerthInstance
        {
            Problem = problem,
            Format = Format,
            Extras = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("breaks", string.Join(' ', breaks)),
        };
    }

    public string Write(BerthInstance instance)
    {
        var problem = instance.Problem;
        var quay = problem.Quays[0];
        var breaks = quay.Breaks.Select(border => Numbers.Show(border)).ToArray();
        var asRead = instance.Extras.GetValueOrDefault("breaks", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        breaks = asRead.Order(StringComparer.Ordinal).SequenceEqual(breaks.Order(StringComparer.Ordinal)) ? asRead : breaks;
        var text = new StringBuilder()
            .Append($"% {Headings[0]}\n{problem.Horizon}\n\n% {Headings[1]}\n{quay.Length}\n\n% {Headings[2]}\n")
            .AppendJoin("", breaks.Select(border => $"{border}\n"))
            .Append($"\n% {Headings[3]}\n");
        var numbered = problem.Calls.All(call => int.TryParse(call.Id, out var id) && Numbers.Show(id) == call.Id && id >= 0);
        for (var index = 0; index < problem.Calls.Length; index++)
        {
            var call = problem.Calls[index];
            var number = numbered ? call.Id : Numbers.Show(index + 1);
            text.Append($"{number} {call.Length} {call.Arrival} {call.Handling.Work[0]} {(long)problem.Objective.Stay * call.Rates.Stay * call.Priority}\n");
        }

        return text.ToString();
    }

    private static Call Vessel(TokenCursor cursor, int index, int line)
    {
        int Next(string what, int min)
        {
            var token = cursor.NextOfLine();
            return token.IsEmpty ? throw cursor.Faults.Fatal("truncated", line, $"ends before {what}; expected index, size, arrival, processing and weight.") : cursor.Int(token, what, min, BerthProblem.MaxExtent);
        }

        var size = Next("the vessel's size", 1);
        var arrival = Next("its arrival", 0);
        var processing = Next("its processing time", 1);
        var weight = Next("its weight", 0);
        return new Call
        {
            Id = Numbers.Show(index),
            Length = size,
            Arrival = arrival,
            Handling = Handling.Fixed(processing),
            Rates = new Rates { Waiting = weight, Stay = weight },
        };
    }
}
