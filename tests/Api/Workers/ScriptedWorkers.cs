using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using BerthOpt.Api;
using BerthOpt.Search;

namespace BerthOpt.Tests.Api;

/// <summary>Workers that do what a test says: one script for each worker in turn, the last one for all others.</summary>
internal sealed class ScriptedWorkers(params Func<ScriptedWorker, SolveOrder, Task>[] scripts) : IWorkerPool
{
    private int _ordered = -1;
    private int _returned;
    private int _discarded;

    /// <summary>Orders as they came.</summary>
    public ConcurrentQueue<SolveOrder> Orders { get; } = [];

    /// <summary>How many came back in good order.</summary>
    public int Returned => _returned;

    /// <summary>How many were thrown away.</summary>
    public int Discarded => _discarded;

    public bool IsWarm => true;

    /// <summary>Before it, no worker is free; default at once.</summary>
    public Task Free { get; init; } = Task.CompletedTask;

    public async Task<IWorker> Rent(CancellationToken cancellation)
    {
        await Free.WaitAsync(cancellation);
        return new ScriptedWorker(this);
    }

    public ValueTask Return(IWorker worker)
    {
        if (((ScriptedWorker)worker).IsUsed)
        {
            Interlocked.Increment(ref _returned);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>What the next worker that is given anything to do does.</summary>
    public Func<ScriptedWorker, SolveOrder, Task> Next() => scripts[Math.Min(Interlocked.Increment(ref _ordered), scripts.Length - 1)];

    public void Discard() => Interlocked.Increment(ref _discarded);
}

/// <summary>One of them.</summary>
internal sealed class ScriptedWorker(ScriptedWorkers pool) : IWorker
{
    private readonly Channel<Frame> _said = Channel.CreateUnbounded<Frame>();

    /// <summary>Done once the service asks it to stop.</summary>
    public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once the service has killed it.</summary>
    public TaskCompletionSource Killed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether it was given anything to do.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>The document that it is to solve.</summary>
    public ReadOnlyMemory<byte> Document { get; private set; }

    public int? ExitCode => 134;

    /// <summary>One that never gets anywhere, and does as it is told.</summary>
    public static async Task Patient(ScriptedWorker worker, SolveOrder order)
    {
        await worker.Asked.Task;
        worker.Done(SolveStatus.Unknown, StopReason.Cancelled, null, null);
    }

    public void Say(FrameType type, ReadOnlySpan<byte> payload) => _said.Writer.TryWrite(new Frame(type, payload.ToArray()));

    public void Plan(long cost, byte[] plan)
    {
        var payload = new byte[sizeof(long) + plan.Length];
        BinaryPrimitives.WriteInt64LittleEndian(payload, cost);
        plan.CopyTo(payload, sizeof(long));
        Say(FrameType.Plan, payload);
    }

    public void Done(SolveStatus status, StopReason reason, long? cost, long? bound) =>
        Say(FrameType.Done, JsonSerializer.SerializeToUtf8Bytes(new WorkerResult(status, reason, cost, bound, "told", new SolveStatistics())));

    public void Failed(string code) => Say(FrameType.Failed, JsonSerializer.SerializeToUtf8Bytes(new WorkerFault(code, null)));

    public void Crash() => _said.Writer.TryComplete();

    public Task Send(FrameType type, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
    {
        if (type == FrameType.Stop)
        {
            Asked.TrySetResult();
        }
        else
        {
            var (order, document) = OrderPayload.Read<SolveOrder>(payload);
            pool.Orders.Enqueue(order);
            Document = document;
            IsUsed = true;
            _ = pool.Next()(this, order);
        }

        return Task.CompletedTask;
    }

    public async ValueTask<Frame?> Receive(CancellationToken cancellation) =>
        await _said.Reader.WaitToReadAsync(cancellation) && _said.Reader.TryRead(out var frame) ? frame : null;

    public void Kill()
    {
        Killed.TrySetResult();
        Crash();
    }

    public ValueTask DisposeAsync()
    {
        pool.Discard();
        Kill();
        return ValueTask.CompletedTask;
    }
}
