using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>Cycles in precedences: at least one for each knot of tasks that all wait for each other and for nothing else. Linear time.</summary>
internal static class PrecedenceCycles
{
    /// <summary>The cycles: the tasks in their order, and the index of the pair that leads from the last to the first.</summary>
    public static List<(List<int> Tasks, int Pair)> Of(int tasks, ImmutableArray<TaskPair> pairs)
    {
        // Pairs by their second task, to take away tasks with nothing behind them until each that is left has some task behind it.
        var from = new int[tasks + 1];
        var behind = new int[tasks];
        foreach (var (first, second) in pairs)
        {
            from[second + 1]++;
            behind[first]++;
        }

        for (var task = 0; task < tasks; task++)
        {
            from[task + 1] += from[task];
        }

        var into = new int[pairs.Length];
        var next = from[..tasks];
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            into[next[pairs[pair].Second]++] = pair;
        }

        var free = new Stack<int>(Enumerable.Range(0, tasks).Where(task => behind[task] == 0));
        while (free.TryPop(out var task))
        {
            for (var at = from[task]; at < from[task + 1]; at++)
            {
                var before = pairs[into[at]].First;
                if (--behind[before] == 0)
                {
                    free.Push(before);
                }
            }
        }

        return Walk(tasks, pairs, behind);
    }

    /// <summary>From each task that is left, one pair leads to another that is left: walking them ends in cycles.</summary>
    private static List<(List<int> Tasks, int Pair)> Walk(int tasks, ImmutableArray<TaskPair> pairs, int[] behind)
    {
        var way = new int[tasks];
        Array.Fill(way, -1);
        for (var pair = 0; pair < pairs.Length; pair++)
        {
            var (first, second) = pairs[pair];
            if (behind[first] > 0 && behind[second] > 0 && way[first] < 0)
            {
                way[first] = pair;
            }
        }

        var cycles = new List<(List<int>, int)>();
        var seen = new int[tasks];
        for (var start = 0; start < tasks; start++)
        {
            var task = start;
            while (way[task] >= 0 && seen[task] == 0)
            {
                seen[task] = start + 1;
                task = pairs[way[task]].Second;
            }

            if (way[task] >= 0 && seen[task] == start + 1)
            {
                var cycle = new List<int> { task };
                var last = way[task];
                for (var at = pairs[last].Second; at != task; at = pairs[last].Second)
                {
                    cycle.Add(at);
                    last = way[at];
                }

                cycles.Add((cycle, last));
            }
        }

        return cycles;
    }
}
