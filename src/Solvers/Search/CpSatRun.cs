using Google.OrTools.Sat;

namespace BerthOpt.Search;

/// <summary>
/// One run of CP-SAT on a thread of its own, with one worker and a limit on its deterministic time, so that its result does not depend
/// on the machine. It can be ended early; what it says then does depend on the machine.
/// </summary>
internal sealed class CpSatRun : IDisposable
{
    private const int PollMilliseconds = 5;

    private readonly CpSolver _solver = new();
    private readonly Task<CpSolverStatus> _task;

    /// <summary>Starts a run.</summary>
    /// <param name="model">The model; not to be changed while the run goes on.</param>
    /// <param name="parameters">Parameters of CP-SAT, workers and limits aside.</param>
    /// <param name="seed">Seed of the whole search.</param>
    /// <param name="number">Number of the run, so that no two have the same random numbers.</param>
    /// <param name="limit">Limit on deterministic time, in the units of CP-SAT: about a second of a processor.</param>
    public CpSatRun(CpModel model, string parameters, ulong seed, int number, double limit)
    {
        _solver.StringParameters = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"num_workers:1,random_seed:{(int)(seed & 0xFFFF) + number},max_deterministic_time:{limit:R},{parameters}");
        _task = Task.Factory.StartNew(() => _solver.Solve(model), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Whether the run has ended.</summary>
    public bool HasEnded => _task.IsCompleted;

    /// <summary>Whether the run was ended from outside.</summary>
    public bool WasEnded { get; private set; }

    /// <summary>What is known; only after the end.</summary>
    public CpSolverStatus Status => _task.GetAwaiter().GetResult();

    /// <summary>Whether there is a solution that does not depend on the machine; only after the end.</summary>
    public bool HasSolution => !WasEnded && Status is CpSolverStatus.Optimal or CpSolverStatus.Feasible;

    /// <summary>No solution of the model has an objective below this; only after the end.</summary>
    public double Bound => Status == CpSolverStatus.Infeasible ? double.PositiveInfinity : _solver.BestObjectiveBound;

    /// <summary>Deterministic time that the run took; only after the end.</summary>
    public double Time => _solver.Response?.DeterministicTime ?? 0;

    /// <summary>Value of a variable in the best solution; only when the status says that there is one.</summary>
    public long Value(IntVar variable) => _solver.Value(variable);

    /// <summary>Waits for the end, and ends it when the run that it is part of stops.</summary>
    public void Wait(StopMonitor stop)
    {
        while (!_task.Wait(PollMilliseconds))
        {
            if (stop.IsStopped)
            {
                End();
            }
        }
    }

    /// <summary>Ends the run now.</summary>
    public void End()
    {
        // A request that comes before the search has begun is ignored: ask until it has ended.
        do
        {
            if (!_task.IsCompleted)
            {
                WasEnded = true;
                _solver.StopSearch();
            }
        }
        while (!_task.Wait(PollMilliseconds));
    }

    public void Dispose()
    {
        End();
        _solver.Dispose();
    }
}
