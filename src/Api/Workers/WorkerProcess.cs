using System.Diagnostics;

namespace BerthOpt.Api;

/// <summary>A worker as the service sees it: messages in, messages out, and an end that can be forced.</summary>
internal interface IWorker : IAsyncDisposable
{
    /// <summary>Sends a message; one that cannot arrive any more is dropped, since reading will tell why. Messages arrive in the order of the calls.</summary>
    Task Send(FrameType type, ReadOnlyMemory<byte> payload, CancellationToken cancellation);

    /// <summary>The next message; null when the worker has ended.</summary>
    ValueTask<Frame?> Receive(CancellationToken cancellation);

    /// <summary>Ends it now.</summary>
    void Kill();

    /// <summary>What its end looked like: an exit code, or null while it lives.</summary>
    int? ExitCode { get; }
}

/// <summary>A worker in a process of its own.</summary>
internal sealed class WorkerProcess : IWorker
{
    private static readonly TimeSpan _longestStart = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int? _exitCode;

    private WorkerProcess(Process process) => _process = process;

    /// <summary>Done once it has ended, or was disposed of.</summary>
    public Task Ended => _ended.Task;

    public int? ExitCode
    {
        get
        {
            // The pipe closes a moment before the process is gone.
            Ended.Wait(TimeSpan.FromSeconds(1));
            return _exitCode;
        }
    }

    /// <summary>Whether it can still take a job.</summary>
    public bool IsAlive => !Ended.IsCompleted;

    /// <summary>Jobs that it was given.</summary>
    public int Served { get; private set; }

    /// <summary>Memory that it holds.</summary>
    public long Bytes => Look(process => process.WorkingSet64);

    /// <summary>Time of processors that it has taken.</summary>
    public TimeSpan ProcessorTime => Look(process => process.TotalProcessorTime);

    /// <summary>Starts a worker, and waits until it is warm.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">There can be no process.</exception>
    public static async Task<WorkerProcess> Start(WorkerOptions options, CancellationToken cancellation)
    {
        var process = Process.Start(WorkerLaunch.Of(options)) ?? throw new InvalidOperationException("No worker process was started.");
        var worker = new WorkerProcess(process);
        try
        {
            process.Exited += (_, _) => worker.OnExited();
            process.EnableRaisingEvents = true;

            // Read, or the pipe fills; thrown away, since it may speak of the problem.
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limited.CancelAfter(_longestStart);
            if (await worker.Receive(limited.Token) is not { Type: FrameType.Ready })
            {
                throw new InvalidOperationException($"A worker ended before it was ready (exit code {worker.ExitCode}).");
            }

            await WarmUp.Run(worker, limited.Token);
            worker.Served = 0;
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    public async Task Send(FrameType type, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        Served += type == FrameType.Stop ? 0 : 1;
        await _sending.WaitAsync(cancellation);
        try
        {
            await Frames.WriteAsync(_process.StandardInput.BaseStream, type, payload, CancellationToken.None);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // It has ended.
        }
        finally
        {
            _sending.Release();
        }
    }

    public async ValueTask<Frame?> Receive(CancellationToken cancellation)
    {
        try
        {
            return await Frames.ReadAsync(_process.StandardOutput.BaseStream, cancellation);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            return null;
        }
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: false);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }

    public ValueTask DisposeAsync()
    {
        Kill();
        _process.Dispose();
        _ended.TrySetResult();
        return ValueTask.CompletedTask;
    }

    /// <summary>What the system says of it; nothing of one that has ended.</summary>
    private T? Look<T>(Func<Process, T> at)
    {
        try
        {
            _process.Refresh();
            return at(_process);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return default;
        }
    }

    private void OnExited()
    {
        try
        {
            _exitCode = _process.ExitCode;
        }
        catch (InvalidOperationException)
        {
            // It was disposed of.
        }

        _ended.TrySetResult();
    }
}
