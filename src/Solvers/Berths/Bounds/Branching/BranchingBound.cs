using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Goes on where the priced cells and cranes have converged: shows step by step that no plan costs less than a cutoff, by branch and
/// bound over the rectangles that such a plan could use (destructive improvement, Klein and Scholl 1999). A low cutoff leaves few
/// rectangles, so the bound rises also where the optimum is out of reach; at the cost of the best plan it is a proof.
/// </summary>
internal sealed class BranchingBound : IBoundProcess, IPlanSource<BerthPlan>
{
    private const int MostRectangles = 24_000;
    private const int MostPrices = 100_000;
    private const int MostCalls = 250;
    private const int ShareInReach = 4;
    private const long FirstRound = 10_000_000;

    private readonly BerthModel _model;
    private readonly CellBound _root;
    private readonly long _ideal;
    private readonly long _costStep;
    private RectangleGrid? _grid;
    private RectanglePrices? _prices;
    private RectangleBranching? _tree;
    private Placement[] _best = [];
    private float[] _center = [];
    private long _rootUnits;
    private long _proven;
    private long _reach;
    private long _cut;
    private long _roundWork = FirstRound;
    private long _bound = long.MinValue;
    private int _digits;
    private long _nodes;
    private long _spent;
    private bool _isInReach;
    private bool _isOver;

    public BranchingBound(BerthModel model, CellBound root)
    {
        (_model, _root) = (model, root);
        _ideal = model.IdealCost;
        _costStep = CostStep.Of(model);
        _isOver = model.Quays.Length != 1 || model.MakespanRate > 0 || model.Caps.Length > 0 || model.Calls.Length is < 2 or > MostCalls
            || model.Calls.Any(call => call.Optional || call.Zones.Length != 1) || !root.IsSingle || root.Capacity.Length > MostPrices;
    }

    public long Bound => Math.Max(_root.Bound, _bound);

    public string Name => _bound > _root.Bound ? "branching over rectangles" : _root.Name;

    public bool Finished => _isOver && _root.Finished;

    public long Iterations => _root.Iterations + _nodes + (_tree?.Nodes ?? 0);

    public long BestCost { get; private set; } = long.MaxValue;

    public BerthPlan Best() => BerthState.PlanOf(_model, _best);

    public void Run(long work, long upperBound, StopMonitor stop)
    {
        if (_isOver || (!_root.HasSettled && !_root.Finished) || upperBound == long.MaxValue)
        {
            _root.Run(work, upperBound, stop);
            return;
        }

        // While the best plan is out of reach, search deserves the time more.
        var until = _spent + (work * (_isInReach ? ShareInReach : 1));
        while (_spent < until && !_isOver && !stop.IsStopped)
        {
            upperBound = Math.Min(upperBound, BestCost);
            if (Bound >= upperBound)
            {
                return;
            }

            if (_tree is null && !Begin(upperBound, stop))
            {
                _isOver = !stop.IsStopped;
                return;
            }

            var before = _tree!.Work;
            _tree.Lower(Cut(upperBound));
            _tree.Run(Math.Min(_roundWork, before + until - _spent), stop);
            _spent += _tree.Work - before;
            Take(upperBound);
        }
    }

    /// <summary>Plans that cost less than a plan are those up to so many units above the ideal.</summary>
    private long Cut(long cost) => _prices!.Units(cost - _costStep - _model.Constant - _ideal);

    /// <summary>Starts the next round.</summary>
    private bool Begin(long upperBound, StopMonitor stop)
    {
        if (_prices is null && !Prepare(upperBound, stop))
        {
            return false;
        }

        _prices!.Set(_center);
        var all = Cut(upperBound);
        _cut = Math.Min(all, _proven + _reach);
        if (Rectangles.Of(_model, _grid!, _prices, _cut, _cut - _rootUnits, MostRectangles, stop, out var distance) is not { } rectangles)
        {
            return false;
        }

        _spent += rectangles.Work;
        _cut = Math.Min(_cut, _rootUnits + distance);
        _isInReach = _cut >= all && _grid!.IsExact;
        if (_cut <= _proven)
        {
            return false; // more rectangles than can be kept, for however little
        }

        _tree = new RectangleBranching(_model, rectangles, _prices, _center, _cut, _costStep << _digits);
        return true;
    }

    private bool Prepare(long upperBound, StopMonitor stop)
    {
        if (!_root.TryCenter(upperBound, out _center, out _digits))
        {
            return false;
        }

        _grid = new RectangleGrid(_model, _root.Grid);
        var prices = _root.ToPrices(_grid, _center, _digits);
        long work = 0;
        _rootUnits = -prices.Worth;
        for (var call = 0; call < _model.Calls.Length; call++)
        {
            if (stop.IsStopped)
            {
                return false;
            }

            _rootUnits += Rectangles.Least(_model, _grid, call, prices, ref work);
        }

        _spent += work / 8;
        _prices = prices;

        // A plan may cost just what the relaxation does: nothing is proven of it yet.
        _proven = Math.Max(_rootUnits - 1, prices.Units(_root.Bound - _costStep - _model.Constant - _ideal));
        _reach = Math.Max(_costStep << _digits, (Cut(upperBound) - _proven) / 4);
        return true;
    }

    private void Take(long upperBound)
    {
        if (_tree!.Plan is { } plan && _tree.PlanCost < BestCost)
        {
            BestCost = _tree.PlanCost;
            _best = plan;
        }

        if (_tree.Finished)
        {
            // Nothing up to the cut, so every plan costs at least the next possible cost above it.
            var cost = CostStep.Ceiling(_ideal + (_cut >> _digits) + 1, _costStep) + _model.Constant;
            _bound = Math.Max(_bound, Math.Min(cost, Math.Min(upperBound, BestCost)));
            _proven = Math.Max(_proven, _cut);
            _reach = _tree.Work < _roundWork / 4 ? _reach * 2 : _reach;
            End();
        }
        else if (_tree.Failed || _tree.Work >= _roundWork)
        {
            if (_reach <= _costStep << _digits && _tree.Failed)
            {
                _isOver = true;
            }

            _reach = Math.Max(_costStep << _digits, Math.Min(_reach, _cut - _proven) / 2);
            _roundWork += _roundWork / 2;
            End();
        }
    }

    private void End()
    {
        _nodes += _tree!.Nodes;
        _tree = null;
    }
}
