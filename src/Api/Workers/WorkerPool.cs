using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>Gives out workers.</summary>
internal interface IWorkerPool
{
    /// <summary>Whether there is any worker at all, at work or free.</summary>
    bool IsWarm { get; }

    /// <summary>A warm worker, for one job, once one is free.</summary>
    Task<IWorker> Rent(CancellationToken cancellation);

    /// <summary>Takes back a worker whose run has ended well, or that was not needed; others are to be disposed of.</summary>
    ValueTask Return(IWorker worker);
}

/// <summary>
/// Keeps workers warm: one more than jobs may run at a time, so that nobody waits while one is replaced. A worker serves some jobs, then
/// it is replaced; one that went wrong at once.
/// </summary>
internal sealed partial class WorkerPool(IOptions<WorkerOptions> options, TimeProvider time, ILogger<WorkerPool> log) : BackgroundService, IWorkerPool
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    private readonly WorkerOptions _options = options.Value;

    // The one that came back last is the fastest: its code has run most often.
    private readonly ConcurrentStack<WorkerProcess> _free = new();
    private readonly SemaphoreSlim _count = new(0);
    private int _alive;

    public bool IsWarm => Volatile.Read(ref _alive) > 0;

    public async Task<IWorker> Rent(CancellationToken cancellation)
    {
        while (true)
        {
            await _count.WaitAsync(cancellation);
            if (_free.TryPop(out var worker) && worker.IsAlive)
            {
                return worker;
            }
        }
    }

    public ValueTask Return(IWorker worker)
    {
        var process = (WorkerProcess)worker;
        if (process.Served >= _options.JobsOfProcess || process.Bytes > ((long)_options.Megabytes << 20) / 2 || process.ProcessorTime.TotalSeconds > _options.ProcessorSeconds / 2.0)
        {
            return process.DisposeAsync();
        }

        Offer(process);
        return ValueTask.CompletedTask;
    }

    public override void Dispose()
    {
        base.Dispose();
        _count.Dispose();
    }

    /// <summary>The first worker first: it is what the first job waits for.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var keeping = Keep(first, stoppingToken);
        await Task.WhenAny(first.Task, keeping);
        await Task.WhenAll([keeping, .. Enumerable.Range(0, _options.Count).Select(_ => Keep(first, stoppingToken))]);
    }

    /// <summary>Sees to it that there is one worker, and after it the next.</summary>
    private async Task Keep(TaskCompletionSource started, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using var worker = await WorkerProcess.Start(_options, stopping);
                Interlocked.Increment(ref _alive);
                Offer(worker);
                started.TrySetResult();
                await worker.Ended.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                Interlocked.Decrement(ref _alive);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogNoWorker(exception);
                await Task.Delay(_pause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void Offer(WorkerProcess worker)
    {
        _free.Push(worker);
        _count.Release();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No worker could be started; jobs wait until one can.")]
    private partial void LogNoWorker(Exception exception);
}
