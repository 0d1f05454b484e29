using System.Buffers.Binary;
using System.Text;
using BerthOpt.Search;

namespace BerthOpt.Api;

/// <summary>
/// What is known of one claimed job, written down as it comes. Nothing that a worker says is believed that can be checked: every plan is
/// read and judged anew here, and a bound above the cost of a judged plan is a lie.
/// </summary>
internal sealed class JobLedger(ClaimedJob claim, OpenProblem problem, IJobStore store, JobSignals signals, JobMetrics metrics)
{
    private JobFindings _found = claim.Job.Findings;
    private long? _cost = claim.Plan is { } kept && problem.TryReadPlan(kept, out var plan, out _) ? plan.Cost : null;
    private long? _bound;
    private byte[]? _start = claim.Plan ?? claim.InitialPlan;

    /// <summary>Whether the job is somebody else's by now, or gone.</summary>
    public bool Lost { get; private set; }

    /// <summary>Whether there is a plan.</summary>
    public bool HasPlan => _cost is not null;

    /// <summary>The plan to start from: the best one so far, or the one that came with the job; null for none.</summary>
    public byte[]? Start => _start;

    /// <summary>Takes a plan; says why it refuses it, null when it does not.</summary>
    public JobFailure? TakePlan(ReadOnlyMemory<byte> payload, double seconds)
    {
        if (payload.Length < sizeof(long))
        {
            return Babble;
        }

        var stated = BinaryPrimitives.ReadInt64LittleEndian(payload.Span);
        if (!problem.TryReadPlan(payload[sizeof(long)..], out var plan, out _))
        {
            return new JobFailure(FailureCodes.PlanRefused, "A worker gave a plan that is not one of this problem.");
        }

        if (!plan.IsValid || plan.Cost != stated)
        {
            return new JobFailure(FailureCodes.PlanRefused, plan.IsValid ? "A worker gave a plan that costs something else than it said." : $"A worker gave a plan that breaks a rule ({plan.Faults[0].Code}).");
        }

        if (_cost is null || plan.Cost < _cost)
        {
            _cost = plan.Cost;
            _found = Priced(_found with { SolutionStatus = SolveStatus.Feasible, PlanHash = plan.Hash });
            _start = plan.Json();
            Keep(store.SavePlan(claim.Job.Id, claim.Fence, _found, _start, JobEvents.Incumbent(_found, seconds)));
        }

        return null;
    }

    /// <summary>Takes a bound on the way.</summary>
    public void TakeBound(long? bound, double seconds)
    {
        if (bound is { } value && !(value <= _bound) && !(value > _cost))
        {
            _bound = value;
            _found = Priced(_found);
            Keep(store.Tell(claim.Job.Id, claim.Fence, "bound", JobEvents.Bound(_found, seconds), _found));
        }
    }

    /// <summary>Forgets what cannot be checked, since the worker that said it went wrong.</summary>
    /// <param name="failure">What it did.</param>
    /// <param name="isTriedAgain">Whether another worker is to try, with other settings.</param>
    public void Warn(JobFailure failure, bool isTriedAgain)
    {
        metrics.Failed(claim.Job.Id, failure.Code);
        _bound = null;
        _found = Priced(_found with { BoundMethod = "none", Retries = _found.Retries + (isTriedAgain ? 1 : 0) });
        Keep(store.Tell(claim.Job.Id, claim.Fence, "warning", JobEvents.Warning(failure), _found));
    }

    /// <summary>Takes the end of a run; says why it refuses it, null when it does not.</summary>
    /// <param name="result">What the worker says.</param>
    /// <param name="stopped">Whether the owner has asked for the end.</param>
    public JobFailure? TakeEnd(WorkerResult result, bool stopped)
    {
        if ((result.Status == SolveStatus.Infeasible && HasPlan) || result.LowerBound > _cost || (result.Cost is not null && !HasPlan))
        {
            return new JobFailure(FailureCodes.SolverDefect, "The solver's result contradicts a plan that the checker accepts.");
        }

        _bound = result.LowerBound;
        var reason = result.StopReason == StopReason.Cancelled && !stopped ? StopReason.TimeLimit : result.StopReason;
        _found = Priced(_found with
        {
            SolutionStatus = !HasPlan ? result.Status : _cost == _bound ? SolveStatus.Optimal : SolveStatus.Feasible,
            StopReason = reason,
            BoundMethod = result.BoundMethod,
            Statistics = result.Statistics,
            Conflict = !HasPlan && result.Conflict is { } conflict && problem.IsConflict(Encoding.UTF8.GetBytes(conflict)) ? conflict : null,
        });
        Finish(reason == StopReason.Cancelled ? JobStatus.Stopped : JobStatus.Completed);
        return null;
    }

    /// <summary>Ends a job whose worker did not.</summary>
    public void EndWithout(StopReason reason)
    {
        _found = _found with { StopReason = reason };
        Finish(reason == StopReason.Cancelled ? JobStatus.Stopped : JobStatus.Completed);
    }

    /// <summary>Ends a job that no worker could finish.</summary>
    public void Fail(JobFailure failure)
    {
        _found = _found with { Failure = failure };
        Finish(JobStatus.Failed);
    }

    /// <summary>Goes on with the claim; says whether the owner wants the job to stop.</summary>
    public bool Renew()
    {
        var (holds, stop) = store.Renew(claim.Job.Id, claim.Fence);
        Lost |= !holds;
        return stop;
    }

    /// <summary>Gives the job back to be taken up again.</summary>
    public void Release()
    {
        store.Release(claim.Job.Id, claim.Fence);
        signals.Changed(claim.Job.Id);
    }

    private static JobFailure Babble => new(FailureCodes.WorkerBabbled, "A worker said something that makes no sense.");

    private void Finish(JobStatus status)
    {
        var kept = store.Finish(claim.Job.Id, claim.Fence, status, _found, JobEvents.Done(status, _found));
        if (kept)
        {
            metrics.Ended(claim.Job, status, _found);
        }

        Keep(kept);
    }

    private void Keep(bool kept)
    {
        Lost |= !kept;
        signals.Changed(claim.Job.Id);
    }

    private JobFindings Priced(JobFindings found) => found with
    {
        Cost = problem.CostOutside(_cost),
        LowerBound = problem.CostOutside(_bound),
        Gap = SolveResult<object>.GapOf(_cost, _bound) is { } gap && double.IsFinite(gap) ? gap : null,
    };
}
