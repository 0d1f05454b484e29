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
        foreach (var pause in Waits(problem, cranes))
        {
            travel += pause.Travel;
            waiting += pause.Slots;
        }

        return (travel, waiting);
    }

    /// <summary>For each task that another one of its crane comes before, with time between: slots of travel, and slots of waiting until others had made room, the last of them one task.</summary>
    public static IEnumerable<(Stint Stint, long Travel, long Slots, Stint? For)> Waits(CraneProblem problem, List<Stint>[] cranes)
    {
        var before = new Stint?[cranes.Length];
        var left = new Dictionary<(int Crane, int Position), Stint>();
        foreach (var stint in cranes.SelectMany(crane => crane).OrderBy(stint => stint.Start).ThenBy(stint => stint.Free).ThenBy(stint => stint.Index))
        {
            var place = (stint.Number, stint.Task.Position);
            if (before[stint.Number] is { } last && stint.Start > last.Free)
            {
                var way = problem.Rail.Travel(Math.Abs((long)stint.Task.Position - last.Task.Position));
                var earliest = Math.Max(last.Free + way, problem.Vessels[stint.Task.Vessel].Ready);
                var (room, other) = earliest < stint.Start ? Room(problem.Rail, stint, left, earliest) : (earliest, null);
                yield return (stint, Math.Min(way, stint.Start - last.Free), Math.Min(Math.Max(stint.Start, earliest), room) - earliest, other);
            }

            before[stint.Number] = stint;
            if (!left.TryGetValue(place, out var there) || there.Free < stint.Free)
            {
                left[place] = stint;
            }
        }
    }

    /// <summary>First slot, from the earliest on, at which all cranes that started before had made room for a task, and the last of them.</summary>
    private static (long Slot, Stint? Last) Room(Rail rail, Stint stint, Dictionary<(int Crane, int Position), Stint> left, long earliest)
    {
        var (room, last) = (earliest, (Stint?)null);
        foreach (var ((crane, position), other) in left)
        {
            var missing = crane == stint.Number ? 0 : RailCheck.Missing(rail, crane, position, stint.Number, stint.Task.Position);
            if (missing > 0 && other.Free + rail.Travel(missing) is var free && free > room)
            {
                (room, last) = (free, other);
            }
        }

        return (room, last);
    }
}
