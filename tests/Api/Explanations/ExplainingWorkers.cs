using System.Threading.Channels;
using BerthOpt.Api;

namespace BerthOpt.Tests.Api;

/// <summary>Workers that give one answer to every question.</summary>
internal sealed class ExplainingWorkers(byte[] answer) : IWorkerPool
{
    public bool IsWarm => true;

    public Task<IWorker> Rent(CancellationToken cancellation) => Task.FromResult<IWorker>(new Worker(answer));

    public ValueTask Return(IWorker worker) => worker.DisposeAsync();

    private sealed class Worker(byte[] answer) : IWorker
    {
        private readonly Channel<Frame> _said = Channel.CreateUnbounded<Frame>();

        public int? ExitCode => 0;

        public Task Send(FrameType type, ReadOnlyMemory<byte> payload, CancellationToken cancellation)
        {
            if (type == FrameType.Explain)
            {
                _said.Writer.TryWrite(new Frame(FrameType.Explanation, answer));
            }

            return Task.CompletedTask;
        }

        public async ValueTask<Frame?> Receive(CancellationToken cancellation) =>
            await _said.Reader.WaitToReadAsync(cancellation) && _said.Reader.TryRead(out var frame) ? frame : null;

        public void Kill() => _said.Writer.TryComplete();

        public ValueTask DisposeAsync()
        {
            Kill();
            return ValueTask.CompletedTask;
        }
    }
}
