namespace BerthOpt.Empties;

/// <summary>
/// What each arc of a row may have of it: shares that fill the row, and go to where one more unit is worth more than to the others. As with <see cref="PriceSteps"/> a share
/// follows the mean of what it is worth, measured by how much that is on the whole, in steps that shrink with the square of their number.
/// </summary>
internal sealed class ShareSteps
{
    private const double Keeps = 0.8, KeepsSquare = 0.9;

    /// <summary>The first step is that part of a row.</summary>
    private const double First = 0.015;

    /// <summary>The same where shares are near the best ones.</summary>
    private const double NearFirst = 0.0001;

    /// <summary>After so many steps they are a quarter of the first.</summary>
    private const double HalfWay = 20;

    private const int Rounds = 4;
    private const double Whole = 1e-6;

    private readonly CouplingRows rows;
    private readonly long[] lower;
    private readonly long[] capacity;
    private readonly double[][] part;
    private readonly double[][] drift;
    private readonly double[] swing;
    private readonly long[] given;
    private readonly PriorityQueue<int, (double Loss, int Place)> losers = new();
    private double step;
    private bool isNear;
    private double seen;
    private double seenSquare;
    private int count;

    /// <summary>Begins without shares.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="lower">What each arc carries at least.</param>
    /// <param name="capacity">What it carries at most.</param>
    public ShareSteps(CouplingRows rows, long[] lower, long[] capacity)
    {
        (this.rows, this.lower, this.capacity) = (rows, lower, capacity);
        part = [.. Enumerable.Range(0, rows.Count).Select(row => new double[rows.Arcs(row).Length])];
        drift = [.. part.Select(its => new double[its.Length])];
        swing = new double[rows.Count];
        given = new long[part.Select(its => its.Length).DefaultIfEmpty().Max()];
    }

    /// <summary>Begins with the first step again; rows are to be dealt out anew.</summary>
    /// <param name="isNear">Whether they will be near the best ones.</param>
    public void Restart(bool isNear) => (this.isNear, count, seen, seenSquare) = (isNear, 0, 0, 0);

    /// <summary>Deals a row out in proportion to wishes.</summary>
    public void Deal(int row, Func<int, double> wish)
    {
        var arcs = rows.Arcs(row);
        var weights = rows.Weights(row);
        var wished = rows.Sum(row, wish);
        for (var index = 0; index < arcs.Length; index++)
        {
            part[row][index] = wish(arcs[index]);
        }

        if (wished > rows.Limit(row))
        {
            foreach (ref var its in part[row].AsSpan())
            {
                its *= rows.Limit(row) / wished;
            }
        }

        Fill(row);
        (swing[row], drift[row]) = (0, new double[arcs.Length]);
    }

    /// <summary>Before rows move: the next step.</summary>
    public void Next()
    {
        var half = HalfWay / (HalfWay + count++);
        step = (isNear ? NearFirst : First) * half * half;
        (seen, seenSquare) = (1 - ((1 - seen) * Keeps), 1 - ((1 - seenSquare) * KeepsSquare));
    }

    /// <summary>Moves the shares of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="values">What one more unit of the row is worth to each of its arcs; changed.</param>
    public void Move(int row, Span<double> values)
    {
        var mean = 0.0;
        foreach (var value in values)
        {
            mean += value / values.Length;
        }

        var square = 0.0;
        foreach (ref var value in values)
        {
            value -= mean;
            square += value * value;
        }

        swing[row] += (1 - KeepsSquare) * (square - swing[row]);
        var weights = rows.Weights(row);
        var length = swing[row] > 0 ? step * rows.Limit(row) / seen / Math.Sqrt(swing[row] / seenSquare) : 0;
        for (var index = 0; index < values.Length; index++)
        {
            drift[row][index] += (1 - Keeps) * (values[index] - drift[row][index]);
            part[row][index] += length * drift[row][index] / weights[index];
        }

        Fill(row);
    }

    /// <summary>The share of an arc of a row, by its place there.</summary>
    public double Share(int row, int place) => part[row][place];

    /// <summary>Lets arcs carry no more than their shares of a row, in whole numbers that the row holds: what is left by rounding down goes to those that lost most.</summary>
    public void Limit(int row, long[] share)
    {
        var arcs = rows.Arcs(row);
        var weights = rows.Weights(row);
        var left = rows.Limit(row);
        for (var index = 0; index < arcs.Length; index++)
        {
            given[index] = Math.Max(lower[arcs[index]], (long)(part[row][index] + Whole));
            left -= given[index] * weights[index];
        }

        for (var index = 0; index < arcs.Length && left < 0; index++)
        {
            var less = Math.Min(given[index] - lower[arcs[index]], (weights[index] - 1 - left) / weights[index]);
            given[index] -= less;
            left += less * weights[index];
        }

        losers.Clear();
        for (var index = 0; index < arcs.Length; index++)
        {
            Queue(row, index);
        }

        while (losers.TryDequeue(out var most, out _))
        {
            if (weights[most] <= left)
            {
                given[most]++;
                left -= weights[most];
                Queue(row, most);
            }
        }

        for (var index = 0; index < arcs.Length; index++)
        {
            share[arcs[index]] = Math.Min(share[arcs[index]], given[index]);
        }
    }

    /// <summary>Puts an arc that rounding took something from in the order of loss, then of place.</summary>
    private void Queue(int row, int place)
    {
        if (part[row][place] - given[place] is > 0 and var lost)
        {
            losers.Enqueue(place, (-lost, place));
        }
    }

    /// <summary>Makes shares add up to the limit, as near as may be to what they are.</summary>
    private void Fill(int row)
    {
        var arcs = rows.Arcs(row);
        var weights = rows.Weights(row);
        var its = part[row];
        for (var round = 0; round < Rounds; round++)
        {
            var (left, free) = ((double)rows.Limit(row), 0.0);
            for (var index = 0; index < its.Length; index++)
            {
                its[index] = Math.Clamp(its[index], lower[arcs[index]], capacity[arcs[index]]);
                left -= weights[index] * its[index];
            }

            for (var index = 0; index < its.Length; index++)
            {
                free += left > 0 ? its[index] < capacity[arcs[index]] ? Square(weights[index]) : 0 : its[index] > lower[arcs[index]] ? Square(weights[index]) : 0;
            }

            if (free <= 0 || left == 0)
            {
                return;
            }

            for (var index = 0; index < its.Length; index++)
            {
                its[index] += left / free * weights[index];
            }
        }
    }

    private static double Square(double value) => value * value;
}
