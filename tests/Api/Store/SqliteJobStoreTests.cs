using BerthOpt.Api;
using BerthOpt.Search;
using BerthOpt.Tests.Cli;
using Microsoft.Extensions.Options;

namespace BerthOpt.Tests.Api;

public sealed class SqliteJobStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Clock _clock = new();
    private readonly SqliteJobStore _store;

    public SqliteJobStoreTests() => _store = Open();

    [Fact]
    public void A_claim_holds_until_its_lease_runs_out_and_then_its_writes_are_dropped()
    {
        var id = Submit();
        var first = _store.Claim("one")!;

        Assert.Null(_store.Claim("two"));
        _clock.Forward(10);
        Assert.True(_store.Renew(id, first.Fence).Holds);
        _clock.Forward(10);
        Assert.Null(_store.Claim("two"));
        _clock.Forward(10);
        var second = _store.Claim("two")!;

        Assert.Equal((id, 2), (second.Job.Id, second.Job.Attempts));
        Assert.False(_store.Renew(id, first.Fence).Holds);
        Assert.False(_store.SavePlan(id, first.Fence, new JobFindings(), [1], "{}"));
        Assert.False(_store.Finish(id, first.Fence, JobStatus.Completed, new JobFindings(), "{}"));
        Assert.Null(_store.Documents("t", id)!.Plan);
        Assert.True(_store.Finish(id, second.Fence, JobStatus.Completed, new JobFindings { Cost = 7 }, "{}"));
        Assert.Equal((JobStatus.Completed, 7m), (_store.Find("t", id)!.Status, _store.Find("t", id)!.Findings.Cost));
    }

    /// <summary>A clock that jumps must not have one service do a job twice.</summary>
    [Fact]
    public void A_lease_never_runs_out_for_its_own_holder()
    {
        Submit();
        _store.Claim("one");

        _clock.Forward(1_000_000);

        Assert.Null(_store.Claim("one"));
    }

    [Fact]
    public void Jobs_are_taken_up_in_the_order_in_which_they_came()
    {
        var ids = Enumerable.Range(0, 5).Select(_ =>
        {
            _clock.Forward(1);
            return Submit();
        }).ToList();

        Assert.Equal(ids, ids.Select(_ => _store.Claim("one")!.Job.Id));
    }

    [Fact]
    public void What_is_stored_is_there_when_the_store_is_opened_again()
    {
        var id = Submit();
        var claim = _store.Claim("gone")!;
        _store.SavePlan(id, claim.Fence, new JobFindings { PlanHash = "h", SolutionStatus = SolveStatus.Feasible }, [1, 2], "{}");
        _store.Dispose();

        using var again = Open();

        Assert.Equal(1, again.ReleaseOwners(owner => owner == "gone"));
        var taken = again.Claim("new")!;
        Assert.Equal(("h", SolveStatus.Feasible), (taken.Job.Findings.PlanHash, taken.Job.Findings.SolutionStatus));
        Assert.Equal([1, 2], taken.Plan);
        Assert.Equal(["status", "status", "incumbent", "status", "status"], again.Events(id, 0, 100).Select(happened => happened.Type));
    }

    [Fact]
    public void A_tenant_sees_its_own_jobs_alone()
    {
        var id = Submit();

        Assert.Null(_store.Find("other", id));
        Assert.Null(_store.Documents("other", id));
        Assert.False(_store.Stop("other", id));
        Assert.False(_store.Delete("other", id));
        Assert.Empty(_store.List("other", null, null, null, 10));
        Assert.NotNull(_store.Find("t", id));
    }

    [Fact]
    public void A_key_belongs_to_its_tenant()
    {
        var (first, again) = (_store.Submit(New("k")), _store.Submit(New("k")));

        Assert.Equal((SubmissionVerdict.Stored, SubmissionVerdict.Known), (first.Verdict, again.Verdict));
        Assert.Equal(first.Job!.Id, again.Job!.Id);
        Assert.Equal(SubmissionVerdict.KeyTaken, _store.Submit(New("k") with { BodyHash = "b" }).Verdict);
        Assert.Equal(SubmissionVerdict.Stored, _store.Submit(New("k") with { Tenant = "u" }).Verdict);
    }

    [Fact]
    public void Queue_and_quota_are_bounded()
    {
        Assert.Equal(SubmissionVerdict.Stored, _store.Submit(New()).Verdict);
        Assert.Equal(SubmissionVerdict.Stored, _store.Submit(New()).Verdict);
        Assert.Equal(SubmissionVerdict.QuotaUsed, _store.Submit(New()).Verdict);
        Assert.Equal(SubmissionVerdict.Stored, _store.Submit(New() with { Tenant = "u" }).Verdict);
        Assert.Equal(SubmissionVerdict.QueueFull, _store.Submit(New() with { Tenant = "v" }).Verdict);
        _store.Claim("one");
        Assert.Equal(SubmissionVerdict.Stored, _store.Submit(New() with { Tenant = "v" }).Verdict);
    }

    [Fact]
    public void Documents_expire_first_and_the_job_later()
    {
        var id = Submit();
        _clock.Forward(1);
        var waiting = Submit();
        _store.Finish(id, _store.Claim("one")!.Fence, JobStatus.Completed, new JobFindings(), "{}");

        _clock.Forward(3602);
        Assert.Equal([id, waiting], _store.Expire().Order(StringComparer.Ordinal));
        Assert.Equal(JobStatus.Expired, _store.Find("t", id)!.Status);
        Assert.Null(_store.Documents("t", id));
        Assert.Null(_store.Claim("one"));
        _clock.Forward(3700);
        Assert.Empty(_store.Expire());
        Assert.Null(_store.Find("t", id));
        Assert.Empty(_store.Events(id, 0, 10));
    }

    [Fact]
    public void A_job_that_waits_is_stopped_at_once_and_one_that_runs_is_asked()
    {
        var (first, second) = (Submit(), Submit());
        var claim = _store.Claim("one")!;
        var (running, waiting) = claim.Job.Id == first ? (first, second) : (second, first);

        Assert.True(_store.Stop("t", running) && _store.Stop("t", waiting));

        Assert.Equal(JobStatus.Stopped, _store.Find("t", waiting)!.Status);
        Assert.Equal((true, true), _store.Renew(running, claim.Fence));
        Assert.Null(_store.Claim("two"));
    }

    [Fact]
    public void A_full_disk_is_told_and_loses_nothing()
    {
        using var small = Open("small.db", new StoreOptions { File = _folder["small.db"], Megabytes = 16, Queue = 1000, QueueOfTenant = 1000 });
        var stored = new List<string>();
        var full = Assert.Throws<JobStoreException>(() =>
        {
            while (stored.Count < 100)
            {
                stored.Add(small.Submit(New() with { Problem = new byte[1 << 20] }).Job!.Id);
            }
        });

        Assert.True(full.Full);
        Assert.InRange(stored.Count, 10, 16);
        Assert.All(stored, id => Assert.NotNull(small.Documents("t", id)));
        Assert.True(small.Delete("t", stored[0]));
        Assert.Equal(SubmissionVerdict.Stored, small.Submit(New() with { Problem = new byte[1 << 19] }).Verdict);
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private static NewJob New(string? key = null) => new("t", "berths", ["tag"], "hash", new byte[] { 1 }, "{}", key, "a");

    private SqliteJobStore Open(string name = "jobs.db", StoreOptions? options = null) => new(
        Options.Create(options ?? new StoreOptions { File = _folder[name], Megabytes = 16, Queue = 3, QueueOfTenant = 2, KeepHours = 1, WaitHours = 1, LeaseSeconds = 15 }), _clock);

    private string Submit()
    {
        using var roomy = Open(options: new StoreOptions { File = _folder["jobs.db"], Megabytes = 16 });
        return roomy.Submit(New()).Job!.Id;
    }

    /// <summary>A clock that goes when it is told to.</summary>
    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 5, 1, 6, 0, 0, TimeSpan.Zero);

        public void Forward(int seconds) => _now = _now.AddSeconds(seconds);

        public override DateTimeOffset GetUtcNow() => _now;
    }
}
