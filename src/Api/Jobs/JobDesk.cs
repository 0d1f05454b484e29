namespace BerthOpt.Api;

/// <summary>What requests do with jobs: the store, and who must know of what was done to it. Nobody waits any more once the service is asked to end.</summary>
internal sealed class JobDesk(IJobStore store, JobSignals signals, JobEngine engine, JobMetrics metrics, IHostApplicationLifetime lifetime, TimeProvider time)
{
    public Submission Submit(NewJob job)
    {
        var submission = store.Submit(job);
        if (submission.Verdict == SubmissionVerdict.Stored)
        {
            signals.Work();
        }

        metrics.Submitted(job.Kind, submission.Verdict);
        return submission;
    }

    /// <summary>What was stored under a key before; null when nothing was.</summary>
    public Submission? Known(string tenant, string key, string bodyHash) => store.FindByKey(tenant, key, bodyHash);

    public Job? Find(string tenant, string id) => store.Find(tenant, id);

    public IReadOnlyList<Job> List(string tenant, string? tag, JobStatus? status, string? before, int most) => store.List(tenant, tag, status, before, most);

    public JobDocuments? Documents(string tenant, string id) => store.Documents(tenant, id);

    public IReadOnlyList<JobEvent> Events(string id, long after, int most) => store.Events(id, after, most);

    public bool Stop(string tenant, string id)
    {
        var found = store.Stop(tenant, id);
        engine.Stop(id);
        signals.Changed(id);
        return found;
    }

    public bool Delete(string tenant, string id)
    {
        if (!store.Delete(tenant, id))
        {
            return false;
        }

        engine.Drop(id);
        signals.Changed(id);
        return true;
    }

    /// <summary>Waits until the job has ended, at most for <paramref name="most"/>.</summary>
    public Task<Job> WaitForEnd(Job job, TimeSpan most, CancellationToken cancellation) => Wait(job, now => now.Status.IsFinal(), most, cancellation);

    /// <summary>Waits until the job is none that the caller knows, at most for <paramref name="most"/>.</summary>
    public Task<Job> WaitForChange(Job job, Func<Job, bool> isKnown, TimeSpan most, CancellationToken cancellation) => Wait(job, now => !isKnown(now) || now.Status.IsFinal(), most, cancellation);

    /// <summary>What happens to a job, as it happens, until its end or that of the service; null now and then when nothing does.</summary>
    public async IAsyncEnumerable<JobEvent?> Watch(Job job, long after, TimeSpan heartbeat, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        const int Page = 100;
        var quiet = time.GetTimestamp();
        while (true)
        {
            var next = signals.Next(job.Id);
            var now = Look(job);
            var events = now is null ? [] : store.Events(job.Id, after, Page);
            foreach (var happened in events)
            {
                after = happened.Number;
                quiet = time.GetTimestamp();
                yield return happened;
            }

            if (events.Count == Page)
            {
                continue;
            }

            if (now is null || now.Status.IsFinal())
            {
                yield break;
            }

            if (time.GetElapsedTime(quiet) >= heartbeat)
            {
                quiet = time.GetTimestamp();
                yield return null;
            }

            if (!await Next(next, heartbeat, cancellation))
            {
                yield break;
            }
        }
    }

    /// <summary>The job as it is now. Nothing happens any more to one that has ended: nobody is kept waiting for it.</summary>
    private Job? Look(Job job)
    {
        var now = store.Find(job.Tenant, job.Id);
        if (now is null || now.Status.IsFinal())
        {
            signals.Changed(job.Id);
        }

        return now;
    }

    /// <summary>Waits for the next change, at most for a moment; false when the service is to end, which would else wait for those who wait here.</summary>
    private async Task<bool> Next(Task next, TimeSpan most, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        try
        {
            await signals.Wait(next, most, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<Job> Wait(Job job, Func<Job, bool> isEnough, TimeSpan most, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (!isEnough(job))
        {
            var left = most - time.GetElapsedTime(began);
            if (left <= TimeSpan.Zero)
            {
                break;
            }

            var next = signals.Next(job.Id);
            if (Look(job) is not { } now)
            {
                break;
            }

            job = now;
            if (!isEnough(job) && !await Next(next, left, cancellation))
            {
                break;
            }
        }

        return job;
    }
}
