using System.Collections.Concurrent;

namespace BerthOpt.Api;

/// <summary>
/// Wakes those who wait for a change, within this process. Whoever waits also looks by himself now and then, since another process may
/// have made the change.
/// </summary>
internal sealed class JobSignals(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new();
    private readonly SemaphoreSlim _work = new(0);

    /// <summary>The next change of a job; ask for it before looking at the job, or the change may slip through.</summary>
    public Task Next(string id) => _waiting.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>That a job has changed.</summary>
    public void Changed(string id)
    {
        if (_waiting.TryRemove(id, out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    /// <summary>Waits for the next change, at most for a moment.</summary>
    public async Task Wait(Task next, TimeSpan most, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(next, Task.Delay(most < _look ? most : _look, time, timer.Token));
        await timer.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>That a job waits for a worker.</summary>
    public void Work() => _work.Release();

    /// <summary>Waits until a job may wait for a worker.</summary>
    public Task WaitForWork(CancellationToken cancellation) => _work.WaitAsync(_look, cancellation);

    public void Dispose() => _work.Dispose();
}
