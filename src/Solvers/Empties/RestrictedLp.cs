using BerthOpt.Kernels.Networks;
using BerthOpt.Search;
using Google.OrTools.LinearSolver;

namespace BerthOpt.Empties;

/// <summary>
/// A network with its rows as a linear program of what arcs carry more or less than a given flow, for those arcs that are free to. Reduced costs stand in the place of costs, so
/// that the dual simplex method begins at the prices that are known; with more arcs the primal one goes on from the last basis. CLP solves it, which cannot be ended early: a run that stops leaves it behind, to end by itself.
/// </summary>
internal sealed class RestrictedLp : IDisposable
{
    private const int PollMilliseconds = 2;

    private readonly TimeNetwork network;
    private readonly long[] given;
    private readonly long[] reduced;
    private readonly long[] near;
    private readonly Solver solver = Solver.CreateSolver("CLP");
    private readonly Constraint[] nodes;
    private readonly Constraint[] limits;
    private readonly List<(int Row, int Weight)>[] rowsOf;
    private readonly Variable?[] more;
    private readonly Objective objective;
    private bool isLeft;
    private bool isBegun;

    /// <param name="network">The network and its rows.</param>
    /// <param name="given">What arcs carry that are not free.</param>
    /// <param name="reduced">Reduced costs of the arcs under prices.</param>
    /// <param name="near">These prices of the rows.</param>
    public RestrictedLp(TimeNetwork network, long[] given, long[] reduced, long[] near)
    {
        (this.network, this.given, this.reduced, this.near) = (network, given, reduced, near);
        var (flow, rows) = (network.Flow, network.Rows);
        objective = solver.Objective();
        more = new Variable?[flow.Arcs];
        rowsOf = new List<(int, int)>[flow.Arcs];
        var rest = flow.Supply.ToArray();
        for (var arc = 0; arc < flow.Arcs; arc++)
        {
            rest[flow.Tail[arc]] -= given[arc];
            rest[flow.Head[arc]] += given[arc];
        }

        nodes = Array.ConvertAll(rest, count => solver.MakeConstraint(count, count));
        limits = [.. Enumerable.Range(0, rows.Count).Select(AddRow)];
    }

    /// <summary>Pivots of the last solve.</summary>
    public long Pivots => solver.Iterations();

    /// <summary>Whether an arc is free.</summary>
    public bool IsFree(int arc) => more[arc] is not null;

    /// <summary>Leaves an arc free.</summary>
    public void Free(int arc)
    {
        var flow = network.Flow;
        var most = flow.Capacity[arc] == FlowNetwork.Unlimited ? double.PositiveInfinity : flow.Capacity[arc] - given[arc];
        var its = more[arc] = solver.MakeNumVar(flow.Lower[arc] - given[arc], most, "");
        objective.SetCoefficient(its, Cost(reduced[arc]));
        if (flow.Tail[arc] != flow.Head[arc])
        {
            nodes[flow.Tail[arc]].SetCoefficient(its, 1);
            nodes[flow.Head[arc]].SetCoefficient(its, -1);
        }

        foreach (var (row, weight) in rowsOf[arc] ?? [])
        {
            limits[row].SetCoefficient(its, weight);
        }
    }

    /// <summary>Solves it, or goes on after arcs were set free.</summary>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Whether there is an optimum.</returns>
    public bool Solve(StopMonitor stop)
    {
        if (stop.IsStopped)
        {
            return false;
        }

        var run = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (!run.Wait(PollMilliseconds))
        {
            if (stop.IsStopped)
            {
                isLeft = true;
                run.ContinueWith(_ => solver.Dispose(), TaskScheduler.Default);
                return false;
            }
        }

        isBegun = true;
        return run.Result;
    }

    /// <summary>Takes over flows and prices, after the end.</summary>
    public void Read(Span<double> flow, Span<long> prices)
    {
        for (var arc = 0; arc < more.Length; arc++)
        {
            flow[arc] = given[arc] + (more[arc]?.SolutionValue() ?? 0);
        }

        for (var row = 0; row < limits.Length; row++)
        {
            var price = near[row] - (long)Math.Round(limits[row].DualValue() * network.Scale);
            prices[row] = network.Rows.IsExact(row) ? price : Math.Max(0, price);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!isLeft)
        {
            solver.Dispose();
        }
    }

    /// <summary>A row; where it has a price already, what it leaves free costs that.</summary>
    private Constraint AddRow(int row)
    {
        var arcs = network.Rows.Arcs(row);
        var weights = network.Rows.Weights(row);
        for (var index = 0; index < arcs.Length; index++)
        {
            (rowsOf[arcs[index]] ??= []).Add((row, weights[index]));
        }

        double limit = network.Rows.Limit(row) - network.Rows.Sum(row, given);
        if (network.Rows.IsExact(row))
        {
            return solver.MakeConstraint(limit, limit);
        }

        if (near[row] == 0)
        {
            return solver.MakeConstraint(double.NegativeInfinity, limit);
        }

        var (its, left) = (solver.MakeConstraint(limit, limit), solver.MakeNumVar(0, double.PositiveInfinity, ""));
        its.SetCoefficient(left, 1);
        objective.SetCoefficient(left, Cost(near[row]));
        return its;
    }

    private double Cost(long cost) => (double)cost / network.Scale;

    private bool Run()
    {
        // A basis is lost where the program is made smaller first.
        using var parameters = new MPSolverParameters();
        parameters.SetIntegerParam(MPSolverParameters.IntegerParam.LP_ALGORITHM, (int)(isBegun ? MPSolverParameters.LpAlgorithmValues.PRIMAL : MPSolverParameters.LpAlgorithmValues.DUAL));
        parameters.SetIntegerParam(MPSolverParameters.IntegerParam.PRESOLVE, (int)(isBegun ? MPSolverParameters.PresolveValues.PRESOLVE_OFF : MPSolverParameters.PresolveValues.PRESOLVE_ON));
        return solver.Solve(parameters) == Solver.ResultStatus.OPTIMAL;
    }
}
