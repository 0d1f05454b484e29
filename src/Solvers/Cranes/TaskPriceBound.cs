using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>
/// A bound on the makespan by prices of tasks. At each moment the cranes at work keep their order and their distances; the dearest way to stand
/// so, each crane earning the price of a task over the time that it takes it, bounds what a slot can earn. All tasks together must be earned.
/// Prices are found by ascent in floating-point numbers and rounded; the bound is then computed in whole numbers.
/// </summary>
internal sealed class TaskPriceBound : IBoundProcess
{
    private const double FirstReach = 0.05;
    private const double LeastReach = 0.0002;
    private const int MostStale = 100;
    private const double LeastGain = 0.02;
    private const double Kept = 0.6;
    private const double Floor = 0.1;
    private const double MostFall = 0.5;
    private const double MostRise = 1;

    // Prices outside a window with which ascent begins, for each crane.
    private const double Elsewhere = 0.2;
    private const int CellsPerWork = 32;
    private const long MostCells = 1 << 22;

    private readonly ListModel _model;
    private readonly TaskPriceStands _stands;
    private readonly long _known;
    private readonly long _end;
    private readonly long _rate;
    private readonly double[] _price;
    private readonly double[] _best;
    private readonly double[] _direction;
    private readonly double[] _slope;
    private double _bestEnd;
    private double _reach = FirstReach;
    private int _stale;
    private int _tried;
    private bool _isBetter;
    private long _paid;

    /// <param name="model">The problem.</param>
    /// <param name="known">A bound on the cost.</param>
    /// <param name="end">The bound on the makespan in it.</param>
    public TaskPriceBound(ListModel model, long known, long end)
    {
        (_model, _known, _end, _rate, Bound) = (model, known, end, model.Objective.Makespan, known);
        _stands = new TaskPriceStands(model);
        (_price, _best) = (new double[model.Tasks], new double[model.Tasks]);
        (_direction, _slope) = (new double[model.Tasks], new double[model.Tasks]);
    }

    public long Bound { get; private set; }

    public string Name => "prices of tasks";

    /// <summary>The best prices so far; all cranes together earn one in a slot behind the last ready time at the most.</summary>
    public ReadOnlySpan<double> Prices => _best;

    public bool Finished { get; private set; }

    public long Iterations { get; private set; }

    public bool ProvesInfeasible => _rate > 0 && Proven > _model.Model.Problem.Horizon;

    /// <summary>Whether it can be better than windows: cranes differ, or vessels come at different times, and the numbers are not too large.</summary>
    public static bool IsOfUse(ListModel model) => model.Tasks > 0 && model.Objective.Makespan > 0
        && (long)model.Tasks * model.Cranes * model.Cranes * (model.HasReadyTimes ? model.Model.Problem.Vessels.Length : 1) <= MostCells
        && Enumerable.Range(0, model.Tasks).Any(task => model.LeastHandling(task) > 0)
        && (model.HasReadyTimes || Enumerable.Range(0, model.Tasks).Any(task => model.Allowed[task].Any(crane => model.Model.Handling[(task * model.Cranes) + crane] > model.LeastHandling(task))));

    /// <summary>No plan ends earlier.</summary>
    public long Proven { get; private set; }

    public void Run(long work, long upperBound, StopMonitor stop)
    {
        _paid += work * CellsPerWork;
        while (_paid > 0 && !Finished && !stop.IsStopped)
        {
            if (_tried < _model.Cranes)
            {
                Try(++_tried);
            }
            else
            {
                Ascend();
            }

            _paid -= _stands.Cells;
        }

        // Beyond the horizon there is no plan, which is all that matters there.
        Proven = _isBetter ? Math.Min(Math.Max(Proven, _stands.Exact(_best)), _model.Model.Problem.Horizon + 1L) : Proven;
        _isBetter = false;
        Bound = Math.Max(Bound, _known + (_rate * Math.Max(0, Proven - _end)));
    }

    private void Ascend()
    {
        Iterations++;
        _stale++;
        var value = _stands.Evaluate(_price, _bestEnd * (1 + _reach), _slope);
        if (_stands.End > _bestEnd)
        {
            _stale = _stands.End > _bestEnd * (1 + (_reach * LeastGain)) ? 0 : _stale;
            Keep();
        }

        if (_stale > MostStale)
        {
            (_reach, _stale) = (_reach / 2, 0);
            Finished = _reach < LeastReach;
            _best.CopyTo(_price, 0);
            Array.Clear(_direction);
            return;
        }

        var norm = 0.0;
        for (var task = 0; task < _slope.Length; task++)
        {
            _direction[task] = _slope[task] + (Kept * _direction[task]);
            norm += _direction[task] * _direction[task] * Scale(task);
        }

        // Steps in proportion to the prices (mirror ascent), as long as the level that is aimed at asks for (Polyak).
        var step = norm > 0 ? Math.Max(0, -value) / norm : 0;
        for (var task = 0; task < _slope.Length; task++)
        {
            _price[task] = Math.Max(0, _price[task] + (Scale(task) * Math.Clamp(step * _direction[task], -MostFall, MostRise)));
        }

        _stands.Normalise(_price);
    }

    /// <summary>Prices for the most crowded window in which so many cranes have room.</summary>
    private void Try(int cranes)
    {
        var positions = _model.Model.Position;
        var (load, most, from, to) = (0.0, 0.0, 0, 0);
        for (int first = 0, end = 0; first < positions.Length; first++)
        {
            while (end < positions.Length && (cranes == _model.Cranes || positions[end] - (long)positions[first] < (long)cranes * _model.Model.Clearance))
            {
                load += _stands.Weight[end++];
            }

            if (load > most)
            {
                (most, from, to) = (load, first, end);
            }

            load -= end > first ? _stands.Weight[first] : 0;
            end = Math.Max(end, first + 1);
        }

        for (var task = 0; task < positions.Length; task++)
        {
            _price[task] = _stands.Weight[task] * (task >= from && task < to ? 1 : Elsewhere / _model.Cranes);
        }

        _stands.Evaluate(_price, _bestEnd, _slope);
        Keep();
        if (cranes == _model.Cranes)
        {
            _best.CopyTo(_price, 0);
        }
    }

    private double Scale(int task) => _price[task] + (Floor * _stands.Weight[task]);

    private void Keep()
    {
        if (_stands.End > _bestEnd)
        {
            (_bestEnd, _isBetter) = (_stands.End, true);
            _stands.Normalise(_price);
            _price.CopyTo(_best, 0);
        }
    }
}
