using System.Diagnostics;

namespace BerthOpt.Api;

/// <summary>A worker as the service sees it: messages in, messages out, and an end that can be forced.</summary>
internal interface IWorker : IAsyncDisposable
{
    /// <summary>Sends a message; one that cannot arrive any more is dropped, since reading will tell why.</summary>
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
    private readonly Process _process;

    private WorkerProcess(Process process) => _process = process;

    public int? ExitCode
    {
        get
        {
            // The pipe closes a moment before the process is gone.
            _process.WaitForExit(TimeSpan.FromSeconds(1));
            return _process.HasExited ? _process.ExitCode : null;
        }
    }

    /// <summary>Whether it can still take a job.</summary>
    public bool IsAlive => !_process.HasExited;

    /// <summary>Jobs that it has done.</summary>
    public int Served { get; set; }

    /// <summary>Memory that it holds.</summary>
    public long Bytes
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    /// <summary>Starts a worker, and waits until it is warm.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public static async Task<WorkerProcess> Start(WorkerOptions options, CancellationToken cancellation)
    {
        var process = Process.Start(WorkerLaunch.Of(options)) ?? throw new InvalidOperationException("No worker process was started.");
        var worker = new WorkerProcess(process);
        try
        {
            // Read, or the pipe fills; thrown away, since it may speak of the problem.
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return await worker.Receive(cancellation) is { Type: FrameType.Ready }
                ? worker
                : throw new InvalidOperationException($"A worker ended before it was ready (exit code {worker.ExitCode}).");
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    public async Task Send(FrameType type, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        try
        {
            await Frames.WriteAsync(_process.StandardInput.BaseStream, type, payload, cancellation);
        }
        catch (IOException)
        {
            // It has ended.
        }
    }

    public async ValueTask<Frame?> Receive(CancellationToken cancellation)
    {
        try
        {
            return await Frames.ReadAsync(_process.StandardOutput.BaseStream, cancellation);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
        catch (IOException)
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
        return ValueTask.CompletedTask;
    }
}
