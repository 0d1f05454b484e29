using System.Collections.Immutable;
using BerthOpt.Formats;

namespace BerthOpt.Cranes.Formats;

/// <summary>
/// Whole bays and cranes that do not cross (Jooken, Leyman and De Causmaecker 2023):
/// <code>
/// n m          bays, cranes
/// p            n times, one a line: that of bay 1, 2, ..., n
/// </code>
/// Each bay is one task, done by one crane without a break. Cranes need no time to travel, may stand at neighbouring bays, however many
/// cranes have their place in between (clearance 0), and never pass each other. They start anywhere. Cost: the makespan.
/// </summary>
internal sealed class JookenFormat : IFormat<CraneFormat, CraneInstance>
{
    public CraneFormat Format => CraneFormat.Jooken;

    public ImmutableArray<string> Variants => [];

    public bool Recognises(SourceText source)
    {
        var cursor = new TokenCursor(source.Text, new FormatFaults());
        cursor.FirstLine();
        return int.TryParse(cursor.NextOfLine().Text, out _) && int.TryParse(cursor.NextOfLine().Text, out _) && cursor.NextOfLine().IsEmpty
            && int.TryParse(cursor.Next().Text, out _);
    }

    public CraneInstance Read(SourceText source, string variant)
    {
        var faults = new FormatFaults();
        var cursor = new TokenCursor(source.Text, faults);
        var bays = cursor.Int("the number of bays n", 1, GroupInstance.MostTasks);
        var cranes = cursor.Int("the number of cranes m", 1, GroupInstance.MostCranes);
        faults.ThrowIfAny();
        var times = new int[bays];
        for (var bay = 0; bay < bays; bay++)
        {
            times[bay] = cursor.Int($"the time of bay {bay + 1} of {bays}", 0, CraneProblem.MaxHorizon);
        }

        if (cursor.Next() is { IsEmpty: false } more)
        {
            faults.Add("unexpected-token", more.Line, $"has {FormatFaults.Show(more.Text)} behind the last of {bays} times; expected the end of the file. Maybe n on the first line is too small.");
        }

        var horizon = Math.Max(1, times.Sum(time => (long)time));
        if (horizon > CraneProblem.MaxHorizon)
        {
            faults.Add("out-of-range", cursor.Line, $"is the last of times that make {horizon} slots; expected at most {CraneProblem.MaxHorizon}.");
        }

        faults.ThrowIfAny();
        return new CraneInstance
        {
            Format = Format,
            Problem = new CraneProblem(new CraneParts
            {
                Name = source.Name,
                Horizon = (int)horizon,
                Rail = new Rail { Clearance = 0 },
                Cranes = [.. Enumerable.Range(1, cranes).Select(crane => new Crane { Id = Numbers.Show(crane) })],
                Vessels = [new CraneVessel { Id = "vessel" }],
                Tasks = [.. times.Select((time, bay) => new CraneTask { Id = Numbers.Show(bay + 1), Position = bay + 1, Handling = time })],
            }),
        };
    }
}
