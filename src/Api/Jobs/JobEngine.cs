using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>Takes up jobs, as many at a time as there are workers, and tidies up.</summary>
internal sealed partial class JobEngine(
    IJobStore store, IWorkerPool pool, JobSignals signals, IOptions<WorkerOptions> workers, IOptions<StoreOptions> options, JobMetrics metrics, TimeProvider time, ILogger<JobEngine> log) : BackgroundService
{
    /// <summary>A job that was taken up so often, and never ended, ends services.</summary>
    private const int MostAttempts = 25;

    private static readonly TimeSpan _tidy = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private static JobFindings Unreadable { get; } = new() { Failure = new(FailureCodes.ProblemRefused, "The problem cannot be read by this version of the service.") };

    private readonly ConcurrentDictionary<string, JobRun> _runs = new();
    private readonly Owner _owner = Owner.OfThisProcess();

    /// <summary>Has a job that runs here stopped.</summary>
    public void Stop(string id)
    {
        if (_runs.TryGetValue(id, out var run))
        {
            run.Stop();
        }
    }

    /// <summary>Ends the work on a job that is gone.</summary>
    public void Drop(string id)
    {
        if (_runs.TryGetValue(id, out var run))
        {
            run.Drop();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await Task.WhenAll([Tidy(stoppingToken), .. Enumerable.Range(0, workers.Value.Count).Select(_ => Work(stoppingToken))]);
    }

    private async Task Work(CancellationToken shutdown)
    {
        while (!shutdown.IsCancellationRequested)
        {
            try
            {
                // A worker first: a job's time begins with its claim, and to wait for a worker is to wait in the queue.
                if (!await RunNext(await pool.Rent(shutdown), shutdown))
                {
                    await signals.WaitForWork(shutdown);
                }
            }
            catch (OperationCanceledException) when (shutdown.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogDefect(exception);
                await Task.Delay(_pause, time, CancellationToken.None);
            }
        }
    }

    /// <summary>Works on the next job that waits; false when none does.</summary>
    private async Task<bool> RunNext(IWorker worker, CancellationToken shutdown)
    {
        ClaimedJob? claim = null;
        JobRun? run = null;
        try
        {
            claim = store.Claim(_owner.Text);
            run = claim is null ? null : Open(claim);
        }
        finally
        {
            if (run is null)
            {
                await pool.Return(worker);
            }
        }

        if (claim is not null && run is not null)
        {
            await Run(claim, run, worker, shutdown);
        }

        return claim is not null;
    }

    /// <summary>The run of a job; null where it has ended before it begins.</summary>
    private JobRun? Open(ClaimedJob claim)
    {
        var id = claim.Job.Id;
        signals.Changed(id);
        if (ProblemKinds.Find(claim.Job.Kind) is not { } kind || !kind.TryRead(claim.Problem, out var problem, out _))
        {
            store.Finish(id, claim.Fence, JobStatus.Failed, Unreadable, JobEvents.Done(JobStatus.Failed, Unreadable));
            signals.Changed(id);
            return null;
        }

        var ledger = new JobLedger(claim, problem, store, signals, metrics);
        if (claim.Job.Attempts > MostAttempts)
        {
            ledger.Fail(new JobFailure(FailureCodes.GivenUp, $"Services have ended {MostAttempts} times while they worked on it."));
            return null;
        }

        return new JobRun(problem, SolveSettings.OfJson(claim.Job.Options), ledger, pool, workers.Value, TimeSpan.FromSeconds(options.Value.LeaseSeconds), time);
    }

    private async Task Run(ClaimedJob claim, JobRun run, IWorker worker, CancellationToken shutdown)
    {
        _runs[claim.Job.Id] = run;
        try
        {
            await run.Run(worker, shutdown);
        }
        catch (Exception exception)
        {
            LogDefect(exception);
            await GiveBack(claim);
        }
        finally
        {
            _runs.TryRemove(claim.Job.Id, out _);
            signals.Changed(claim.Job.Id);
        }
    }

    /// <summary>Gives a job back that could not be worked on, once the store takes it; whatever it was, the next job deserves its turn.</summary>
    private async Task GiveBack(ClaimedJob claim)
    {
        for (var tries = 0; tries < MostAttempts; tries++)
        {
            await Task.Delay(_pause, time, CancellationToken.None);
            try
            {
                store.Release(claim.Job.Id, claim.Fence);
                return;
            }
            catch (JobStoreException exception)
            {
                LogDefect(exception);
            }
        }
    }

    private async Task Tidy(CancellationToken shutdown)
    {
        while (!shutdown.IsCancellationRequested)
        {
            try
            {
                if (store.ReleaseOwners(Owner.IsGone) is var released and > 0)
                {
                    LogTakenUp(released);
                    signals.Work();
                }

                foreach (var id in store.Expire())
                {
                    signals.Changed(id);
                }
            }
            catch (Exception exception)
            {
                LogDefect(exception);
            }

            await Task.Delay(_tidy, time, shutdown).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Jobs} jobs of a service that is gone are taken up again.")]
    private partial void LogTakenUp(int jobs);

    [LoggerMessage(Level = LogLevel.Error, Message = "The work on a job met a defect of the service.")]
    private partial void LogDefect(Exception exception);
}
