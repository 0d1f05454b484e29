namespace BerthOpt.Berths;

/// <summary>
/// Weights by which given shares of calls are most too much for a room: the dual of covering the shares by the least number of sets of
/// calls that fit side by side, a linear program with a row for each call, solved by the simplex method with its columns found as they are needed.
/// Floating point: the weights are only a proposal.
/// </summary>
internal sealed class FractionalCover
{
    /// <summary>Most calls at a time.</summary>
    public const int MostCalls = 14;

    private const int MostPivots = 200;
    private readonly double[,] _inverse = new double[MostCalls, MostCalls];
    private readonly double[] _share = new double[MostCalls];
    private readonly double[] _weight = new double[MostCalls];
    private readonly double[] _rest = new double[MostCalls + 1];
    private readonly double[] _column = new double[MostCalls];
    private readonly int[] _width = new int[MostCalls];
    private int _count;
    private double _bestSum;
    private int _bestSet;

    /// <summary>Weights of the calls; at most 1 for each set that fits.</summary>
    public ReadOnlySpan<double> Weights => _weight.AsSpan(0, _count);

    /// <summary>Steps done: the unit of work.</summary>
    public long Work { get; private set; }

    /// <summary>Finds <see cref="Weights"/>.</summary>
    /// <param name="shares">Shares of calls, at most <see cref="MostCalls"/>.</param>
    /// <param name="widths">Their widths, each at most the length.</param>
    /// <param name="length">Length of the room.</param>
    /// <returns>How many times over the room is taken: the weighted sum of the shares.</returns>
    public double Solve(ReadOnlySpan<float> shares, ReadOnlySpan<int> widths, int length)
    {
        _count = shares.Length;
        widths.CopyTo(_width);
        for (var row = 0; row < _count; row++)
        {
            // To begin with, each call is covered by itself.
            (_share[row], _weight[row]) = (shares[row], 1);
            for (var column = 0; column < _count; column++)
            {
                _inverse[row, column] = row == column ? 1 : 0;
            }
        }

        for (var pivot = 0; pivot < MostPivots; pivot++)
        {
            (_bestSum, _bestSet) = (1 + 1e-7, 0);
            for (var call = _count - 1; call >= 0; call--)
            {
                _rest[call] = (call == _count - 1 ? 0 : _rest[call + 1]) + Math.Max(0, _weight[call]);
            }

            FindSet(0, length, 0, 0);
            if (_bestSet == 0 || !Enter(_bestSet))
            {
                break;
            }
        }

        var total = 0.0;
        for (var row = 0; row < _count; row++)
        {
            _weight[row] = Math.Max(0, _weight[row]);
            total += _weight[row] * shares[row];
        }

        return total;
    }

    /// <summary>The set of greatest weight that fits.</summary>
    private void FindSet(int call, int room, double sum, int set)
    {
        Work++;
        if (sum > _bestSum)
        {
            (_bestSum, _bestSet) = (sum, set);
        }

        for (; call < _count && sum + _rest[call] > _bestSum; call++)
        {
            if (_weight[call] > 0 && _width[call] <= room)
            {
                FindSet(call + 1, room - _width[call], sum + _weight[call], set | (1 << call));
            }
        }
    }

    /// <summary>Takes a set into the basis.</summary>
    private bool Enter(int set)
    {
        var (leaving, ratio) = (-1, double.PositiveInfinity);
        for (var row = 0; row < _count; row++)
        {
            var value = 0.0;
            for (var column = 0; column < _count; column++)
            {
                value += (set >> column & 1) == 1 ? _inverse[row, column] : 0;
            }

            _column[row] = value;
            if (value > 1e-9 && _share[row] / value < ratio)
            {
                (leaving, ratio) = (row, _share[row] / value);
            }
        }

        Work += _count * _count;
        if (leaving < 0)
        {
            return false;
        }

        var gain = (1 - _bestSum) / _column[leaving];
        for (var column = 0; column < _count; column++)
        {
            var value = _inverse[leaving, column];
            _weight[column] += gain * value;
            _inverse[leaving, column] = value / _column[leaving];
        }

        for (var row = 0; row < _count; row++)
        {
            if (row == leaving)
            {
                continue;
            }

            _share[row] = Math.Max(0, _share[row] - (ratio * _column[row]));
            for (var column = 0; column < _count; column++)
            {
                _inverse[row, column] -= _column[row] * _inverse[leaving, column];
            }
        }

        _share[leaving] = ratio;
        return true;
    }
}
