using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>Gives out workers.</summary>
internal interface IWorkerPool
{
    /// <summary>A warm worker, for one job.</summary>
    /// <exception cref="InvalidOperationException">None can be started.</exception>
    Task<IWorker> Rent(CancellationToken cancellation);

    /// <summary>Takes back a worker whose run has ended well; others are to be disposed of.</summary>
    ValueTask Return(IWorker worker);
}

/// <summary>Keeps as many workers warm as jobs may run at a time. A worker serves some jobs, then it is replaced; one that went wrong at once.</summary>
internal sealed partial class WorkerPool(IOptions<WorkerOptions> options, ILogger<WorkerPool> log) : BackgroundService, IWorkerPool
{
    private readonly WorkerOptions _options = options.Value;
    private readonly ConcurrentStack<WorkerProcess> _idle = new();
    private bool _ended;

    public async Task<IWorker> Rent(CancellationToken cancellation)
    {
        while (_idle.TryPop(out var warm))
        {
            if (warm.IsAlive)
            {
                return warm;
            }

            await warm.DisposeAsync();
        }

        return await Start(cancellation);
    }

    public async ValueTask Return(IWorker worker)
    {
        var process = (WorkerProcess)worker;
        if (_ended || ++process.Served >= _options.JobsOfProcess || process.Bytes > ((long)_options.Megabytes << 20) / 2)
        {
            await process.DisposeAsync();
        }
        else
        {
            _idle.Push(process);
        }
    }

    /// <summary>Warms the first workers, so that the first jobs need not wait.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var count = 0; count < _options.Count && !stoppingToken.IsCancellationRequested; count++)
        {
            try
            {
                _idle.Push(await Start(stoppingToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogNoWorker(exception);
                return;
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _ended = true;
        await base.StopAsync(cancellationToken);
        while (_idle.TryPop(out var warm))
        {
            await warm.DisposeAsync();
        }
    }

    private async Task<WorkerProcess> Start(CancellationToken cancellation)
    {
        try
        {
            return await WorkerProcess.Start(_options, cancellation);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new InvalidOperationException("No worker process can be started.", exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No worker could be started; jobs will fail until one can.")]
    private partial void LogNoWorker(Exception exception);
}
