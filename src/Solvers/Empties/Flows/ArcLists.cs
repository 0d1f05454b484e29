namespace BerthOpt.Empties.Flows;

/// <summary>Arcs by node, as linked lists that can be hung behind one another; arcs that are gone are passed over.</summary>
internal sealed class ArcLists
{
    private readonly int[] first;
    private readonly int[] last;
    private readonly int[] next;
    private readonly int[] count;

    private readonly bool[]? gone;

    /// <param name="nodes">Number of nodes.</param>
    /// <param name="arcs">Number of arcs.</param>
    /// <param name="gone">Arcs to pass over; null for none.</param>
    public ArcLists(int nodes, int arcs, bool[]? gone = null)
    {
        this.gone = gone;
        (first, last, next, count) = (new int[nodes], new int[nodes], new int[arcs], new int[nodes]);
        Array.Fill(first, -1);
    }

    /// <summary>Number of arcs of a node that are not gone.</summary>
    public int Count(int node) => count[node];

    public void Add(int node, int arc)
    {
        next[arc] = -1;
        Append(node, arc, arc);
        count[node]++;
    }

    /// <summary>Counts one arc of a node less.</summary>
    public void Drop(int node) => count[node]--;

    /// <summary>Hangs the arcs of another node behind those of a node.</summary>
    public void Append(int node, int other)
    {
        if (first[other] >= 0)
        {
            Append(node, first[other], last[other]);
        }

        count[node] += count[other];
    }

    /// <summary>The first arc that is not gone; -1 for none.</summary>
    public int First(int node) => Skip(first[node]);

    /// <summary>The arc behind; -1 for none.</summary>
    public int Next(int arc) => Skip(next[arc]);

    private int Skip(int arc)
    {
        while (arc >= 0 && gone is not null && gone[arc])
        {
            arc = next[arc];
        }

        return arc;
    }

    private void Append(int node, int from, int to)
    {
        if (first[node] < 0)
        {
            first[node] = from;
        }
        else
        {
            next[last[node]] = from;
        }

        last[node] = to;
    }
}
