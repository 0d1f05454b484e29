using System.Text;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>
/// One claimed job from here to its end. A worker that goes wrong is replaced by one with safer settings, then by one that only
/// searches; all of them together have the time that the job has, and a little grace after which they are killed. No other one is asked
/// for once that time is over.
/// </summary>
internal sealed class JobRun(OpenProblem problem, SolveSettings settings, JobLedger ledger, IWorkerPool pool, WorkerOptions options, TimeSpan lease, TimeProvider time)
{
    private const int MostAttempts = 3;
    private const double LeastSeconds = 0.5;

    // Of the grace, from the question to the end: what is left of the five seconds that are promised is for the store, on a busy machine too.
    private const double ShareToKill = 0.5;

    private static readonly JobFailure _noWorker = new(FailureCodes.NoWorker, "No worker came in time. The operator of the service finds more in its log.");

    private readonly TaskCompletionSource _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _began = time.GetTimestamp();
    private volatile bool _dropped;
    private volatile bool _hung;

    private double Seconds => time.GetElapsedTime(_began).TotalSeconds;

    private double Limit => (double)settings.TimeLimitSeconds;

    private double SecondsToAsk => Math.Max(0, Limit + options.GraceSeconds - Seconds);

    private double SecondsToKill => Math.Max(0, Limit + ((1 + ShareToKill) * options.GraceSeconds) - Seconds);

    private bool IsOver => _stop.Task.IsCompleted || (_hung && ledger.HasPlan);

    /// <summary>Has the job stopped; the best plan is kept.</summary>
    public void Stop() => _stop.TrySetResult();

    /// <summary>Has the worker killed; the job is gone.</summary>
    public void Drop()
    {
        _dropped = true;
        Stop();
    }

    /// <summary>Works on the job until it has ended, or <paramref name="shutdown"/> gives it back.</summary>
    /// <param name="first">A warm worker; it is given back, or ended.</param>
    /// <param name="shutdown">The service ends.</param>
    public async Task Run(IWorker first, CancellationToken shutdown)
    {
        var worker = first;
        for (var attempt = 0; ; attempt++)
        {
            var failure = worker is null ? _noWorker : await Attempt(worker, attempt, shutdown);
            if (failure is null || ledger.Lost || _dropped)
            {
                return;
            }

            if (shutdown.IsCancellationRequested)
            {
                ledger.Release();
                return;
            }

            var isLast = attempt + 1 == MostAttempts || failure.Code == FailureCodes.ProblemRefused || Seconds > Math.Max(Limit, LeastSeconds);
            ledger.Warn(failure, isTriedAgain: !isLast && !IsOver);
            if (IsOver)
            {
                ledger.EndWithout(_stop.Task.IsCompleted ? StopReason.Cancelled : StopReason.TimeLimit);
                return;
            }

            if (isLast)
            {
                ledger.Fail(failure);
                return;
            }

            worker = await Another(shutdown);
        }
    }

    /// <summary>Has a worker try; null when the job has ended, else what went wrong.</summary>
    private async Task<JobFailure?> Attempt(IWorker worker, int attempt, CancellationToken shutdown)
    {
        using var ended = new CancellationTokenSource();
        using var killing = shutdown.Register(worker.Kill);
        var watching = Task.CompletedTask;
        var isGood = false;
        try
        {
            // Whoever stopped or removed it between its claim and now could tell nobody but the store.
            Renew();
            if (ledger.Lost)
            {
                isGood = true;
                return null;
            }

            // The order first: whoever wants it stopped at once would else be heard before there is anything to stop.
            var ordering = worker.Send(FrameType.Solve, OrderPayload.Of(Order(attempt), problem.Utf8.Span), CancellationToken.None);
            watching = Task.WhenAll(Watch(worker, ended.Token), KeepLease(worker, ended.Token));
            await ordering;
            var failure = await Converse(worker);
            isGood = failure is null;
            return failure;
        }
        finally
        {
            await ended.CancelAsync();
            await watching;
            await (isGood ? pool.Return(worker) : worker.DisposeAsync());
        }
    }

