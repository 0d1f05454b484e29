using System.Numerics.Tensors;

namespace BerthOpt.Berths;

/// <summary>
/// Moves the prices of limits towards the greatest value of a relaxation, by the volume algorithm (Barahona and Anbil 2000): from the
/// best prices so far along the averaged excess of usage over the limits. Only proposes: what is proven is not its concern.
/// </summary>
/// <param name="capacity">The limits.</param>
/// <param name="firstWeight">Weight of a new usage in the average, to begin with: the less, the longer the memory.</param>
/// <param name="decay">What steps are shortened by when they fail.</param>
internal sealed class VolumeAscent(int[] capacity, double firstWeight = 0.1, double decay = 0.7)
{
    private const double AgainWeight = 0.01;

    private readonly float[] _average = new float[capacity.Length];
    private readonly float[] _excess = new float[capacity.Length];
    private readonly float[] _direction = new float[capacity.Length];
    private double _theta = 1;
    private double _weight = firstWeight;
    private int _failures;
    private bool _hasBegun;

    /// <summary>What is used on average.</summary>
    public ReadOnlySpan<float> Average => _average;

    /// <summary>Prices to try next.</summary>
    public float[] Point { get; } = new float[capacity.Length];

    /// <summary>The best prices so far.</summary>
    public float[] Center { get; } = new float[capacity.Length];

    /// <summary>What is used of each limit at the prices tried: the caller fills it in.</summary>
    public float[] Usage { get; } = new float[capacity.Length];

    /// <summary>The best value so far.</summary>
    public double Best { get; private set; } = double.NegativeInfinity;

    /// <summary>Whether steps have become too short to gain anything.</summary>
    public bool HasConverged => _theta < 1e-4;

    /// <summary>Goes on with other limits, from the prices, the averages and the steps of this one.</summary>
    /// <param name="limits">The limits.</param>
    /// <param name="prices">Prices of the limits of which no more is known.</param>
    /// <param name="averages">What is used of them on average.</param>
    /// <param name="leastStep">The least length of the first steps.</param>
    public VolumeAscent With(int[] limits, float[] prices, float[] averages, double leastStep)
    {
        var next = new VolumeAscent(limits, decay: decay) { _theta = Math.Max(_theta, leastStep), _weight = Math.Max(_weight, AgainWeight), _hasBegun = _hasBegun, Best = Best };
        prices.CopyTo(next.Center, 0);
        averages.CopyTo(next._average, 0);
        return next;
    }

    /// <summary>Sets the next prices to try; the first ones are 0.</summary>
    /// <param name="aim">The value that is wanted.</param>
    /// <returns>Work done.</returns>
    public long Move(long aim)
    {
        if (!_hasBegun)
        {
            return 0;
        }

        for (var index = 0; index < _direction.Length; index++)
        {
            var excess = _average[index] - capacity[index];
            _direction[index] = excess < 0 && Center[index] <= 0 ? 0 : excess;
        }

        var norm = Dot(_direction, _direction);
        var step = norm <= 0 ? 0 : (float)(_theta * Math.Max(1, (1.02 * aim) - Best) / norm);
        TensorPrimitives.MultiplyAdd(_direction, step, Center, Point);
        TensorPrimitives.Max(Point, 0f, Point);
        return _direction.Length >> 1;
    }

    /// <summary>The bookkeeping behind a value at <see cref="Point"/>: keep better prices as the centre, average the usage, adapt the step.</summary>
    /// <param name="value">The relaxation's value.</param>
    /// <returns>Work done.</returns>
    public long Follow(double value)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            Usage.CopyTo(_average, 0);
            Best = value;
            return 0;
        }

        for (var index = 0; index < Usage.Length; index++)
        {
            _excess[index] = Usage[index] - capacity[index];
        }

        var along = Dot(_excess, _direction);
        var weight = (float)_weight;
        TensorPrimitives.Multiply(_average, 1 - weight, _average);
        TensorPrimitives.MultiplyAdd(Usage, weight, _average, _average);
        if (value > Best)
        {
            Best = value;
            Point.CopyTo(Center, 0);
            _failures = 0;
            if (along >= 0)
            {
                _theta = Math.Min(2, _theta * 1.1);
            }
        }
        else if (++_failures >= 15)
        {
            _failures = 0;
            _theta *= decay;
            _weight = Math.Max(0.005, _weight * 0.9);
        }

        return Usage.Length >> 1;
    }

    /// <summary>Sum of products, in an order that does not depend on the machine; four sums, since each addition waits for the one before.</summary>
    private static double Dot(float[] first, float[] second)
    {
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0);
        var index = 0;
        for (; index + 4 <= first.Length; index += 4)
        {
            a += (double)first[index] * second[index];
            b += (double)first[index + 1] * second[index + 1];
            c += (double)first[index + 2] * second[index + 2];
            d += (double)first[index + 3] * second[index + 3];
        }

        for (; index < first.Length; index++)
        {
            a += (double)first[index] * second[index];
        }

        return a + b + c + d;
    }
}
