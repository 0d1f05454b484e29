using BerthOpt.Search;
using Google.OrTools.Sat;

namespace BerthOpt.Berths;

/// <summary>
/// Once the best plan has not become better for long, sets some neighbouring calls of it free, ties the rest, and asks CP-SAT for a
/// cheaper plan among all places, times and orders of the free ones. Windows grow while they are searched to the end, and shrink when
/// they are not. It takes no work from the lanes, so these find what they would find without it.
/// </summary>
internal sealed class WindowCpSat
{
    /// <summary>Work of a lane without a better plan after which windows are set free.</summary>
    public const long Patience = 4_000_000;

    // Windows are small: presolve would take longer than all the rest.
    private const string Parameters = "linearization_level:0,cp_model_presolve:false";

    // What a unit of deterministic time takes of a processor, and what a model takes beside it, in the work of the lanes.
    private const long WorkPerUnit = 110_000_000;
    private const long WorkPerModel = 200_000;
    private const double Limit = 0.05;
    private const int Share = 2;
    private const int LeastShare = 16;
    private const int LeastFree = 5;
    private const double FirstFree = 8;
    private const double Growth = 0.1;
    private const double Shrinking = 0.5;

    private readonly BerthModel _model;
    private readonly BerthState _state;
    private readonly Ruins _ruins;
    private readonly bool[] _free;
    private readonly ulong _seed;
    private readonly long _step;
    private readonly long _patience;
    private long _idle;
    private long _credit;
    private int _fruitless;
    private double _size = FirstFree;

    /// <param name="model">A problem that <see cref="OrdersCpSatModel.Fits"/>.</param>
    /// <param name="options">The seed.</param>
    /// <param name="patience">Work without a better plan after which windows are set free.</param>
    public WindowCpSat(BerthModel model, SolverOptions options, long patience = Patience)
    {
        (_model, _seed, _patience) = (model, options.Seed, patience);
        _state = new BerthState(model);
        _ruins = new Ruins(_state, new Rng(options.Seed).Split(1000));
        _free = new bool[model.Calls.Length];
        _step = CostStep.Of(model);
    }

    /// <summary>Cost of the best plan; <see cref="long.MaxValue"/> for none.</summary>
    public long BestCost { get; private set; } = long.MaxValue;

    /// <summary>Windows tried.</summary>
    public int Windows { get; private set; }

    /// <summary>Windows that made the plan cheaper.</summary>
    public int Gains { get; private set; }

    /// <summary>Whether problems have the shape and the size for it.</summary>
    public static bool Suits(BerthModel model) => model.Calls.Length <= RuinCycles.ManyCalls && OrdersCpSatModel.Fits(model);

    /// <summary>The best plan.</summary>
    public BerthPlan Best() => _state.ToPlan();

    /// <summary>Goes on from a plan if it is cheaper.</summary>
    public void Adopt(BerthPlan plan, long cost)
    {
        var placements = new Placement[_model.Calls.Length];
        if (cost < BestCost && BerthPlanReader.TryRead(_model, plan, placements))
        {
            _state.Load(placements);
            (BestCost, _idle, _fruitless) = (cost, 0, 0);
        }
    }

    /// <summary>
    /// Counts what each lane does, and where that gains nothing takes half of some work for windows, and less the more of them were in
    /// vain. One may take more than there is; the next ones then wait.
    /// </summary>
    /// <returns>The work that is left.</returns>
    public long Run(long work, long share, StopMonitor stop)
    {
        _idle += work;
        if (BestCost == long.MaxValue || _idle <= _patience)
        {
            return share;
        }

        var taken = share / Math.Min(LeastShare, Share << Math.Min(8, _fruitless / _free.Length));
        _credit += taken;
        while (_credit > 0 && !stop.IsStopped)
        {
            _credit -= Improve(stop);
        }

        return share - taken;
    }

    /// <summary>Tries one window.</summary>
    /// <returns>Work done.</returns>
    private long Improve(StopMonitor stop)
    {
        Windows++;
        _fruitless++;
        Array.Clear(_free);
        foreach (var call in _ruins.Choose((int)_size))
        {
            _free[call] = true;
        }

        var window = OrdersCpSatModel.Window(_model, _state.At, _free, _step, _step);
        if (window.IsEmpty)
        {
            return WorkPerModel;
        }

        using var run = new CpSatRun(window.Model, Parameters, _seed, Windows, Limit);
        run.Wait(stop);
        if (run.WasEnded)
        {
            return WorkPerModel;
        }

        if (run.HasSolution)
        {
            Keep(window, run);
        }

        var isSearched = run.Status is CpSolverStatus.Optimal or CpSolverStatus.Infeasible;
        _size = Math.Clamp(isSearched ? _size + Growth : _size - Shrinking, Math.Min(LeastFree, _free.Length), _free.Length);
        return WorkPerModel + (long)(run.Time * WorkPerUnit);
    }

    /// <summary>Goes on from a cheaper plan, unless its cranes cannot be had.</summary>
    private void Keep(OrdersCpSatModel window, CpSatRun run)
    {
        var before = _state.At.ToArray();
        var after = _state.At.ToArray();
        window.Read(run, _free, after);
        for (var call = 0; call < _free.Length; call++)
        {
            if (_free[call])
            {
                _state.Remove(call);
            }
        }

        for (var call = 0; call < _free.Length; call++)
        {
            if (_free[call] && !PlacementFit.IsFree(_state, call, ref after[call]))
            {
                _state.Load(before);
                return;
            }

            if (_free[call])
            {
                _state.Place(call, after[call]);
            }
        }

        Gains++;
        _fruitless = 0;
        BestCost = _state.Cost;
    }
}
