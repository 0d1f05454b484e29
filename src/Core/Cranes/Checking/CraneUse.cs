namespace BerthOpt.Cranes.Checking;

/// <summary>What cranes do with their time, in slots.</summary>
internal static class CraneUse
{
    /// <summary>From the first start to the last end.</summary>
    public static long Span(IEnumerable<Stint> stints)
    {
        var (first, last) = (long.MaxValue, long.MinValue);
        foreach (var stint in stints)
        {
            (first, last) = (Math.Min(first, stint.Start), Math.Max(last, stint.Free));
        }

        return first == long.MaxValue ? 0 : last - first;
    }

    /// <summary>Slots of work.</summary>
    public static long Work(IEnumerable<Stint> stints) => stints.Sum(stint => stint.Free - stint.Start);

    /// <summary>Between tasks of the same crane: slots of travel, and slots of waiting until others had made room.</summary>
    public static (double Travel, double Waiting) Pauses(CraneProblem problem, List<Stint>[] cranes)
    {
        var (travel, waiting) = (0.0, 0.0);
        var before = new Stint?[cranes.Length];
        var left = new Dictionary<(int Crane, int Position), long>();
        foreach (var stint in cranes.SelectMany(crane => crane).OrderBy(stint => stint.Start).ThenBy(stint => stint.Free).ThenBy(stint => stint.Index))
        {
            var place = (stint.Number, stint.Task.Position);
            if (before[stint.Number] is { } last && stint.Start > last.Free)
            {
                var way = problem.Rail.Travel(Math.Abs((long)stint.Task.Position - last.Task.Position));
                travel += Math.Min(way, stint.Start - last.Free);
                var earliest = Math.Max(last.Free + way, problem.Vessels[stint.Task.Vessel].Ready);
                if (earliest < stint.Start)
                {
                    waiting += Math.Min(stint.Start, Room(problem.Rail, stint, left, earliest)) - earliest;
                }
            }

            before[stint.Number] = stint;
            left[place] = Math.Max(stint.Free, left.GetValueOrDefault(place, long.MinValue));
        }

        return (travel, waiting);
    }

    /// <summary>First slot, from the earliest on, at which all cranes that started before had made room for a task.</summary>
    private static long Room(Rail rail, Stint stint, Dictionary<(int Crane, int Position), long> left, long earliest)
    {
        var room = earliest;
        foreach (var ((crane, position), free) in left)
        {
            var missing = crane == stint.Number ? 0 : RailCheck.Missing(rail, crane, position, stint.Number, stint.Task.Position);
            if (missing > 0)
            {
                room = Math.Max(room, free + rail.Travel(missing));
            }
        }

        return room;
    }
}
