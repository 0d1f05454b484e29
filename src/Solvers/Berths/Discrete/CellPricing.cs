using BerthOpt.Kernels;

namespace BerthOpt.Berths;

/// <summary>
/// The Lagrangian relaxation of the rule that a berth holds one call at a time: every slot of every group of equal berths has a price
/// of 0 and more, and each call takes its cheapest start for itself. For any prices,
/// <c>sum over calls of the least (cost + prices of its slots) - sum over slots of members * price</c>
/// is a lower bound. Equal berths share their prices: by symmetry that loses nothing. All numbers are whole multiples of
/// <c>2^-Bits</c> cost units, so that the bound is exact.
/// </summary>
internal sealed class CellPricing : IDiscretePricing
{
    private readonly DiscreteModel _model;
    private readonly StartWindow[] _windows;
    private readonly int[] _firstWindow;
    private readonly long[] _prefix;
    private readonly long[] _least;

    public CellPricing(DiscreteModel model, List<StartWindow> windows, int bits)
    {
        _model = model;
        _windows = [.. windows];
        Bits = bits;
        From = windows.Min(window => window.Low);
        Stride = windows.Max(window => window.High + OccupiedBy(window)) - From + 1;
        _prefix = new long[model.Groups * Stride];
        Shortage = new int[model.Groups * Stride];
        _least = new long[model.Calls];
        _firstWindow = new int[model.Calls + 1];
        foreach (var window in windows)
        {
            _firstWindow[window.Call + 1]++;
        }

        for (var call = 0; call < model.Calls; call++)
        {
            _firstWindow[call + 1] += _firstWindow[call];
        }
    }

    /// <summary>Binary digits behind the point of prices and values.</summary>
    public int Bits { get; }

    /// <summary>First slot that has a price.</summary>
    public int From { get; }

    /// <summary>Entries of a group in <see cref="Shortage"/> and in prices; the last one of each is no slot.</summary>
    public int Stride { get; }

    /// <summary>Calls that took each slot at the last evaluation, less the members of its group.</summary>
    public int[] Shortage { get; }

    /// <summary>Starts looked at, and slots, so far.</summary>
    public long Work { get; private set; }

    /// <summary>Whether no start is left for some call: no plan is better than the upper bound.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The starts that are left.</summary>
    public IReadOnlyCollection<StartWindow> Windows => _windows;

    /// <summary>The least cost of each call with prices, at the last evaluation.</summary>
    public ReadOnlySpan<long> Leasts => _least;

    /// <summary>The bound at the prices, the problem's constant left out, in <c>2^-Bits</c> cost units; sets <see cref="Shortage"/>.</summary>
    public long Evaluate(ReadOnlySpan<long> prices)
    {
        var value = SumUp(prices);
        Array.Clear(Shortage);
        for (var call = 0; call < _model.Calls; call++)
        {
            var least = long.MaxValue;
            var chosen = -1;
            for (var index = _firstWindow[call]; index < _firstWindow[call + 1]; index++)
            {
                ref readonly var window = ref _windows[index];
                var here = Least(window, window.Low, window.High);
                if (here < least)
                {
                    least = here;
                    chosen = index;
                }
            }

            if (chosen < 0)
            {
                IsClosed = true;
                return long.MaxValue;
            }

            _least[call] = least;
            value += least;
            var start = StartOf(_windows[chosen], least);
            var row = (_windows[chosen].Group * Stride) - From;
            Shortage[row + start]++;
            Shortage[row + start + OccupiedBy(_windows[chosen])]--;
        }

        for (var group = 0; group < _model.Groups; group++)
        {
            var use = 0;
            foreach (ref var slot in Shortage.AsSpan(group * Stride, Stride))
            {
                use += slot;
                slot = use - _model.Members[group];
            }
        }

        return value;
    }

    /// <summary>
    /// Removes, after an evaluation that gave <paramref name="value"/>, the first and last starts of each window that no plan below
    /// <paramref name="upperBound"/> has: with them the bound would reach it.
    /// </summary>
    public void Trim(ReadOnlySpan<long> prices, long value, long upperBound)
    {
        var most = ((upperBound - 1) << Bits) - value;
        foreach (ref var window in _windows.AsSpan())
        {
            var limit = _least[window.Call] + most;
            while (window.Low <= window.High && Least(window, window.Low, window.Low) > limit)
            {
                window.Low++;
            }

            while (window.Low <= window.High && Least(window, window.High, window.High) > limit)
            {
                window.High--;
            }
        }
    }

    // Prefix sums of the prices of each group; returns minus their sum over all berths.
    private long SumUp(ReadOnlySpan<long> prices)
    {
        long value = 0;
        for (var group = 0; group < _model.Groups; group++)
        {
            var sums = _prefix.AsSpan(group * Stride, Stride);
            var row = prices.Slice(group * Stride, Stride);
            long sum = 0;
            for (var slot = 0; slot < row.Length; slot++)
            {
                sums[slot] = sum;
                sum += row[slot];
            }

            value -= _model.Members[group] * sums[^1];
        }

        Work += _prefix.Length;
        return value;
    }

    private int OccupiedBy(in StartWindow window) => _model.Cells[(window.Group * _model.Calls) + window.Call].Occupied;

    // Least cost and prices of the starts [low, high] of a window: cost is a ramp between the arrival and the start that is late.
    private long Least(in StartWindow window, int low, int high)
    {
        Work += high - low + 1;
        var least = long.MaxValue;
        while (low <= high)
        {
            var (last, slope, cost) = Ramp(window, low, high);
            least = Math.Min(least, cost + RampMin.Least<Simd>(Ends(window, low, last), Starts(window, low, last), slope));
            low = last + 1;
        }

        return least;
    }

    private int StartOf(in StartWindow window, long value)
    {
        var low = window.Low;
        while (true)
        {
            var (last, slope, cost) = Ramp(window, low, window.High);
            var found = RampMin.IndexOf<Simd>(Ends(window, low, last), Starts(window, low, last), slope, value - cost);
            if (found >= 0)
            {
                return low + found;
            }

            low = last + 1;
        }
    }

    private (int Last, long Slope, long Cost) Ramp(in StartWindow window, int low, int high)
    {
        ref readonly var terms = ref _model.Terms[window.Call];
        var lateFrom = _model.Cells[(window.Group * _model.Calls) + window.Call].LateFrom;
        long slope = 0;
        if (low >= terms.Arrival)
        {
            slope += terms.Wait;
        }
        else
        {
            high = Math.Min(high, terms.Arrival);
        }

        if (low >= lateFrom)
        {
            slope += terms.Late;
        }
        else
        {
            high = Math.Min(high, lateFrom);
        }

        return (high, slope << Bits, _model.CostOf(window.Call, window.Group, low) << Bits);
    }

    private ReadOnlySpan<long> Starts(in StartWindow window, int low, int last) =>
        _prefix.AsSpan((window.Group * Stride) + low - From, last - low + 1);

    private ReadOnlySpan<long> Ends(in StartWindow window, int low, int last) =>
        _prefix.AsSpan((window.Group * Stride) + low - From + OccupiedBy(window), last - low + 1);
}