    /// <summary>Another worker; null when none comes within the time.</summary>
    private async Task<IWorker?> Another(CancellationToken shutdown)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(SecondsToAsk), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, shutdown);
        try
        {
            return await pool.Rent(either.Token);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<JobFailure?> Converse(IWorker worker)
    {
        try
        {
            while (await worker.Receive(CancellationToken.None) is { } frame)
            {
                switch (frame.Type)
                {
                    case FrameType.Plan when ledger.TakePlan(frame.Payload, Seconds) is { } refusal:
                        return refusal;
                    case FrameType.Plan:
                        break;
                    case FrameType.Progress:
                        ledger.TakeBound(Messages.Read<WorkerProgress>(frame).LowerBound, Seconds);
                        break;
                    case FrameType.Done:
                        return ledger.TakeEnd(Messages.Read<WorkerResult>(frame), _stop.Task.IsCompleted);
                    case FrameType.Failed:
                        return Messages.Read<WorkerFault>(frame) is var fault && fault.Message is { } message
                            ? new JobFailure(fault.Code, message)
                            : new JobFailure(fault.Code, Messages.Explain(fault.Code));
                    default:
                        return new JobFailure(FailureCodes.WorkerBabbled, Messages.Explain(FailureCodes.WorkerBabbled));
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or System.Text.Json.JsonException)
        {
            return new JobFailure(FailureCodes.WorkerBabbled, Messages.Explain(FailureCodes.WorkerBabbled));
        }

        return _hung
            ? new JobFailure(FailureCodes.WorkerHung, Messages.Explain(FailureCodes.WorkerHung))
            : new JobFailure(FailureCodes.WorkerCrashed, $"{Messages.Explain(FailureCodes.WorkerCrashed)} (Exit code {worker.ExitCode}.)");
    }

    private SolveOrder Order(int attempt)
    {
        var options = settings.ToOptions(problem.CostScale);
        return new SolveOrder(
            problem.Kind.Name,
            attempt == 0 ? Limit : Math.Max(LeastSeconds, Limit - Seconds),
            options.WorkLimit,
            options.Gap,
            options.Target,
            unchecked(options.Seed + (ulong)attempt),
            attempt == 0 ? options.Threads : 1,
            options.Bounds && attempt < MostAttempts - 1,
            attempt,
            ledger.Start is { } start ? Encoding.UTF8.GetString(start) : null);
    }

    /// <summary>Asks the worker to stop when its owner or its time says so, and kills it when it does not.</summary>
    private async Task Watch(IWorker worker, CancellationToken ended)
    {
        try
        {
            await Task.WhenAny(_stop.Task, Delay(SecondsToAsk, ended));
            ended.ThrowIfCancellationRequested();
            if (!_dropped)
            {
                // Not waited for: one that hangs may not even read.
                _ = worker.Send(FrameType.Stop, ReadOnlyMemory<byte>.Empty, ended);
                await Delay(Math.Min(options.GraceSeconds, SecondsToKill), ended);
                _hung = true;
            }

            worker.Kill();
        }
        catch (OperationCanceledException)
        {
            // It has ended by itself.
        }
    }

    private async Task KeepLease(IWorker worker, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await Task.Delay(lease / 3, time, ended);
                Renew();
                if (ledger.Lost)
                {
                    worker.Kill();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // It has ended.
        }
    }

    private void Renew()
    {
        try
        {
            if (ledger.Renew())
            {
                Stop();
            }
        }
        catch (JobStoreException)
        {
            // The store is away for a moment; if for longer, the claim is lost, and the next write says so.
        }
    }

    private Task Delay(double seconds, CancellationToken ended) => Task.Delay(TimeSpan.FromSeconds(seconds), time, ended);
}
