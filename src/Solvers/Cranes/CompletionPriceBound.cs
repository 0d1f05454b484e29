namespace BerthOpt.Cranes;

/// <summary>
/// A bound on weighted completions by prices of crane time (Lagrangian relaxation). A vessel buys crane time, of as many cranes at once as
/// have room along it, in intervals of the horizon; its end is at least its mean busy time and half the time that its work takes them all,
/// and at least what its windows say, so also at least any mixture of both. Prices and mixtures are found by ascent in
/// floating-point numbers and rounded; the bound is then computed in whole numbers.
/// </summary>
internal sealed class CompletionPriceBound
{
    private const int Intervals = 192;
    private const int Fraction = 1 << 12;
    private const int MostIterations = 240;
    private const int Budget = 3000;

    private readonly long[] _rate;
    private readonly long[] _work;
    private readonly long[] _ready;
    private readonly long[] _window;
    private readonly int[] _most;
    private readonly int _cranes;
    private readonly long _length;
    private readonly double[] _price = new double[Intervals + 1];
    private readonly double[] _bought = new double[Intervals + 1];
    private readonly double[] _keys = new double[Intervals + 1];
    private readonly int[] _order = new int[Intervals + 1];
    private readonly double[] _mix;
    private readonly double[] _mean;

    /// <param name="cranes">Number of cranes.</param>
    /// <param name="rate">Cost of a slot of each vessel's completion.</param>
    /// <param name="work">Its crane slots of work; 0 for vessels that do not count.</param>
    /// <param name="ready">Its first slot.</param>
    /// <param name="most">Cranes that have room along it.</param>
    /// <param name="window">A bound on its end.</param>
    public CompletionPriceBound(int cranes, long[] rate, long[] work, long[] ready, int[] most, long[] window)
    {
        (_cranes, _rate, _work, _ready, _most, _window) = (cranes, rate, work, ready, most, window);
        (_mix, _mean) = (new double[rate.Length], new double[rate.Length]);
        long last = 1;
        long sum = 0;
        for (var vessel = 0; vessel < rate.Length; vessel++)
        {
            sum += work[vessel];
            last = work[vessel] > 0 ? Math.Max(last, ready[vessel] + (work[vessel] / most[vessel])) : last;
        }

        _length = 1 + ((last + (sum / cranes)) / Intervals);
        Array.Fill(_mix, 0.5);
    }

    /// <summary>No plan has weighted completions below this.</summary>
    public long Value()
    {
        var iterations = Math.Clamp(Budget / Math.Max(1, _rate.Length), 10, MostIterations);
        var (best, bestPrice, bestMix) = (double.MinValue, (double[])_price.Clone(), (double[])_mix.Clone());
        var reach = 0.08;
        var stale = 0;
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var value = Evaluate();
            if (value > best)
            {
                best = value;
                _price.CopyTo(bestPrice, 0);
                _mix.CopyTo(bestMix, 0);
                stale = 0;
            }
            else if (++stale == 6)
            {
                (reach, stale) = (reach / 2, 0);
                bestPrice.CopyTo(_price, 0);
                bestMix.CopyTo(_mix, 0);
                Evaluate();
            }

            Ascend(Math.Abs(best) * reach, iteration);
        }

        bestPrice.CopyTo(_price, 0);
        bestMix.CopyTo(_mix, 0);
        return Exact();
    }

    private double Evaluate()
    {
        Array.Clear(_bought);
        var value = 0.0;
        for (var vessel = 0; vessel < _rate.Length; vessel++)
        {
            if (_work[vessel] == 0)
            {
                continue;
            }

            var slope = _mix[vessel] * _rate[vessel] / _work[vessel];
            for (var interval = 0; interval <= Intervals; interval++)
            {
                _order[interval] = interval;
                _keys[interval] = (slope * Math.Max(_ready[vessel], interval * _length)) + _price[interval];
            }

            Array.Sort(_keys, _order);
            var left = (double)_work[vessel];
            var moment = 0.0;
            for (var index = 0; left > 0; index++)
            {
                var interval = _order[index];
                var taken = Math.Min(left, Room(vessel, interval));
                left -= taken;
                _bought[interval] += taken;
                value += taken * _keys[index];
                moment += taken * Math.Max(_ready[vessel], interval * _length);
            }

            _mean[vessel] = (moment / _work[vessel]) + (_work[vessel] / (2.0 * _most[vessel]));
            value += _rate[vessel] * ((_mix[vessel] * _work[vessel] / (2.0 * _most[vessel])) + ((1 - _mix[vessel]) * _window[vessel]));
        }

        for (var interval = 0; interval < Intervals; interval++)
        {
            value -= _price[interval] * _cranes * _length;
        }

        return value;
    }

    /// <summary>Crane time that a vessel can have in an interval; the one behind the last has no end.</summary>
    private double Room(int vessel, int interval) => interval == Intervals ? double.MaxValue : (double)_most[vessel] * Math.Clamp(((interval + 1) * _length) - _ready[vessel], 0, _length);

    private void Ascend(double gain, int iteration)
    {
        var norm = 1.0;
        for (var interval = 0; interval < Intervals; interval++)
        {
            var excess = _bought[interval] - ((double)_cranes * _length);
            norm += excess > 0 || _price[interval] > 0 ? excess * excess : 0;
        }

        for (var interval = 0; interval < Intervals; interval++)
        {
            _price[interval] = Math.Max(0, _price[interval] + (gain / norm * (_bought[interval] - ((double)_cranes * _length))));
        }

        var step = 0.5 / (1 + (iteration / 8));
        for (var vessel = 0; vessel < _rate.Length; vessel++)
        {
            _mix[vessel] = Math.Clamp(_mix[vessel] + (step * (_mean[vessel] > _window[vessel] ? 1 : -1)), 0, 1);
        }
    }

    private long Exact()
    {
        Int128 sum = 0;
        var keys = new Int128[Intervals + 1];
        for (var vessel = 0; vessel < _rate.Length; vessel++)
        {
            if (_work[vessel] == 0)
            {
                continue;
            }

            // All terms in units of one over the square of the fraction, rounded down.
            var mix = (Int128)(_mix[vessel] * Fraction);
            var slope = mix * _rate[vessel] * Fraction;
            for (var interval = 0; interval <= Intervals; interval++)
            {
                _order[interval] = interval;
                keys[interval] = (slope * Math.Max(_ready[vessel], interval * _length) / _work[vessel]) + Price(interval);
            }

            Array.Sort(keys, _order);
            var left = _work[vessel];
            for (var index = 0; left > 0; index++)
            {
                var room = Room(vessel, _order[index]);
                var taken = room >= left ? left : (long)room;
                left -= taken;
                sum += taken * keys[index];
            }

            sum += (slope * _work[vessel] / (2 * _most[vessel])) + ((Fraction - mix) * Fraction * _rate[vessel] * _window[vessel]);
        }

        for (var interval = 0; interval < Intervals; interval++)
        {
            sum -= Price(interval) * _cranes * _length;
        }

        var unit = (Int128)Fraction * Fraction;
        return sum <= 0 ? 0 : (long)((sum + unit - 1) / unit);
    }

    private Int128 Price(int interval) => interval == Intervals ? 0 : (Int128)(_price[interval] * Fraction * Fraction);
}
