using BerthOpt.Search;
using Google.OrTools.Sat;

namespace BerthOpt.Berths;

/// <summary>
/// A bound by clause learning over the orders of calls: CP-SAT, steered by the cores of its cost (Fu and Malik 2006), is asked for a plan
/// that costs less than the best one. It is asked again and again, each time for longer, on a thread beside the others. What it finds
/// counts when the work for which it was asked is done, so that plans do not depend on how fast it ran; a finished proof
/// counts at once, for it changes no plan.
/// </summary>
internal sealed class OrdersCpSatBound : IDisposable
{
    /// <summary>What the bound is called in results.</summary>
    public const string Name = "orders of calls (CP-SAT)";

    // Its propagation is fastest without linear programming, and cores need none.
    private const string Parameters = "optimize_with_core:true,find_multiple_cores:false,linearization_level:0";
    // What a unit of deterministic time takes of a processor grows with the model.
    private const long WorkPerUnitAndCall = 1_500_000;
    private const int Share = 4;
    private const double FirstLimit = 0.5;
    private const double Growth = 4;
    private const double LeastLimit = 0.05;
    private const double PatientLimit = 10;

    // CP-SAT tells bounds as floating-point numbers: whole ones are exact well up to here.
    private const double MostExact = 1L << 50;

    private readonly BerthModel _model;
    private readonly SolverOptions _options;
    private readonly long _ideal;
    private readonly long _costStep;
    private readonly long _budget;
    private readonly long _workPerUnit;
    private Placement[] _best = [];
    private OrdersCpSatModel? _orders;
    private CpSatRun? _run;
    private double _limit = FirstLimit;
    private long _spent;
    private long _due;
    private long _asked;
    private int _runs;
    private bool _isCut;

    public OrdersCpSatBound(BerthModel model, SolverOptions options, int lanes)
    {
        (_model, _options) = (model, options);
        _ideal = model.IdealCost;
        _costStep = CostStep.Of(model);
        Finished = model.Calls.Sum(call => Math.Abs((double)call.IdealCost) + call.WorstCost) / _costStep >= MostExact;
        _workPerUnit = WorkPerUnitAndCall * model.Calls.Length;
        _budget = options.WorkLimit is { } limit ? limit / lanes * Share : long.MaxValue;
    }

    /// <summary>No plan costs less.</summary>
    public long Bound { get; private set; } = long.MinValue;

    /// <summary>Whether asking again is of no use.</summary>
    public bool Finished { get; private set; }

    /// <summary>Runs begun.</summary>
    public long Iterations => _runs;

    /// <summary>Whether the last run gave the better bound.</summary>
    public bool Leads { get; private set; }

    /// <summary>Cost of the best plan met; <see cref="long.MaxValue"/> for none.</summary>
    public long BestCost { get; private set; } = long.MaxValue;

    /// <summary>Whether a run goes on.</summary>
    public bool IsBusy => _run is { HasEnded: false };

    /// <summary>The best plan met.</summary>
    public BerthPlan Best() => BerthState.PlanOf(_model, _best);

    /// <summary>Counts work done elsewhere, begins to ask, and takes the answer when it is due.</summary>
    /// <returns>Whether a run has come to its end.</returns>
    public bool Run(long work, long upperBound, StopMonitor stop)
    {
        _spent += work * Share;
        if (_run is null && !Finished && upperBound != long.MaxValue && Bound < upperBound)
        {
            Begin(Math.Min(upperBound, BestCost), stop);
        }

        if (_run is null)
        {
            return false;
        }

        if (_spent >= _due)
        {
            _run.Wait(stop);
            Take(withPlan: !_isCut);
            return true;
        }

        if (_run.HasEnded && _run.Status is CpSolverStatus.Infeasible or CpSolverStatus.Optimal)
        {
            TakeBound();
        }

        return false;
    }

    /// <summary>After a run: compares its bound with another one; when it is far behind, there is no use in asking again.</summary>
    public void Judge(long other, long upperBound)
    {
        Leads = Bound > other;
        Finished |= _limit > PatientLimit && other - Bound > (upperBound - other) / 4;
    }

    /// <summary>Ends what goes on; the bound that it has come to counts.</summary>
    public void Interrupt()
    {
        if (_run is not null)
        {
            _run.End();
            TakeBound();
            Forget();
        }
    }

    public void Dispose() => Forget();

    private void Begin(long upperBound, StopMonitor stop)
    {
        // Where the work ends before the run would, a shorter run still gives a bound; its plan would not be had at any other limit.
        var affordable = (_budget - _spent) / (double)_workPerUnit;
        _isCut = affordable < _limit;
        var limit = Math.Min(_limit, affordable);
        if (limit < LeastLimit)
        {
            Finished = true;
            return;
        }

        _asked = upperBound;
        _orders = new OrdersCpSatModel(_model, upperBound - _costStep - _model.Constant - _ideal, _costStep);
        if (_orders.IsEmpty)
        {
            (Bound, Finished) = (upperBound, true);
            return;
        }

        _run = new CpSatRun(_orders.Model, Parameters, _options.Seed, _runs++, limit);
        _due = _isCut ? _budget : _spent + (long)(limit * _workPerUnit);
        _limit *= Growth;
        if (_options.Threads == 1)
        {
            _run.Wait(stop);
        }
    }

    private void TakeBound()
    {
        if (_run!.Status == CpSolverStatus.ModelInvalid)
        {
            return;
        }

        var above = Math.Max(0, _run.Bound); // costs are counted above the ideals
        var cost = above >= (_asked - _model.Constant - _ideal) / _costStep ? _asked : (long)Math.Ceiling(above - 1e-6) * _costStep + _ideal + _model.Constant;
        Bound = Math.Max(Bound, Math.Min(_asked, cost));
    }

    private void Take(bool withPlan)
    {
        TakeBound();
        Finished |= _run!.Status == CpSolverStatus.ModelInvalid;
        if (withPlan && _run.HasSolution)
        {
            Keep(_orders!.Read(_run));
        }

        Forget();
    }

    private void Forget()
    {
        _run?.Dispose();
        (_run, _orders) = (null, null);
    }

    /// <summary>Keeps a plan, after it has been put together as any other.</summary>
    private void Keep(Placement[] placements)
    {
        if (PlacementFit.Join(new BerthState(_model), call => placements[call], out var cost) is not { } plan)
        {
            Finished = true;
        }
        else if (cost < BestCost)
        {
            (BestCost, _best) = (cost, plan);
        }
    }
}
