using System.Buffers.Binary;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>Sends plans and bounds of a run as they come, but not more of them than are of use: pauses grow with the length of the run.</summary>
internal sealed class PlanStream(WorkerProgram worker, Drill drill, SolveOrder order)
{
    private const double LeastPause = 0.05;
    private const double PartOfRun = 0.02;

    private double _last = double.NegativeInfinity;
    private string _sent = "";
    private long? _cost;
    private long? _bound;

    /// <summary>Told by the solver between its epochs.</summary>
    public void Report(SolveProgress now, JudgedPlan? plan)
    {
        if ((now.Cost == _cost && now.LowerBound == _bound) || now.Seconds - _last < Math.Max(LeastPause, PartOfRun * now.Seconds))
        {
            return;
        }

        _last = now.Seconds;
        if (now.LowerBound != _bound)
        {
            _bound = now.LowerBound;
            worker.Say(FrameType.Progress, WorkerProgram.Json(new WorkerProgress(now.Cost, now.LowerBound, now.Seconds)));
        }

        if (now.Cost != _cost && plan is not null && now.Cost is { } cost)
        {
            Send(plan, cost);
        }
    }

    /// <summary>Sends a plan, unless it was the last one that was sent.</summary>
    public void Send(JudgedPlan plan, long cost)
    {
        if (plan.Hash == _sent)
        {
            return;
        }

        (_sent, _cost) = (plan.Hash, cost);
        var document = plan.Json();
        var payload = new byte[sizeof(long) + document.Length];
        BinaryPrimitives.WriteInt64LittleEndian(payload, drill.Stated(cost, order.Attempt, order.Seed));
        document.CopyTo(payload, sizeof(long));
        worker.Say(FrameType.Plan, payload);
    }
}
