using System.Collections.Immutable;
using BerthOpt.Formats;

namespace BerthOpt.Empties.Flows.Formats;

/// <summary>
/// The min-cost-flow format of the first DIMACS implementation challenge (1991), words parted by any white space:
/// <code>
/// c anything                    a comment
/// p min NODES ARCS              once, before all that follows
/// n NODE SUPPLY                 for nodes that give (above 0) or take (below 0)
/// a TAIL HEAD LOWER CAPACITY COST
/// </code>
/// Nodes count from 1. A capacity of -1, where the least flow is 0 or more, is none. All numbers are whole.
/// </summary>
internal sealed class DimacsFormat : IFormat<FlowFormat, FlowInstance>
{
    private const long MostUnits = FlowProblem.MaxUnits;
    private const long MostCost = FlowProblem.MaxPrice;

    public FlowFormat Format => FlowFormat.Dimacs;

    public ImmutableArray<string> Variants => [];

    public bool Recognises(SourceText source)
    {
        var cursor = new TokenCursor(source.Text, new FormatFaults());
        for (var more = cursor.FirstLine(); more; more = cursor.NextLine())
        {
            var word = cursor.NextOfLine().Text;
            if (!word.SequenceEqual("c"))
            {
                return word.SequenceEqual("p") && cursor.NextOfLine().Text.SequenceEqual("min");
            }
        }

        return false;
    }

    public FlowInstance Read(SourceText source, string variant)
    {
        var faults = new FormatFaults();
        var cursor = new TokenCursor(source.Text, faults);
        var (nodes, arcs) = Head(cursor);
        faults.ThrowIfAny();
        var supplies = new long[nodes];
        var told = new int[nodes];
        var builder = ImmutableArray.CreateBuilder<FlowArc>(Math.Min(arcs, source.Text.Length / 10));
        while (cursor.NextLine())
        {
            var letter = cursor.NextOfLine();
            if (letter.Text.SequenceEqual("a"))
            {
                if (builder.Count == arcs)
                {
                    throw faults.Fatal("wrong-count", letter.Line, $"has one arc more than the {arcs} that the p line says.");
                }

                builder.Add(Arc(cursor, nodes));
            }
            else if (letter.Text.SequenceEqual("n"))
            {
                Supply(cursor, supplies, told);
            }
            else if (!letter.Text.SequenceEqual("c"))
            {
                faults.Add("unexpected-token", letter.Line, $"starts with {FormatFaults.Show(letter.Text)}; expected a, n or c{(letter.Text.SequenceEqual("p") ? ", and one p line alone" : "")}.");
            }
        }

        if (builder.Count < arcs)
        {
            throw faults.Fatal("truncated", cursor.Line, $"is where the file ends, after {builder.Count} arcs; expected the {arcs} that the p line says. Maybe it was cut off.");
        }

        faults.ThrowIfAny();
        return new FlowInstance
        {
            Format = Format,
            Problem = new FlowProblem(new FlowParts { Name = source.Name, Supplies = [.. supplies], Arcs = builder.MoveToImmutable() }),
        };
    }

    private static (int Nodes, int Arcs) Head(TokenCursor cursor)
    {
        for (var more = cursor.FirstLine(); more; more = cursor.NextLine())
        {
            var word = cursor.NextOfLine();
            if (word.Text.SequenceEqual("p"))
            {
                var kind = cursor.NextOfLine();
                if (!kind.Text.SequenceEqual("min"))
                {
                    throw cursor.Faults.Fatal("unknown-format", kind.Line, $"is of the kind {FormatFaults.Show(kind.Text)}; expected min. Maybe it is a file for another problem.");
                }

                var nodes = Number(cursor, "the number of nodes", 0, FlowProblem.MaxNodes);
                var arcs = Number(cursor, "the number of arcs", 0, FlowProblem.MaxArcs);
                End(cursor);
                return ((int)nodes, (int)arcs);
            }

            if (!word.Text.SequenceEqual("c"))
            {
                throw cursor.Faults.Fatal("unexpected-token", word.Line, $"starts with {FormatFaults.Show(word.Text)}; expected c, or the p line first.");
            }
        }

        throw cursor.Missing("the p line");
    }

    private static void Supply(TokenCursor cursor, long[] supplies, int[] told)
    {
        var line = cursor.Line;
        var node = Number(cursor, "a node", 1, supplies.Length);
        var supply = Number(cursor, "its supply", -MostUnits, MostUnits);
        End(cursor);
        if (node < 1 || supplies.Length == 0)
        {
            return;
        }

        if (told[node - 1] > 0)
        {
            cursor.Faults.Add("duplicate-id", line, $"has node {node}, which line {told[node - 1]} has already; expected one n line a node.");
        }

        (supplies[node - 1], told[node - 1]) = (supply, line);
    }

    private static FlowArc Arc(TokenCursor cursor, int nodes)
    {
        var line = cursor.Line;
        var tail = Number(cursor, "the tail of an arc", 1, nodes);
        var head = Number(cursor, "the head of an arc", 1, nodes);
        var lower = Number(cursor, "the least flow", -MostUnits, MostUnits);
        var capacity = Number(cursor, "the capacity", -MostUnits, MostUnits);
        var cost = Number(cursor, "the cost", -MostCost, MostCost);
        End(cursor);
        if (capacity == -1 && lower >= 0)
        {
            capacity = FlowProblem.Unlimited;
        }
        else if (capacity < lower)
        {
            cursor.Faults.Add("out-of-range", line, $"has the capacity {capacity}, below the least flow {lower}; expected at least that, or -1 for no limit.");
        }

        return new FlowArc((int)tail - 1, (int)head - 1, lower, capacity, cost);
    }

    private static long Number(TokenCursor cursor, string what, long min, long max)
    {
        var token = cursor.NextOfLine();
        return token.IsEmpty ? throw cursor.Faults.Fatal("truncated", token.Line, $"ends before {what}; expected a whole number from {min} to {max}.") : cursor.Long(token, what, min, max);
    }

    private static void End(TokenCursor cursor)
    {
        if (cursor.NextOfLine() is { IsEmpty: false } more)
        {
            cursor.Faults.Add("unexpected-token", more.Line, $"has {FormatFaults.Show(more.Text)} behind its last number; expected the end of the line.");
        }
    }
}
