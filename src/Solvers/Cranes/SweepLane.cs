using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>
/// Passes of one sweep, ever wider, each for a plan that ends earlier than the best one: at first a beam search, in the end a proof that
/// there is none in this direction.
/// </summary>
internal sealed class SweepLane : ISearchLane<CranePlan>
{
    private const int FirstWidth = 100;
    private const int WidthGrowth = 4;

    /// <summary>Greatest width of a pass.</summary>
    public const int MostWidth = 1 << 18;

    private readonly CraneModel _model;
    private readonly SweepDecoder _decoder;
    private readonly Sweep? _sweep;
    private readonly int _mostWidth;
    private readonly bool _provesByWindows;
    private readonly long _price;

    private SweepWindows? _windows;
    private long _owed;
    private long _paid;
    private CranePlan? _best;
    private long _budget;
    private long _low;
    private int _goal;
    private int _width = FirstWidth;
    private bool _running;
    private bool _planned;

    /// <param name="model">The model, mirrored for the way downwards.</param>
    /// <param name="lists">The model for decoding, never mirrored.</param>
    /// <param name="mostWidth">Width of the last pass.</param>
    /// <param name="provesByWindows">Whether half of the work, once narrow passes have not ended it, goes into proofs by parts of the rail.</param>
    /// <param name="price">Work that a state counts.</param>
    public SweepLane(CraneModel model, ListModel lists, int mostWidth = MostWidth, bool provesByWindows = false, long price = 1)
    {
        (_model, _mostWidth, _provesByWindows, _price) = (model, mostWidth, provesByWindows, price);
        _decoder = new SweepDecoder(lists);
        if (SweepModel.TryCreate(model) is not { } sweep)
        {
            IsDone = true;
            return;
        }

        _sweep = new Sweep(sweep);
        IsWhole = sweep.IsWhole;
        Horizon = Math.Min(model.Problem.Horizon, sweep.Longest);
        Proven = _sweep.LeastDeadline(Horizon);
        (_low, _goal) = (Proven, Horizon);
        Stop(Proven > Horizon);
    }

    public long BestCost { get; private set; } = long.MaxValue;

    public long Moves { get; private set; }

    /// <summary>No plan of this direction that keeps the rules ends later.</summary>
    public int Horizon { get; }

    /// <summary>No plan of this direction has a smaller makespan.</summary>
    public long Proven { get; private set; }

    /// <summary>Whether there is a sweep of it at all.</summary>
    public bool IsSwept => _sweep is not null;

    /// <summary>Whether its sweep knows all rules, and the makespan is all that costs anything.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether nothing is left to try.</summary>
    public bool IsDone { get; private set; }

    public bool IsWaiting => IsDone;

    public CranePlan Best() => _best!;

    public void Adopt(CranePlan plan, long cost) => Aim(plan.Assignments.Max(entry => entry.End));

    public void Run(long work, StopMonitor stop)
    {
        _paid += work;
        _budget += _paid / _price;
        _paid %= _price;
        while (_budget > 0 && !IsDone && !stop.IsStopped)
        {
            if (_owed > 0 && _windows is not null)
            {
                ProveByWindows(stop);
                continue;
            }

            var before = _budget;
            if (!_running)
            {
                _sweep!.Begin(Deadline(), _width);
                _running = true;
            }

            var made = _sweep!.Made;
            _sweep.Run(ref _budget, stop);
            Moves += _sweep.Made - made;
            _owed += before - _budget;
            if (_sweep.Ended)
            {
                _running = false;
                End();
            }
        }
    }

    /// <summary>Does the work that the passes have done in windows too.</summary>
    private void ProveByWindows(StopMonitor stop)
    {
        var share = Math.Min(_owed, _budget);
        var left = share;
        _windows!.Run(ref left, _goal, stop);
        (_owed, _budget) = (_owed - (share - left), _budget - (share - left));
        Proven = Math.Max(Proven, _windows.Proven);
        Stop(_goal < Proven);
        if (_windows.IsDone)
        {
            _windows = null;
        }
    }

    /// <summary>Half-way between what this width has not reached and what is known: where that can be done, much is gained, and where it cannot, little lost.</summary>
    private int Deadline() => (int)Math.Min(_goal, _planned ? _low + ((_goal - _low) / 2) : _low + (_low / 8) + 8);

    /// <summary>Looks for plans of a smaller makespan from now on.</summary>
    private void Aim(int makespan)
    {
        _planned = true;
        _goal = Math.Min(_goal, makespan - 1);
        if (_running && _sweep!.Deadline > _goal)
        {
            _sweep.Deadline = _goal;
        }

        Stop(_goal < Proven);
    }

    private void End()
    {
        var found = false;
        foreach (var cranes in _sweep!.Plans())
        {
            if (_decoder.Decode(_model, cranes))
            {
                Take();
                found = _decoder.Makespan <= _goal;
                if (found)
                {
                    Aim(_decoder.Makespan);
                    break;
                }
            }
        }

        if (!found)
        {
            if (!_sweep.Found && !_sweep.Cut)
            {
                Proven = Math.Max(Proven, _sweep.Deadline + 1L);
            }

            _low = Math.Max(_low, _sweep.Deadline + 1L);
        }

        Stop(_goal < Proven);
        if (_low > _goal)
        {
            _low = Proven;
            Widen();
        }
    }

    private void Take()
    {
        if (_decoder.Cost < BestCost)
        {
            (BestCost, _best) = (_decoder.Cost, _decoder.Plan());
        }
    }

    private void Widen()
    {
        Stop(_width >= _mostWidth);
        if (_width == FirstWidth && _provesByWindows && !IsDone)
        {
            (_windows, _owed) = (new SweepWindows(_sweep!.Model, Horizon), 0);
        }

        _width = Math.Min(_width * WidthGrowth, _mostWidth);
    }

    private void Stop(bool done) => IsDone |= done;
}
