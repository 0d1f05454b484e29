namespace BerthOpt.Empties;

/// <content>
/// Runs of conversions, and substitutes, that take and give different numbers: what they take and give are two arcs that only a whole number of runs keeps
/// together. So both are fixed; prices of the nodes say which run more or less would pay at best, and these are tried one by one.
/// </content>
internal sealed partial class SharedRooms
{
    private readonly Dictionary<int, long> runs = [];

    /// <summary>Runs of a row, as fixed.</summary>
    public long Runs(int row) => runs[row];

    /// <summary>Fixes the runs of a row.</summary>
    public void SetRuns(int row, long count)
    {
        var (takes, gives) = Each(row);
        var arcs = network.Rows.Arcs(row);
        runs[row] = count;
        Fix(arcs[0], count * takes);
        Fix(arcs[1], count * gives);
    }

    private void Fix(int arc, long count)
    {
        (least[arc], most[arc], share[arc]) = (count, count, count);
        simplex.SetLimits(arc, count, count);
    }

    /// <summary>After the network is solved: rows of which a run more (1) or less (-1) may pay, best first. A gain by prices is never less than the true one.</summary>
    public List<(int Row, int By)> Chances()
    {
        var chances = new List<(long Gain, int Row, int By)>();
        foreach (var (row, count) in runs)
        {
            var (takes, gives) = Each(row);
            var arcs = network.Rows.Arcs(row);
            var gain = -((takes * Reduced(arcs[0])) + (gives * Reduced(arcs[1])));
            if (gain > 0 && (count + 1) * takes <= capacity[arcs[0]] && (count + 1) * gives <= capacity[arcs[1]])
            {
                chances.Add((gain, row, 1));
            }
            else if (gain < 0 && count > 0)
            {
                chances.Add((-gain, row, -1));
            }
        }

        return [.. chances.OrderByDescending(chance => chance.Gain).ThenBy(chance => chance.Row).Select(chance => (chance.Row, chance.By))];
    }

    private void FixRuns(int row, Func<int, double> wish, double rounding)
    {
        var (takes, gives) = Each(row);
        var arcs = network.Rows.Arcs(row);
        var wished = ((wish(arcs[0]) / takes) + (wish(arcs[1]) / gives)) / 2;
        SetRuns(row, Math.Min((long)(wished + Math.Max(1e-6, rounding)), Math.Min(capacity[arcs[0]] / takes, capacity[arcs[1]] / gives)));
    }

    /// <summary>What one run takes and gives: the weights have lost what divides both.</summary>
    private (long Takes, long Gives) Each(int row)
    {
        var weights = network.Rows.Weights(row);
        long takes = network.Uses[network.Rows.Arcs(row)[0]].C;
        return (takes, takes * weights[0] / -weights[1]);
    }
}
