namespace BerthOpt.Berths;

/// <summary>Draws moves, has them proposed, and says which to accept at a temperature (Metropolis rule).</summary>
internal sealed class DiscreteMoves<TCost>
    where TCost : struct, IStartCost
{
    private const int LogBits = 12;

    // Of 256 moves, so many are of each kind; the rest are relocations.
    private const int RotateKinds = 70;
    private const int TailKinds = 30;
    private const int SwapKinds = 110;
    private const int ChainKinds = 20;

    // Longest run of calls that one call jumps over.
    private const int Spread = 3;

    // Minus the logarithm of a number drawn from (0, 1): a worsening by less than temperature times this is accepted.
    private static readonly double[] _patience = [.. Enumerable.Range(0, 1 << LogBits).Select(step => -Math.Log((step + 0.5) / (1 << LogBits)))];

    private readonly DiscreteModel _model;
    private readonly DiscreteState<TCost> _state;
    private readonly Rng _rng;
    private bool _rotates;
    private int _berth;
    private int _place;
    private int _length;
    private int _other;
    private int _otherPlace;
    private int _otherLength;

    public DiscreteMoves(DiscreteModel model, DiscreteState<TCost> state, Rng rng)
    {
        _model = model;
        _state = state;
        _rng = rng;
    }

    /// <summary>Change of cost of the last accepted proposal.</summary>
    public long Delta { get; private set; }

    /// <summary>Draws a move and says whether to make it.</summary>
    public bool Propose(double temperature)
    {
        var bits = _rng.Next();
        var more = _rng.Next();
        var call = Pick((uint)(bits & uint.MaxValue), _model.Calls);
        var limit = (long)(temperature * _patience[(int)((bits >> 32) & ((1 << LogBits) - 1))]);
        var kind = (int)(bits >> 56);
        var targets = _model.Targets[call];
        _berth = _state.BerthOf(call);
        _place = _state.PlaceOf(call);
        _other = targets[Pick((uint)(more & uint.MaxValue), targets.Length)];
        var draw = (uint)(more >> 32);
        if (kind < RotateKinds || _other == _berth)
        {
            return Rotate(draw, limit);
        }

        _rotates = false;
        var start = _state.StartOf(call);
        var there = _state.CountAt(_other);
        kind -= RotateKinds;
        if (kind < TailKinds)
        {
            _otherPlace = _state.Near(_other, start, draw, there);
            _length = _state.CountAt(_berth) - _place;
            _otherLength = there - _otherPlace;
            if (_place == 0 && _otherPlace == 0 && _model.Berths[_berth].Group == _model.Berths[_other].Group)
            {
                return false;
            }
        }
        else if (kind < TailKinds + SwapKinds && there > 0)
        {
            _otherPlace = _state.Near(_other, start, draw, there - 1);
            _length = 1;
            _otherLength = 1;
        }
        else if (kind < TailKinds + SwapKinds + ChainKinds)
        {
            _otherPlace = _state.Near(_other, start, draw, there);
            _length = Math.Min(2, _state.CountAt(_berth) - _place);
            _otherLength = (int)(draw & 1) & (there > _otherPlace ? 1 : 0);
        }
        else
        {
            _otherPlace = _state.Near(_other, start, draw, there);
            _length = 1;
            _otherLength = 0;
        }

        Delta = _state.ProposeExchange(_berth, _place, _length, _other, _otherPlace, _otherLength, limit);
        return Delta <= limit;
    }

    /// <summary>Makes the accepted move.</summary>
    public void Apply() => Change(_length, _otherLength);

    /// <summary>Takes the last move back.</summary>
    public void Undo() => Change(_otherLength, _length);

    private void Change(int length, int otherLength)
    {
        if (_rotates)
        {
            _state.ApplyRotate(_berth, _place, length, otherLength);
        }
        else
        {
            _state.ApplyExchange(_berth, _place, length, _other, _otherPlace, otherLength);
        }
    }

    private bool Rotate(uint draw, long limit)
    {
        _rotates = true;
        var behind = _state.CountAt(_berth) - _place - 1;
        if (behind == 0)
        {
            return false;
        }

        var jump = 1 + Pick(draw, Math.Min(behind, Spread));
        (_length, _otherLength) = (draw & 1) == 0 ? (1, jump) : (jump, 1);
        Delta = _state.ProposeRotate(_berth, _place, _length, _otherLength);
        return Delta <= limit;
    }

    private static int Pick(uint draw, int count) => (int)(((ulong)draw * (uint)count) >> 32);
}
