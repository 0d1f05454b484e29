namespace BerthOpt.Api;

/// <summary>The first run of any code is slow, here and in a worker: a small problem of each kind goes the whole way before a job has to.</summary>
internal static class WarmUp
{
    private const long Work = 20_000;
    private const double Seconds = 1;

    // Behind the last worker of a job: no drill goes wrong here.
    private const int NoAttempt = int.MaxValue;

    /// <summary>Has a worker solve a problem of each kind.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static async Task Run(IWorker worker, CancellationToken cancellation)
    {
        foreach (var kind in ProblemKinds.All)
        {
            using var document = new MemoryStream();
            kind.Demos[0].Write(document);
            if (kind.TryRead(document.ToArray(), out var problem, out _))
            {
                var order = new SolveOrder(kind.Name, Seconds, Work, Gap: 0, Target: null, Seed: 1, Threads: 1, Bounds: true, NoAttempt);
                await worker.Send(FrameType.Solve, OrderPayload.Of(order, problem.Utf8.Span), cancellation);
                await Listen(worker, problem, cancellation);
            }
        }
    }

    private static async Task Listen(IWorker worker, OpenProblem problem, CancellationToken cancellation)
    {
        while (await worker.Receive(cancellation) is { } frame)
        {
            switch (frame.Type)
            {
                case FrameType.Plan when problem.TryReadPlan(frame.Payload[sizeof(long)..], out var plan, out _) && plan.IsValid:
                    plan.Json();
                    break;
                case FrameType.Progress:
                    Messages.Read<WorkerProgress>(frame);
                    break;
                case FrameType.Done:
                    Messages.Read<WorkerResult>(frame);
                    return;
                default:
                    throw new InvalidOperationException($"A worker could not solve a problem of {problem.Kind.Name} that is there to be tried.");
            }
        }

        throw new InvalidOperationException($"A worker ended before it was warm (exit code {worker.ExitCode}).");
    }
}
