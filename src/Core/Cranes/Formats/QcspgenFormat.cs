using System.Collections.Immutable;
using BerthOpt.Formats;

namespace BerthOpt.Cranes.Formats;

/// <summary>
/// QCSPgen's text (Meisel and Bierwirth 2011), in which the instances of Kim and Park (2004) are passed on too:
/// <code>
/// n,b,|Phi|,|Psi|,q,t,s       tasks, bays, precedences, non-simultaneous pairs, cranes, slots a bay, bays free between cranes
/// p1,..,pn                    handling times
/// l1,..,ln                    bays of the tasks, 1 to b
/// r1,..,rq                    ready times of the cranes
/// k1,..,kq                    start bays of the cranes; may lie outside 1 to b
/// Phi:                        then |Phi| lines "i,j": task i before task j, counted from 1
/// Psi:                        then |Psi| lines "i,j"
/// end.
/// </code>
/// Cost: the makespan (published values of Kim and Park are three times it). Start bays are in nobody's way. Variants:
/// <c>unidirectional</c>, of which published values are, and <c>free</c>.
/// </summary>
internal sealed class QcspgenFormat : IFormat<CraneFormat, CraneInstance>
{
    private const int HeaderNumbers = 7;

    public CraneFormat Format => CraneFormat.Qcspgen;

    public ImmutableArray<string> Variants => GroupInstance.Variants;

    public bool Recognises(SourceText source)
    {
        var cursor = new TokenCursor(source.Text, new FormatFaults(), commas: true);
        cursor.FirstLine();
        for (var number = 0; number < HeaderNumbers; number++)
        {
            if (!int.TryParse(cursor.NextOfLine().Text, out _))
            {
                return false;
            }
        }

        return cursor.NextOfLine().IsEmpty;
    }

    public CraneInstance Read(SourceText source, string variant)
    {
        var faults = new FormatFaults();
        var cursor = new TokenCursor(source.Text, faults, commas: true);
        var tasks = cursor.Int("the number of tasks n", 1, GroupInstance.MostTasks);
        var bays = cursor.Int("the number of bays b", 1, GroupInstance.MostBays);
        var before = cursor.Int("the number of precedences |Phi|", 0, GroupInstance.MostPairs);
        var apart = cursor.Int("the number of non-simultaneous pairs |Psi|", 0, GroupInstance.MostPairs);
        var cranes = cursor.Int("the number of cranes q", 1, GroupInstance.MostCranes);
        var travel = cursor.Int("the slots t that a crane travels a bay", 0, GroupInstance.MostTravel);
        var margin = cursor.Int("the bays s free between two cranes", 0, GroupInstance.MostMargin);
        faults.ThrowIfAny();
        var line = cursor.Line + 1;
        var instance = new GroupInstance
        {
            Bays = bays,
            Times = Row(cursor, tasks, "the handling time of task", 0, CraneProblem.MaxHorizon),
            Positions = Row(cursor, tasks, "the bay of task", 1, bays),
            Ready = Row(cursor, cranes, "the ready time of crane", 0, CraneProblem.MaxHorizon),
            Starts = Row(cursor, cranes, "the start bay of crane", -GroupInstance.MostStart, GroupInstance.MostStart),
            Travel = travel,
            Margin = margin,
            Precedences = Pairs(cursor, "Phi:", before, tasks, "|Phi|"),
            NonSimultaneous = Pairs(cursor, "Psi:", apart, tasks, "|Psi|"),
        };
        Word(cursor, "end.", "the end of the file behind the pairs of Psi. Maybe |Psi| on the first line is wrong");
        if (cursor.Next() is { IsEmpty: false } more)
        {
            faults.Add("unexpected-token", more.Line, $"has {FormatFaults.Show(more.Text)} behind \"end.\"; expected nothing more.");
        }

        return instance.ToInstance(Format, source.Name, variant, faults, $"line {line}");
    }

    private static int[] Row(TokenCursor cursor, int count, string what, int min, int max)
    {
        var row = new int[count];
        for (var index = 0; index < count; index++)
        {
            var token = cursor.Next();
            if (token.IsEmpty)
            {
                throw cursor.Missing($"{what} {index + 1} of {count}");
            }

            if (token.Text is "Phi:" or "Psi:" or "end.")
            {
                throw cursor.Faults.Fatal("wrong-count", token.Line, $"has {FormatFaults.Show(token.Text)} before {what} {index + 1}; expected {count} such numbers, as the first line says.");
            }

            row[index] = cursor.Int(token, $"{what} {index + 1}", min, max);
        }

        return row;
    }

    private static ImmutableArray<TaskPair> Pairs(TokenCursor cursor, string head, int count, int tasks, string counted)
    {
        Word(cursor, head, $"\"{head}\" and the pairs. Maybe a count on the first line is wrong");
        var pairs = ImmutableArray.CreateBuilder<TaskPair>();
        for (var index = 0; index < count; index++)
        {
            var first = Task(cursor, index, count, tasks, counted);
            var line = cursor.Line;
            var second = Task(cursor, index, count, tasks, counted);
            if (first == second)
            {
                cursor.Faults.Add("bad-pair", line, $"has task {first} twice in one pair; expected two tasks.");
            }

            pairs.Add(new TaskPair(first - 1, second - 1));
        }

        return pairs.ToImmutable();
    }

    private static int Task(TokenCursor cursor, int index, int count, int tasks, string counted)
    {
        var token = cursor.Next();
        return token.IsEmpty ? throw cursor.Missing($"pair {index + 1} of {count}")
            : token.Text is "Phi:" or "Psi:" or "end." ? throw cursor.Faults.Fatal("wrong-count", token.Line, $"has {FormatFaults.Show(token.Text)} behind {index} pairs; expected {count}, the {counted} of the first line.")
            : cursor.Int(token, "a task of a pair", 1, tasks);
    }

    private static void Word(TokenCursor cursor, string word, string expected)
    {
        var token = cursor.Next();
        if (token.IsEmpty)
        {
            throw cursor.Missing(expected);
        }

        if (!token.Text.Equals(word, StringComparison.OrdinalIgnoreCase))
        {
            throw cursor.Faults.Fatal("unexpected-token", token.Line, $"has {FormatFaults.Show(token.Text)}; expected {expected}.");
        }
    }
}
