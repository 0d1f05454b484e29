using System.Collections.Immutable;
using BerthOpt.Formats;

namespace BerthOpt.Empties.Flows.Formats;

/// <summary>
/// Linear programs in free MPS that are min-cost flows with shared room, words parted by white space:
/// <code>
/// NAME x                        and comments, lines that begin with *
/// ROWS                          N the objective, E a node, L room that columns share
/// COLUMNS                       COLUMN ROW NUMBER [ROW NUMBER]: an arc has 1 in the row of the node that it leaves, -1 in that of the node that it enters,
///                               whole numbers above 0 in rows of room, and its cost in the objective
/// RHS                           SET ROW NUMBER [ROW NUMBER]: what a node gives, and how much room there is; 0 unless told
/// BOUNDS                        UP, LO, FX or PL SET COLUMN NUMBER; 0 to no limit unless told
/// ENDATA
/// </code>
/// All numbers are whole (2.0 is), but costs, which may have six decimal places: the problem counts in the smallest of these. Arcs are in the order of their columns, nodes and rooms in that of their rows.
/// </summary>
internal sealed class MpsFormat : IFormat<FlowFormat, FlowInstance>
{
    public FlowFormat Format => FlowFormat.Mps;

    public ImmutableArray<string> Variants => [];

    public bool Recognises(SourceText source)
    {
        var cursor = new TokenCursor(source.Text, new FormatFaults());
        for (var more = cursor.FirstLine(); more; more = cursor.NextLine())
        {
            var word = cursor.NextOfLine().Text;
            if (word.SequenceEqual("ROWS"))
            {
                return true;
            }

            if (!word.StartsWith("*") && !word.SequenceEqual("NAME"))
            {
                return false;
            }
        }

        return false;
    }

    public FlowInstance Read(SourceText source, string variant)
    {
        var program = new MpsProgram(new TokenCursor(source.Text, new FormatFaults()));
        program.Read();
        return program.ToInstance(Format, source.Name);
    }
}
