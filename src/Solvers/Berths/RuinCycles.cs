namespace BerthOpt.Berths;

/// <summary>
/// The temperature of one lane of ruin and recreate: cycles that cool down geometrically, each longer than the one before. All is
/// counted in work, so that a run is a function of it.
/// </summary>
internal sealed class RuinCycles
{
    /// <summary>With more calls than this there is no time for a long cooling, nor for several walks, nor to look at all calls in each move.</summary>
    public const int ManyCalls = 100;

    // Crowded quays want a hot start, quiet ones a cool one: the lanes differ.
    private static readonly double[] Heats = [1.5, 3, 0.7, 3];
    private const double HeatForMany = 0.3;
    private const double Cooling = 0.004;
    private const long FirstWork = 2000;
    private const long MostWork = 2_000_000;
    private const long FirstWorkPerCall = 200_000;

    // A mixture of plans is good where its parts are: half as hot and half as long is enough to close its seam.
    private const double MixtureHeat = 0.5;
    private const double MixtureLength = 0.5;

    // The lanes that take no plan over start anew after so many cycles without gain.
    private static readonly int[] Patience = [int.MaxValue, 2, int.MaxValue, 1];

    private readonly BerthModel _model;
    private readonly int _patience;
    private readonly double _share;
    private readonly long _ideal;
    private readonly Congestion? _congestion;
    private long _spent;
    private long _length = FirstWork;
    private long _span = FirstWork; // of this cycle
    private double _heat;
    private double _price;
    private bool _isShared;
    private long _best = long.MaxValue;
    private int _idle;

    /// <param name="model">The problem.</param>
    /// <param name="lane">Number of the lane.</param>
    /// <param name="congestion">What cranes are worth to those who wait; null where moves see it themselves.</param>
    public RuinCycles(BerthModel model, int lane, Congestion? congestion)
    {
        (_model, _congestion) = (model, congestion);
        _share = model.Calls.Length > ManyCalls ? HeatForMany : Heats[lane % Heats.Length];
        _ideal = model.IdealCost;
        _patience = model.Calls.Length > ManyCalls || model.MakespanRate > 0 ? int.MaxValue : Patience[lane % Patience.Length];
    }

    /// <summary>Whether the lane starts anew when it has gained nothing for long.</summary>
    public bool StartsAnew => _patience < int.MaxValue;

    /// <summary>What search adds to the price of a crane-slot: it falls to nothing within a cycle, so that each ends with plans that are good at what they cost.</summary>
    public long CranePrice => (long)(_price * (1 - Progress));

    /// <summary>Whether the cycle is over.</summary>
    public bool IsOver => _spent >= _span;

    private double Progress => (double)_spent / _span;

    /// <summary>Begins a cycle of a lane that shares its plan: all such lanes begin together, and none goes on by itself.</summary>
    public void BeginShared(long cost)
    {
        _span = _length = _isShared ? _length * 2 : FirstWorkPerCall * _model.Calls.Length;
        (_isShared, _spent) = (true, 0);
        SetHeat(cost);
    }

    /// <summary>Counts the work of a move.</summary>
    public void Spend(long work) => _spent = Math.Min(_span, _spent + work);

    /// <summary>Counts a move, which costs one beside its work; true when a new cycle begins with it.</summary>
    public bool BeginsAgain()
    {
        if (_isShared || ++_spent < _span)
        {
            return false;
        }

        _spent = 0;
        _span = _length = Math.Min(_length * 3 / 2, MostWork);
        return true;
    }

    /// <summary>At the end of a cycle: whether so many have gained nothing that the lane should start anew.</summary>
    /// <param name="best">Cost of the lane's best plan.</param>
    public bool IsStuck(long best)
    {
        _idle = best < _best ? 0 : _idle + 1;
        _best = best;
        if (_idle < _patience)
        {
            return false;
        }

        _idle = 0;
        return true;
    }

    /// <summary>Begins a cycle that goes on from a mixture of two plans, in place of the one that has just begun; the next one is as long as this would have been.</summary>
    /// <param name="cost">Cost of the best plan so far.</param>
    public void BeginMixture(long cost)
    {
        _idle = _patience - 1;
        _length = _length * 2 / 3;
        _span = (long)(_length * MixtureLength);
        SetHeat(cost);
        _heat *= MixtureHeat;
    }

    /// <summary>How much worse a move may be and still be taken (annealing).</summary>
    public long Slack(Rng rng)
    {
        var temperature = _heat * Math.Pow(Cooling, Progress);
        return (long)Math.Min(1e15, -temperature * Math.Log(1.0 - rng.NextDouble()));
    }

    /// <summary>The first temperature of a cycle: a part of what a call costs on average above its ideal, or one slot of makespan.</summary>
    /// <param name="cost">Cost of the best plan so far.</param>
    public void SetHeat(long cost)
    {
        if (_model.MakespanRate > 0)
        {
            _heat = 2.0 * _model.Calls.Length * _model.MakespanRate;
            return;
        }

        var excess = cost - _model.Constant - _ideal;
        _heat = _share * excess / _model.Calls.Length;
        _price = _congestion?.CranePrice(excess) ?? 0;
    }
}
