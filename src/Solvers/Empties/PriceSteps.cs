namespace BerthOpt.Empties;

/// <summary>
/// Steps of prices: each follows the mean of what its row is over its limit, measured by how much that is on the whole, so that rows of any size have steps of one
/// size (Adam, Kingma and Ba 2015), here with steps that shrink with the square of their number.
/// </summary>
internal sealed class PriceSteps
{
    private const double Keeps = 0.9, KeepsSquare = 0.99, KeepsPrice = 0.9;

    /// <summary>After so many steps they are a quarter of the first.</summary>
    private const double HalfWay = 40;

    private readonly CouplingRows rows;
    private readonly long dearest;
    private readonly double[] aim;
    private readonly double[] mean;
    private readonly double[] drift;
    private readonly double[] swing;
    private readonly int[] weight;
    private double first;
    private double unseen = 1;
    private double unseenSquare = 1;

    /// <summary>Begins with prices of 0.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="first">The first step, of a unit of flow.</param>
    /// <param name="dearest">No price is above it, or below its opposite.</param>
    public PriceSteps(CouplingRows rows, double first, long dearest)
    {
        (this.rows, this.first, this.dearest) = (rows, first, dearest);
        (aim, mean, drift, swing) = (new double[rows.Count], new double[rows.Count], new double[rows.Count], new double[rows.Count]);
        weight = [.. Enumerable.Range(0, rows.Count).Select(row => rows.Weights(row).ToArray().Max(Math.Abs))];
    }

    /// <summary>Steps so far.</summary>
    public int Count { get; private set; }

    /// <summary>Sets the first step, before any is done, to what one more unit of flow is worth in the middle of all rows.</summary>
    /// <param name="worth">What one more unit of each row's limit seems to be worth; 0 for rows that nobody needs.</param>
    public void Measure(ReadOnlySpan<long> worth)
    {
        var all = new List<double>();
        for (var row = 0; row < worth.Length; row++)
        {
            if (worth[row] > 0)
            {
                all.Add((double)worth[row] * weight[row]);
            }
        }

        all.Sort();
        first = all.Count > 0 ? all[all.Count / 2] : first;
    }

    /// <summary>Moves all prices.</summary>
    /// <param name="excess">What the flow under them is over each row's limit.</param>
    public void Move(ReadOnlySpan<double> excess)
    {
        var part = HalfWay / (HalfWay + Count++);
        var step = first * part * part;
        (unseen, unseenSquare) = (unseen * Keeps, unseenSquare * KeepsSquare);
        for (var row = 0; row < aim.Length; row++)
        {
            var (free, over) = (rows.IsExact(row), excess[row]);
            if (!free && aim[row] <= 0 && over < 0)
            {
                over = 0;
            }
            else
            {
                swing[row] += (1 - KeepsSquare) * ((over * over) - swing[row]);
            }

            drift[row] += (1 - Keeps) * (over - drift[row]);
            if (swing[row] > 0)
            {
                var by = step / weight[row] * (drift[row] / (1 - unseen)) / Math.Sqrt(swing[row] / (1 - unseenSquare));
                aim[row] = Math.Clamp(aim[row] + by, free ? -dearest : 0, dearest);
            }

            mean[row] += (1 - KeepsPrice) * (aim[row] - mean[row]);
        }
    }

    /// <summary>The prices, whole.</summary>
    public void Write(Span<long> prices) => Write(aim, prices);

    /// <summary>The mean of the last prices, whole; it swings less.</summary>
    public void WriteMean(Span<long> prices) => Write(mean, prices);

    private static void Write(double[] from, Span<long> prices)
    {
        for (var row = 0; row < from.Length; row++)
        {
            prices[row] = (long)Math.Round(from[row]);
        }
    }
}
