namespace BerthOpt.Berths;

/// <summary>
/// The volume algorithm (F. Barahona and R. Anbil 2000, "The volume algorithm: producing primal solutions with a subgradient method"):
/// steps from the best prices so far along the averaged use of slots, each as long as the gap to the upper bound asks for.
/// </summary>
internal sealed class PriceSteps
{
    private const double LastStep = 1e-4;
    private const double GreatestStep = 2;
    private const double Growth = 1.2;
    private const double Shrink = 0.66;
    private const double FirstShare = 0.1;
    private const double LeastShare = 0.002;
    private const double ShareShrink = 0.9;
    private const int Patience = 10;

    private readonly double _firstStep;
    private readonly double[] _best;
    private readonly double[] _direction;
    private double _step;
    private double _share;
    private int _idle;

    /// <param name="count">Number of prices.</param>
    /// <param name="firstStep">Share of the gap that the first steps aim to close.</param>
    public PriceSteps(int count, double firstStep)
    {
        _firstStep = firstStep;
        Prices = new long[count];
        _best = new double[count];
        _direction = new double[count];
    }

    /// <summary>The prices to evaluate next.</summary>
    public long[] Prices { get; }

    /// <summary>Whether steps have become too short to matter; <see cref="Begin"/> starts anew.</summary>
    public bool IsSpent => _step < LastStep;

    /// <summary>Goes back to the best prices so far.</summary>
    public ReadOnlySpan<long> Best()
    {
        for (var index = 0; index < Prices.Length; index++)
        {
            Prices[index] = (long)_best[index];
        }

        return Prices;
    }

    /// <summary>Starts, or starts anew from the best prices, with the use of slots at the last ones.</summary>
    public void Begin(ReadOnlySpan<int> use)
    {
        _step = _firstStep;
        _share = FirstShare;
        _idle = 0;
        for (var slot = 0; slot < use.Length; slot++)
        {
            _best[slot] = Prices[slot];
            _direction[slot] = use[slot];
        }
    }

    /// <summary>Notes what an evaluation gave: the use of slots less their number, and whether its value was the best so far.</summary>
    public void Learn(ReadOnlySpan<int> use, bool improved)
    {
        var direction = _direction.AsSpan(0, use.Length);
        double agreement = 0;
        for (var slot = 0; slot < use.Length; slot++)
        {
            agreement += use[slot] * direction[slot];
            direction[slot] += _share * (use[slot] - direction[slot]);
        }

        if (improved)
        {
            var best = _best.AsSpan(0, use.Length);
            var prices = Prices.AsSpan(0, use.Length);
            for (var slot = 0; slot < best.Length; slot++)
            {
                best[slot] = prices[slot];
            }

            _step = agreement >= 0 ? Math.Min(_step * Growth, GreatestStep) : _step;
            _idle = 0;
        }
        else if (++_idle >= Patience)
        {
            _idle = 0;
            _step *= Shrink;
            _share = Math.Max(_share * ShareShrink, LeastShare);
        }
    }

    /// <summary>Sets the next prices, each from 0 to <paramref name="cap"/>, for a gap in their unit.</summary>
    public void Move(double gap, double cap)
    {
        var best = _best.AsSpan();
        var direction = _direction.AsSpan(0, best.Length);
        var prices = Prices.AsSpan(0, best.Length);
        double norm = 0;
        for (var slot = 0; slot < best.Length; slot++)
        {
            // A free slot without a price has none to lose.
            var active = best[slot] > 0 ? direction[slot] : Math.Max(0, direction[slot]);
            norm += active * active;
        }

        var step = norm > 0 ? _step * gap / norm : 0;
        for (var slot = 0; slot < best.Length; slot++)
        {
            prices[slot] = (long)Math.Min(cap, Math.Max(0, best[slot] + (step * direction[slot])));
        }
    }
}
