namespace BerthOpt.Berths;

/// <summary>
/// The starts of calls at one group of equal berths as nodes of a graph, whose paths are the orders of calls in which every call starts
/// as early as it can: right when its forerunner makes room, or else when it is released.
/// </summary>
internal sealed class PathNodes
{
    private readonly int[] _byEnd;

    public PathNodes(int members, int[] calls, int[] starts, int[] ends, long[] costs, bool[] released)
    {
        Members = members;
        Calls = calls;
        Starts = starts;
        Ends = ends;
        Costs = costs;
        Released = released;
        Ahead = new long[calls.Length];
        Behind = new long[calls.Length];
        Forerunner = new int[calls.Length];
        _byEnd = [.. Enumerable.Range(0, calls.Length).OrderBy(node => ends[node])];
    }

    /// <summary>Number of nodes.</summary>
    public int Count => Calls.Length;

    /// <summary>Number of berths in the group.</summary>
    public int Members { get; }

    /// <summary>Call of each node.</summary>
    public int[] Calls { get; }

    /// <summary>Start of each node; nodes are in the order of these.</summary>
    public int[] Starts { get; }

    /// <summary>When the next call can start, for each node.</summary>
    public int[] Ends { get; }

    /// <summary>Cost of each node.</summary>
    public long[] Costs { get; }

    /// <summary>Whether the node's call starts on release, so that the berth may lie idle before it.</summary>
    public bool[] Released { get; }

    /// <summary>Least cost of a path from the start of the berth through each node, the node included.</summary>
    public long[] Ahead { get; }

    /// <summary>Least cost of a path from each node on, the node included.</summary>
    public long[] Behind { get; }

    /// <summary>The node in front of each one on its cheapest path; -1 for none.</summary>
    public int[] Forerunner { get; }

    /// <summary>Nodes in the order of their ends.</summary>
    public ReadOnlySpan<int> ByEnd => _byEnd;

    /// <summary>The nodes that are left when some are dropped.</summary>
    public PathNodes Where(Func<int, bool> keep)
    {
        int[] left = [.. Enumerable.Range(0, Count).Where(keep)];
        return new PathNodes(Members, Pick(Calls, left), Pick(Starts, left), Pick(Ends, left), Pick(Costs, left), Pick(Released, left));
    }

    /// <summary>The nodes of a group: all starts of its windows.</summary>
    public static PathNodes Of(DiscreteModel model, int group, IEnumerable<StartWindow> windows)
    {
        var all = windows.Where(window => window.Group == group)
            .SelectMany(window => Enumerable.Range(window.Low, Math.Max(0, window.High - window.Low + 1)).Select(start => (Start: start, window.Call)))
            .OrderBy(node => node.Start).ThenBy(node => node.Call).ToArray();
        return new PathNodes(
            model.Members[group],
            [.. all.Select(node => node.Call)],
            [.. all.Select(node => node.Start)],
            [.. all.Select(node => node.Start + model.Cells[(group * model.Calls) + node.Call].Occupied)],
            [.. all.Select(node => model.CostOf(node.Call, group, node.Start))],
            [.. all.Select(node => node.Start == Math.Max(model.Terms[node.Call].Release, model.Open[group]))]);
    }

    private static T[] Pick<T>(T[] all, int[] left) => Array.ConvertAll(left, node => all[node]);
}
