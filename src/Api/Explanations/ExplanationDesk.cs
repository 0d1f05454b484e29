using System.Text;
using Microsoft.Extensions.Options;

namespace BerthOpt.Api;

/// <summary>
/// Has plans explained by a worker, one at a time, so that jobs keep the other workers: a question is asked to stop when its time is over, and answered with
/// what it has; a worker that does not stop is killed. What a worker says is not believed where it can be checked.
/// </summary>
internal sealed class ExplanationDesk(IWorkerPool pool, IOptions<WorkerOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>Seconds that a question may wait for its turn.</summary>
    public const int MaxSeconds = 30;

    private static readonly TimeSpan _most = TimeSpan.FromSeconds(MaxSeconds);

    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Explains a plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="item">Id of what to explain; null for all.</param>
    /// <param name="cancellation">The caller has gone.</param>
    /// <returns>The document, or why there is none; neither when others take too long before.</returns>
    public async Task<(byte[]? Document, JobFailure? Failure)> Explain(OpenProblem problem, JudgedPlan plan, string? item, CancellationToken cancellation)
    {
        if (!await _turn.WaitAsync(_most, cancellation))
        {
            return default;
        }

        try
        {
            using var patience = new CancellationTokenSource(_most, time);
            using var leaving = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
            var question = OrderPayload.Of(new ExplainOrder(problem.Kind.Name, Encoding.UTF8.GetString(plan.Json()), item), problem.Utf8.Span);
            return await Ask(await pool.Rent(leaving.Token), question, plan, cancellation);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return default;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<(byte[]? Document, JobFailure? Failure)> Ask(IWorker worker, byte[] question, JudgedPlan plan, CancellationToken cancellation)
    {
        using var ended = new CancellationTokenSource();
        var watching = Watch(worker, ended.Token, cancellation);
        var isGood = false;
        try
        {
            await worker.Send(FrameType.Explain, question, CancellationToken.None);
            var frame = await worker.Receive(CancellationToken.None);
            isGood = frame is { Type: FrameType.Explanation } said && plan.IsExplainedBy(said.Payload.Span);
            return frame switch
            {
                { Type: FrameType.Explanation } answer => isGood ? (answer.Payload.ToArray(), null) : (null, Failure(FailureCodes.PlanRefused)),
                { Type: FrameType.Failed } fault => (null, Failure(Messages.Read<WorkerFault>(fault).Code)),
                null => (null, Failure(FailureCodes.WorkerCrashed)),
                _ => (null, Failure(FailureCodes.WorkerBabbled)),
            };
        }
        catch (Exception exception) when (exception is InvalidDataException or System.Text.Json.JsonException)
        {
            return (null, Failure(FailureCodes.WorkerBabbled));
        }
        finally
        {
            await ended.CancelAsync();
            await watching;
            await (isGood ? pool.Return(worker) : worker.DisposeAsync());
        }
    }

    private async Task Watch(IWorker worker, CancellationToken ended, CancellationToken cancellation)
    {
        try
        {
            using (var over = CancellationTokenSource.CreateLinkedTokenSource(ended, cancellation))
            {
                await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(options.Value.ExplainSeconds), time, over.Token));
            }

            ended.ThrowIfCancellationRequested();
            await worker.Send(FrameType.Stop, ReadOnlyMemory<byte>.Empty, ended);
            await Task.Delay(TimeSpan.FromSeconds(options.Value.GraceSeconds + (options.Value.ExplainSeconds / 2)), time, ended);
            worker.Kill();
        }
        catch (OperationCanceledException)
        {
            // It has answered.
        }
    }

    private static JobFailure Failure(string code) => new(code, Messages.Explain(code));
}
