using System.Diagnostics;
using System.Text;
using System.Text.Json;
using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>
/// The worker: solves what comes in on its input, one problem after the other, and ends when its input ends, which it does when the
/// service is gone, however that came about.
/// </summary>
internal sealed class WorkerProgram(Stream input, Stream output, Drill drill)
{
    /// <summary>The first argument that makes the program a worker.</summary>
    public const string Verb = "worker";

    private readonly Lock _writing = new();

    /// <summary>Runs a worker on the process's own pipes.</summary>
    public static async Task<int> Start(string[] args)
    {
        // What native libraries and careless code print must not end up between messages.
        var output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        await new WorkerProgram(Console.OpenStandardInput(), output, Drill.Parse(args.Skip(1).FirstOrDefault())).Run();

        // Solver threads, native ones too, may still be at work; nobody waits for them.
        Process.GetCurrentProcess().Kill();
        return 0;
    }

    /// <summary>Says that it is there, and works until the input ends.</summary>
    public Task Run()
    {
        Say(FrameType.Ready, []);
        return Serve();
    }

    /// <summary>Works until the input ends.</summary>
    public async Task Serve()
    {
        using var stop = new StopSwitch();
        while (await Frames.ReadAsync(input, CancellationToken.None) is { } frame)
        {
            switch (frame.Type)
            {
                case FrameType.Solve:
                    var token = stop.Renew();
                    var (order, document) = OrderPayload.Read<SolveOrder>(frame.Payload);
                    Begin(() => Solve(order, document, token));
                    break;
                case FrameType.Explain:
                    var stopped = stop.Renew();
                    var (question, problem) = OrderPayload.Read<ExplainOrder>(frame.Payload);
                    Begin(() => Explain(question, problem, stopped));
                    break;
                case FrameType.Stop:
                    stop.Press();
                    break;
                default:
                    throw new InvalidDataException($"A worker takes no message of type {frame.Type}.");
            }
        }
    }

    private void Solve(SolveOrder order, ReadOnlyMemory<byte> document, CancellationToken stop)
    {
        try
        {
            drill.Before(order.Attempt, order.Seed);
            var problem = Read(order.Kind, document);
            JudgedPlan? start = null;
            if (order.InitialPlan is { } plan && !problem.TryReadPlan(Encoding.UTF8.GetBytes(plan), out start, out _))
            {
                throw new InvalidDataException($"A plan of {order.Kind} cannot be read.");
            }

            var plans = new PlanStream(this, drill, order);
            var result = problem.Solve(start, order.ToOptions(), plans.Report, stop);
            if (result.Plan is { } best)
            {
                plans.Send(best, result.Cost!.Value);
            }

            var conflict = result.Status == SolveStatus.Infeasible ? problem.Conflict(stop) : null;
            Say(FrameType.Done, Json(new WorkerResult(result.Status, result.StopReason, result.Cost, result.LowerBound, result.BoundMethod, result.Statistics, conflict is null ? null : Encoding.UTF8.GetString(conflict))));
        }
        catch (Exception exception)
        {
            Say(FrameType.Failed, Json(FaultOf(exception)));
        }
    }

    private void Explain(ExplainOrder order, ReadOnlyMemory<byte> document, CancellationToken stop)
    {
        try
        {
            drill.Before(0);
            Say(FrameType.Explanation, Read(order.Kind, document).TryReadPlan(Encoding.UTF8.GetBytes(order.Plan), out var plan, out _)
                ? plan.Explain(order.Item, stop)
                : throw new InvalidDataException($"A plan of {order.Kind} cannot be read."));
        }
        catch (Exception exception)
        {
            Say(FrameType.Failed, Json(FaultOf(exception)));
        }
    }

    private static OpenProblem Read(string name, ReadOnlyMemory<byte> document) => ProblemKinds.Find(name) is { } kind && kind.TryRead(document, out var problem, out _)
        ? problem
        : throw new InvalidDataException($"A problem of {name} cannot be read.");

    private static void Begin(Action work) => _ = Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static WorkerFault FaultOf(Exception exception) => exception switch
    {
        InvalidInputException input => new WorkerFault(FailureCodes.ProblemRefused, $"{input.Faults[0]}"),
        OperationCanceledException => new WorkerFault(FailureCodes.WorkerHung, "The time for an answer was over. Maybe ask for one call."),
        OutOfMemoryException => new WorkerFault(FailureCodes.OutOfMemory, null),
        PlanRefusedException => new WorkerFault(FailureCodes.PlanRefused, null),
        AggregateException { InnerException: { } inner } => FaultOf(inner),
        _ => new WorkerFault(FailureCodes.SolverDefect, $"The solver met a defect of its own ({exception.GetType().Name})."),
    };

    internal void Say(FrameType type, ReadOnlySpan<byte> payload)
    {
        lock (_writing)
        {
            Frames.Write(output, type, payload);
        }
    }

    internal static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value);

    /// <summary>Stops the run at hand.</summary>
    private sealed class StopSwitch : IDisposable
    {
        private CancellationTokenSource _source = new();

        public CancellationToken Renew()
        {
            _source.Dispose();
            _source = new CancellationTokenSource();
            return _source.Token;
        }

        public void Press() => _source.Cancel();

        public void Dispose() => _source.Dispose();
    }
}
