using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using static BerthOpt.Api.SqliteJobs;

namespace BerthOpt.Api;

/// <summary>Jobs in one SQLite file (<c>docs/decisions/0020-jobs-in-sqlite.md</c>): what their owners do with them.</summary>
internal sealed partial class SqliteJobStore(IOptions<StoreOptions> options, TimeProvider time) : IJobStore, IDisposable
{
    private const int Queued = (int)JobStatus.Queued;
    private const int Running = (int)JobStatus.Running;

    private readonly StoreOptions _options = options.Value;
    private readonly SqliteJobs _jobs = new(options.Value.File, options.Value.Megabytes, CrashDrill.Parse(options.Value.Drill));

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    public Submission Submit(NewJob job) => _jobs.Write(JobWrites.Submit, durable: true, write =>
    {
        if (job.IdempotencyKey is { } key && ByKey(write, job.Tenant, key, job.BodyHash) is { } known)
        {
            return known;
        }

        var (all, own) = Rows(Command(write, "SELECT COUNT(*), COALESCE(SUM(tenant=$tenant), 0) FROM jobs WHERE status=$queued", ("$tenant", job.Tenant), ("$queued", Queued)), row => (row.GetInt64(0), row.GetInt64(1)))[0];
        if (all >= _options.Queue || own >= _options.QueueOfTenant)
        {
            return new Submission(all >= _options.Queue ? SubmissionVerdict.QueueFull : SubmissionVerdict.QuotaUsed);
        }

        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        Execute(
            write,
            """
            INSERT INTO jobs (id, tenant, kind, status, tags, key, body_hash, problem_hash, problem, options, created, findings, initial_plan, initial_hash, replanned_from)
            VALUES ($id, $tenant, $kind, $queued, $tags, $key, $body, $hash, $problem, $options, $now, $findings, $initial, $initialHash, $from)
            """,
            ("$id", id),
            ("$tenant", job.Tenant),
            ("$kind", job.Kind),
            ("$queued", Queued),
            ("$tags", JsonSerializer.Serialize(job.Tags)),
            ("$key", job.IdempotencyKey),
            ("$body", job.BodyHash),
            ("$hash", job.ProblemHash),
            ("$problem", job.Problem.ToArray()),
            ("$options", job.Options),
            ("$now", Now),
            ("$findings", JobRows.Text(new JobFindings { Warnings = job.Warnings })),
            ("$initial", job.InitialPlan),
            ("$initialHash", job.InitialPlanHash),
            ("$from", job.ReplannedFrom));
        AddEvent(write, id, "status", JobEvents.Status(JobStatus.Queued));
        foreach (var warning in job.Warnings)
        {
            AddEvent(write, id, "warning", JobEvents.Warning(warning));
        }

        return new Submission(SubmissionVerdict.Stored, Get(write, id));
    });

    public Job? Find(string tenant, string id) => _jobs.Read(read => Get(read, id) is { } job && job.Tenant == tenant ? job : null);

    public IReadOnlyList<Job> List(string tenant, string? tag, JobStatus? status, string? before, int most) => _jobs.Read(read => Rows(
        Command(
            read,
            $"""
            SELECT {JobRows.Columns} FROM jobs
            WHERE tenant=$tenant AND ($status IS NULL OR status=$status) AND ($before IS NULL OR id<$before)
                AND ($tag IS NULL OR EXISTS (SELECT 1 FROM json_each(tags) WHERE value=$tag))
            ORDER BY id DESC LIMIT $most
            """,
            ("$tenant", tenant),
            ("$status", (int?)status),
            ("$before", before),
            ("$tag", tag),
            ("$most", most)),
        JobRows.Job));

    public Submission? FindByKey(string tenant, string key, string bodyHash) => _jobs.Read(read => ByKey(read, tenant, key, bodyHash));

    public JobDocuments? Documents(string tenant, string id) => _jobs.Read(read => Rows(
        Command(read, $"SELECT {JobRows.Columns}, problem, plan FROM jobs WHERE id=$id AND tenant=$tenant AND problem IS NOT NULL", ("$id", id), ("$tenant", tenant)),
        row => new JobDocuments(JobRows.Job(row), JobRows.Bytes(row, JobRows.Count)!, JobRows.Bytes(row, JobRows.Count + 1))).SingleOrDefault());

    public IReadOnlyList<JobEvent> Events(string id, long after, int most) => _jobs.Read(read => Rows(
        Command(read, "SELECT number, at, type, data FROM events WHERE job=$id AND number>$after ORDER BY number LIMIT $most", ("$id", id), ("$after", after), ("$most", most)),
        JobRows.Event));

    public bool Stop(string tenant, string id) => _jobs.Write(JobWrites.Stop, durable: true, write =>
    {
        if (Get(write, id) is not { } job || job.Tenant != tenant)
        {
            return false;
        }

        if (job.Status == JobStatus.Queued)
        {
            var findings = job.Findings with { StopReason = Search.StopReason.Cancelled };
            Execute(
                write,
                "UPDATE jobs SET status=$stopped, finished=$now, version=version+1, fence=fence+1, findings=$findings WHERE id=$id",
                ("$stopped", (int)JobStatus.Stopped),
                ("$now", Now),
                ("$findings", JobRows.Text(findings)),
                ("$id", id));
            AddEvent(write, id, "done", JobEvents.Done(JobStatus.Stopped, findings));
        }
        else if (job.Status == JobStatus.Running)
        {
            Execute(write, "UPDATE jobs SET stop=1, version=version+1 WHERE id=$id", ("$id", id));
        }

        return true;
    });

    public bool Delete(string tenant, string id) => _jobs.Write(JobWrites.Delete, durable: true, write =>
    {
        if (Execute(write, "DELETE FROM jobs WHERE id=$id AND tenant=$tenant", ("$id", id), ("$tenant", tenant)) == 0)
        {
            return false;
        }

        Execute(write, "DELETE FROM events WHERE job=$id", ("$id", id));
        return true;
    });

    public (int Queued, int Running) Count() => _jobs.Read(read => Rows(
        Command(read, "SELECT COALESCE(SUM(status=$queued), 0), COALESCE(SUM(status=$running), 0) FROM jobs WHERE status<=$running", ("$queued", Queued), ("$running", Running)),
        row => (row.GetInt32(0), row.GetInt32(1)))[0]);

    public void Dispose() => _jobs.Dispose();

    private static Job? Get(SqliteConnection connection, string id) =>
        Rows(Command(connection, $"SELECT {JobRows.Columns} FROM jobs WHERE id=$id", ("$id", id)), JobRows.Job).SingleOrDefault();

    private static Submission? ByKey(SqliteConnection connection, string tenant, string key, string bodyHash) =>
        Rows(Command(connection, $"SELECT {JobRows.Columns}, body_hash FROM jobs WHERE tenant=$tenant AND key=$key", ("$tenant", tenant), ("$key", key)), row => (Job: JobRows.Job(row), BodyHash: row.GetString(JobRows.Count))) is not [var known] ? null
        : known.BodyHash == bodyHash ? new Submission(SubmissionVerdict.Known, known.Job)
        : new Submission(SubmissionVerdict.KeyTaken);

    private void AddEvent(SqliteConnection write, string id, string type, string data) => Execute(
        write,
        """
        UPDATE jobs SET last_event=last_event+1 WHERE id=$id;
        INSERT INTO events (job, number, at, type, data) SELECT id, last_event, $now, $type, $data FROM jobs WHERE id=$id
        """,
        ("$id", id),
        ("$now", Now),
        ("$type", type),
        ("$data", data));
}
