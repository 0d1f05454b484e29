using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>The layout of the instances of Kim and Park (2004).</summary>
internal static class KimParkScheme
{
    private const int Kinds = 4;
    private const int LongestTask = 60;

    private static readonly Dictionary<int, int[]> Starts = new()
    {
        [10] = [1, 6],
        [15] = [1, 8],
        [20] = [1, 7, 14],
        [25] = [1, 9, 17],
        [30] = [1, 8, 15, 22],
        [35] = [1, 9, 18, 27],
        [40] = [1, 9, 17, 25, 33],
        [45] = [1, 10, 19, 28, 37],
        [50] = [1, 9, 18, 26, 35, 43],
    };

    public static CraneProblem Create(int tasks, ulong seed)
    {
        var rng = new Rng(seed);
        // One task at most for each bay and kind: deck discharge, hold discharge, hold load, deck load, done in this order.
        var places = new SortedSet<int>();
        while (places.Count < tasks)
        {
            places.Add(rng.Next(Kinds * tasks));
        }

        (int Bay, int Time)[] groups = [.. places.Select(place => ((place / Kinds) + 1, rng.Next(1, LongestTask + 1)))];
        var precedences = ImmutableArray.CreateBuilder<TaskPair>();
        for (var first = 0; first < groups.Length; first++)
        {
            for (var second = first + 1; second < groups.Length && groups[second].Bay == groups[first].Bay; second++)
            {
                precedences.Add(new TaskPair(first, second));
            }
        }

        var cranes = Math.Clamp((tasks + 8) / 9, 1, 1000);
        int[] starts = Starts.TryGetValue(tasks, out var published) ? published : [.. Enumerable.Range(0, cranes).Select(crane => 1 + (int)((long)crane * tasks / cranes))];
        return BayProblem.Create($"Kim-Park, {tasks} tasks, seed {seed}", groups, starts, 1, 1, precedences.ToImmutable(), []);
    }
}
