using BerthOpt.Search;
using Google.OrTools.Sat;

namespace BerthOpt.Cranes;

/// <summary>
/// A proof for small problems: CP-SAT is asked for a plan better than the best one, each time for longer. Its runs take place when work
/// of the lanes has paid for them, and are waited for, so that all depends on work alone.
/// </summary>
internal sealed class FreeCpSatBound : IBoundProcess, IPlanSource<CranePlan>
{
    private const double FirstLimit = 0.25;
    private const double LongestLimit = 60;
    private const double Growth = 4;
    private const long WorkPerUnit = 20_000_000;

    // With more tasks the lanes get a little time before.
    private const int FewTasks = 12;
    private const long FirstDue = 1_000_000;

    // Without any plan, it is asked whether there is one.
    private const long PlanDue = 4_000_000;
    private const long AnyCost = 1L << 49;

    private readonly ListModel _model;
    private readonly SolverOptions _options;
    private readonly CraneState _state;
    private double _limit = FirstLimit;
    private long _due;
    private long _spent;

    /// <param name="model">The problem.</param>
    /// <param name="options">The seed.</param>
    /// <param name="bound">A bound that is known.</param>
    public FreeCpSatBound(ListModel model, SolverOptions options, long bound)
    {
        (_model, _options, Bound) = (model, options, bound);
        _state = new CraneState(model);
        _due = model.Tasks <= FewTasks ? 0 : FirstDue;
        Finished = model.Tasks == 0 || !FreeCpSatModel.Fits(model, bound);
    }

    public long Bound { get; private set; }

    public string Name => "orders of tasks (CP-SAT)";

    public bool Finished { get; private set; }

    public bool ProvesInfeasible { get; private set; }

    public long Iterations { get; private set; }

    public long BestCost { get; private set; } = long.MaxValue;

    public CranePlan Best() => _state.ToPlan();

    public void Run(long work, long upperBound, StopMonitor stop)
    {
        _spent += work;
        var isAny = upperBound == long.MaxValue;
        if (Bound >= upperBound || _spent < (isAny ? Math.Max(_due, PlanDue) : _due) || stop.IsStopped)
        {
            return;
        }

        upperBound = isAny ? AnyCost : upperBound;

        if (!FreeCpSatModel.Fits(_model, upperBound))
        {
            Finished = true;
            return;
        }

        Iterations++;
        var model = new FreeCpSatModel(_model, Bound, upperBound - 1);
        using var run = new CpSatRun(model.Model, "", _options.Seed, 0, _limit);
        run.Wait(stop);
        var status = run.Status;
        if (status == CpSolverStatus.ModelInvalid)
        {
            Finished = true;
            return;
        }

        ProvesInfeasible = isAny && status == CpSolverStatus.Infeasible;
        Bound = status == CpSolverStatus.Infeasible ? isAny ? Bound : upperBound : Math.Max(Bound, Math.Min(upperBound, (long)Math.Ceiling(run.Bound - 1e-6)));
        if (run.HasSolution)
        {
            Keep(model, run);
        }

        _limit *= Growth;
        _due = _spent + (long)(_limit * WorkPerUnit);
        Finished = ProvesInfeasible || Bound >= upperBound || _limit > LongestLimit;
    }

    private void Keep(FreeCpSatModel model, CpSatRun run)
    {
        var other = new CraneState(_model);
        model.Read(run, other);
        if (other.IsPlan && other.Cost < BestCost)
        {
            BestCost = other.Cost;
            _state.Load(other.Order, other.CraneAt);
        }
    }
}
