using static BerthOpt.Api.SqliteJobs;

namespace BerthOpt.Api;

/// <content>What those who work on jobs do with them.</content>
internal sealed partial class SqliteJobStore
{
    private long Lease => Now + (_options.LeaseSeconds * 1000L);

    public ClaimedJob? Claim(string owner) => _jobs.Write(JobWrites.Claim, durable: false, write =>
    {
        // A lease of our own never runs out for ourselves: who holds it is at work, whatever the clock did.
        var claimed = Rows(
            Command(
                write,
                $"""
                UPDATE jobs SET status=$running, owner=$owner, lease=$lease, fence=fence+1, attempts=attempts+1, version=version+1, started=COALESCE(started, $now)
                WHERE id=(SELECT id FROM jobs WHERE status=$queued OR (status=$running AND lease<$now AND owner<>$owner) ORDER BY id LIMIT 1)
                RETURNING {JobRows.Columns}, problem, plan, fence, initial_plan
                """,
                ("$running", Running),
                ("$queued", Queued),
                ("$owner", owner),
                ("$lease", Lease),
                ("$now", Now)),
            row => new ClaimedJob(JobRows.Job(row), JobRows.Bytes(row, JobRows.Count)!, JobRows.Bytes(row, JobRows.Count + 1), row.GetInt64(JobRows.Count + 2), JobRows.Bytes(row, JobRows.Count + 3))).SingleOrDefault();
        if (claimed is not null)
        {
            AddEvent(write, claimed.Job.Id, "status", JobEvents.Status(JobStatus.Running));
        }

        return claimed;
    });

    public (bool Holds, bool Stop) Renew(string id, long fence) => _jobs.Write(JobWrites.Renew, durable: false, write => Rows(
        Command(write, "UPDATE jobs SET lease=$lease WHERE id=$id AND fence=$fence AND status=$running RETURNING stop", ("$lease", Lease), ("$id", id), ("$fence", fence), ("$running", Running)),
        row => (true, row.GetInt32(0) != 0)).SingleOrDefault());

    public bool SavePlan(string id, long fence, JobFindings findings, byte[] plan, string eventData) =>
        Change(JobWrites.Plan, durable: false, id, fence, "plan=$plan, findings=$findings", "incumbent", eventData, ("$plan", plan), ("$findings", JobRows.Text(findings)));

    public bool Tell(string id, long fence, string type, string data, JobFindings? findings = null) => findings is null
        ? Change(JobWrites.Tell, durable: false, id, fence, "owner=owner", type, data)
        : Change(JobWrites.Tell, durable: false, id, fence, "findings=$findings", type, data, ("$findings", JobRows.Text(findings)));

    public bool Finish(string id, long fence, JobStatus status, JobFindings findings, string eventData) => Change(
        JobWrites.Finish,
        durable: true,
        id,
        fence,
        "status=$status, finished=$now, owner=NULL, lease=NULL, findings=$findings",
        "done",
        eventData,
        ("$status", (int)status),
        ("$now", Now),
        ("$findings", JobRows.Text(findings)));

    public void Release(string id, long fence) =>
        Change(JobWrites.Release, durable: false, id, fence, "status=$queued, owner=NULL, lease=NULL", "status", JobEvents.Status(JobStatus.Queued), ("$queued", Queued));

    public int ReleaseOwners(Func<string, bool> isGone) => _jobs.Write(JobWrites.Release, durable: true, write =>
    {
        var gone = Rows(Command(write, "SELECT id, owner FROM jobs WHERE status=$running", ("$running", Running)), row => (Id: row.GetString(0), Owner: row.GetString(1)))
            .Where(job => isGone(job.Owner)).ToList();
        foreach (var (id, _) in gone)
        {
            Execute(write, "UPDATE jobs SET status=$queued, owner=NULL, lease=NULL, fence=fence+1, version=version+1 WHERE id=$id", ("$queued", Queued), ("$id", id));
            AddEvent(write, id, "status", JobEvents.Status(JobStatus.Queued));
        }

        return gone.Count;
    });

    public IReadOnlyList<string> Expire() => _jobs.Write(JobWrites.Expire, durable: false, write =>
    {
        var (keep, wait) = (TimeSpan.FromHours(_options.KeepHours).TotalMilliseconds, TimeSpan.FromHours(_options.WaitHours).TotalMilliseconds);
        Execute(
            write,
            """
            DELETE FROM events WHERE job IN (SELECT id FROM jobs WHERE status>$running AND finished<$longGone);
            DELETE FROM jobs WHERE status>$running AND finished<$longGone
            """,
            ("$running", Running),
            ("$longGone", Now - (2 * keep)));
        var expired = Rows(
            Command(
                write,
                """
                UPDATE jobs SET status=$expired, finished=COALESCE(finished, $now), version=version+1, fence=fence+1, problem=NULL, plan=NULL, initial_plan=NULL
                WHERE (status=$queued AND created<$waited) OR (status>$running AND status<$expired AND finished<$gone) RETURNING id
                """,
                ("$expired", (int)JobStatus.Expired),
                ("$now", Now),
                ("$queued", Queued),
                ("$running", Running),
                ("$waited", Now - wait),
                ("$gone", Now - keep)),
            row => row.GetString(0));
        foreach (var id in expired)
        {
            AddEvent(write, id, "status", JobEvents.Status(JobStatus.Expired));
        }

        return expired;
    });

    private bool Change(string name, bool durable, string id, long fence, string set, string type, string data, params (string Name, object? Value)[] values) => _jobs.Write(name, durable, write =>
    {
        var changed = Execute(
            write,
            $"UPDATE jobs SET {set}, version=version+1 WHERE id=$id AND fence=$fence AND status=$running",
            [("$id", id), ("$fence", fence), ("$running", Running), .. values]);
        if (changed == 0)
        {
            return false;
        }

        AddEvent(write, id, type, data);
        return true;
    });
}
