using System.IO.Pipelines;
using BerthOpt.Api;

namespace BerthOpt.Tests.Api;

/// <summary>Real workers, but in this process: the same messages through pipes in memory.</summary>
internal sealed class WorkersHere : IWorkerPool
{
    public bool IsWarm => true;

    public Task<IWorker> Rent(CancellationToken cancellation) => Task.FromResult<IWorker>(new WorkerHere());

    public ValueTask Return(IWorker worker) => worker.DisposeAsync();

    private sealed class WorkerHere : IWorker
    {
        // Without a threshold a message is written at once, and the next one is not written into it.
        private readonly Pipe _in = new(new PipeOptions(pauseWriterThreshold: 0));
        private readonly Pipe _out = new();
        private readonly Stream _orders;
        private readonly Stream _answers;

        public WorkerHere()
        {
            (_orders, _answers) = (_in.Writer.AsStream(), _out.Reader.AsStream());
            _ = new WorkerProgram(_in.Reader.AsStream(), _out.Writer.AsStream(), Drill.Parse(null)).Serve();
        }

        public int? ExitCode => null;

        public async Task Send(FrameType type, ReadOnlyMemory<byte> payload, CancellationToken cancellation) => await Frames.WriteAsync(_orders, type, payload, cancellation);

        public ValueTask<Frame?> Receive(CancellationToken cancellation) => Frames.ReadAsync(_answers, cancellation);

        public void Kill() => _out.Writer.Complete();

        public ValueTask DisposeAsync()
        {
            _in.Writer.Complete();
            return ValueTask.CompletedTask;
        }
    }
}
