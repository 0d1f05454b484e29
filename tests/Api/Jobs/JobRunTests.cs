using System.Text;
using System.Text.Json;
using BerthOpt.Api;
using BerthOpt.Berths;
using BerthOpt.Search;
using BerthOpt.Tests.Cli;
using Microsoft.Extensions.Options;

namespace BerthOpt.Tests.Api;

/// <summary>Whatever a worker does, the job ends with a plan that the checker accepts, or with a failure that has a name.</summary>
public sealed class JobRunTests
{
    private static readonly SolveResult<BerthPlan> _solved = BerthSolver.Solve(ApiHost.Week, new SolverOptions { WorkLimit = 20_000, TimeLimit = null });

    private static (string, string)[] Impatient => [("Workers:GraceSeconds", "0.1"), ("Workers:Count", "1")];

    [Fact]
    public async Task A_plan_is_kept_when_its_worker_crashes_behind_it()
    {
        var workers = new ScriptedWorkers(
            (worker, _) => Do(() =>
            {
                worker.Plan(_solved.Cost!.Value, Document(_solved.Plan!));
                worker.Crash();
            }),
            (worker, _) => Do(() => worker.Done(SolveStatus.Unknown, StopReason.WorkLimit, null, null)));

        var job = await Solve(workers);

        Assert.Equal(("completed", "feasible", _solved.Plan!.Hash), (Text(job, "status"), Text(job, "solutionStatus"), Text(job, "planHash")));
        Assert.Equal(_solved.Cost, job.GetProperty("totalCost").GetInt64());
        Assert.Equal((1, 1), (workers.Discarded, workers.Returned));
        Assert.Equal(2, job.GetProperty("attempts").GetInt32());
    }

    [Fact]
    public async Task After_a_crash_settings_are_safer_and_then_nothing_but_search_runs()
    {
        var workers = new ScriptedWorkers((worker, _) => Do(worker.Crash));

        var job = await Solve(workers);

        Assert.Equal(("failed", "worker-crashed"), (Text(job, "status"), Text(job.GetProperty("failure"), "code")));
        Assert.Equal([true, true, false], workers.Orders.Select(order => order.Bounds));
        Assert.Equal([1UL, 2UL, 3UL], workers.Orders.Select(order => order.Seed));
        Assert.Equal([1, 1], workers.Orders.Skip(1).Select(order => order.Threads));
        Assert.Equal((3, 0), (workers.Discarded, workers.Returned));
        Assert.Equal(3, job.GetProperty("attempts").GetInt32());
    }

    [Fact]
    public async Task A_worker_that_hangs_is_asked_and_then_killed()
    {
        ScriptedWorker? hung = null;
        var workers = new ScriptedWorkers((worker, _) => Do(() => hung = worker));

        var job = await Solve(workers, """{"timeLimitSeconds":0.2}""");

        Assert.True(hung!.Asked.Task.IsCompleted);
        Assert.Equal(("failed", "worker-hung"), (Text(job, "status"), Text(job.GetProperty("failure"), "code")));
    }

    [Fact]
    public async Task A_worker_that_hangs_behind_a_plan_leaves_the_plan()
    {
        var workers = new ScriptedWorkers((worker, _) => Do(() => worker.Plan(_solved.Cost!.Value, Document(_solved.Plan!))));

        var job = await Solve(workers, """{"timeLimitSeconds":0.2}""");

        Assert.Equal(("completed", "time-limit", _solved.Plan!.Hash), (Text(job, "status"), Text(job, "stopReason"), Text(job, "planHash")));
    }

    [Fact]
    public async Task A_plan_that_costs_something_else_than_said_is_refused()
    {
        var workers = new ScriptedWorkers((worker, _) => Do(() => worker.Plan(_solved.Cost!.Value - 1, Document(_solved.Plan!))));

        AssertRefused(await Solve(workers), "plan-refused");
    }

    /// <summary>Each change breaks a rule or the cost: no such plan is stored.</summary>
    [Fact]
    public void Planted_bad_plans_are_all_caught_before_they_are_stored()
    {
        var plans = Enumerable.Range(0, 40).Select(seed => Spoiled(new Rng((ulong)seed))).ToList();
        foreach (var plan in plans)
        {
            var check = BerthChecker.Check(ApiHost.Week, plan);
            var ledger = new Ledger();
            Assert.Equal(check.IsValid, ledger.Take(check.Cost.Total, Document(plan)) is null);
            Assert.Equal(check.IsValid, ledger.Stored);
        }

        Assert.InRange(plans.Count(plan => !BerthChecker.Check(ApiHost.Week, plan).IsValid), 30, 40);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("\u0000\u0001")]
    public async Task Babble_is_refused(string said)
    {
        var workers = new ScriptedWorkers((worker, _) => Do(() => worker.Say(FrameType.Done, Encoding.UTF8.GetBytes(said))));

        AssertRefused(await Solve(workers), "worker-babbled");
    }

    [Fact]
    public async Task A_bound_above_a_plan_that_the_checker_accepts_is_a_lie()
    {
        var workers = new ScriptedWorkers((worker, _) => Do(() =>
        {
            worker.Plan(_solved.Cost!.Value, Document(_solved.Plan!));
            worker.Done(SolveStatus.Optimal, StopReason.Proven, _solved.Cost, _solved.Cost + 1);
        }));

        var job = await Solve(workers);

        Assert.Equal(("failed", "solver-defect"), (Text(job, "status"), Text(job.GetProperty("failure"), "code")));
        Assert.Equal(_solved.Plan!.Hash, Text(job, "planHash"));
        Assert.Equal(JsonValueKind.Null, job.GetProperty("lowerBound").ValueKind);
    }

    [Fact]
    public async Task Who_says_infeasible_beside_a_plan_is_not_believed()
    {
        var workers = new ScriptedWorkers((worker, _) => Do(() =>
        {
            worker.Plan(_solved.Cost!.Value, Document(_solved.Plan!));
            worker.Done(SolveStatus.Infeasible, StopReason.Proven, null, null);
        }));

        Assert.Equal("feasible", Text(await Solve(workers), "solutionStatus"));
    }

    [Fact]
    public async Task A_problem_that_the_solver_refuses_is_not_tried_again()
    {
        var workers = new ScriptedWorkers((worker, _) => Do(() => worker.Failed("problem-refused")));

        AssertRefused(await Solve(workers), "problem-refused");
        Assert.Single(workers.Orders);
    }

    /// <summary>Between the claim of a job and the beginning of its run nobody but the store hears of a stop.</summary>
    [Fact]
    public async Task A_stop_right_behind_the_claim_is_heard_before_the_lease_is_renewed()
    {
        using var folder = new TemporaryFolder();
        using var inner = new SqliteJobStore(Options.Create(new StoreOptions { File = folder["jobs.db"] }), TimeProvider.System);
        var store = System.Reflection.DispatchProxy.Create<IJobStore, StopAtClaim>();
        ((StopAtClaim)(object)store).Inner = inner;
        using var host = new ApiHost(new ScriptedWorkers(ScriptedWorker.Patient), store, settings: [("Jobs:LeaseSeconds", "3600")]);

        Assert.Equal("stopped", Text((await host.Solve(ApiHost.SolveBody(ApiHost.Week))).Json, "status"));
    }

    private static void AssertRefused(JsonElement job, string code)
    {
        Assert.Equal(("failed", code), (Text(job, "status"), Text(job.GetProperty("failure"), "code")));
        Assert.Equal(JsonValueKind.Null, job.GetProperty("planHash").ValueKind);
    }

    private static async Task<JsonElement> Solve(ScriptedWorkers workers, string options = """{"timeLimitSeconds":30}""")
    {
        using var host = new ApiHost(workers, settings: Impatient);
        return (await host.Solve(ApiHost.SolveBody(ApiHost.Week, options))).Json;
    }

    /// <summary>At once: what a worker says must lie ready before any time runs out.</summary>
    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    private static byte[] Document(BerthPlan plan)
    {
        using var stream = new MemoryStream();
        BerthPlanDocument.Write(ApiHost.Week, plan, null, stream);
        return stream.ToArray();
    }

    /// <summary>The plan with one stay moved in space or time, made longer, or exchanged with another.</summary>
    private static BerthPlan Spoiled(Rng rng)
    {
        var stays = _solved.Plan!.Assignments.ToArray();
        var call = rng.Next(stays.Length);
        var stay = stays[call]!.Value;
        stays[call] = rng.Next(4) switch
        {
            0 => stay with { Position = stay.Position + 1 + rng.Next(40) },
            1 => stay with { Start = stay.Start - 1 - rng.Next(20), End = stay.End - 1 },
            2 => stay with { End = stay.End + 1 + rng.Next(5) },
            _ => stays[(call + 1) % stays.Length],
        };
        return new BerthPlan(stays);
    }

    /// <summary>A ledger on a store that remembers whether a plan came.</summary>
    private sealed class Ledger
    {
        private readonly JobLedger _ledger;
        private readonly PlanStore _store;

        public Ledger()
        {
            _store = (PlanStore)System.Reflection.DispatchProxy.Create<IJobStore, PlanStore>();
            Assert.True(new BerthKind().TryRead(Tests.Berths.BerthDocumentTests.Bytes(ApiHost.Week), out var problem, out _));
            var job = new Job { Id = "1", Tenant = "local", Kind = "berths", Status = JobStatus.Running, Tags = [], ProblemHash = "", Options = "{}", Created = default };
            _ledger = new JobLedger(new ClaimedJob(job, [], null, 1), problem, (IJobStore)(object)_store, new JobSignals(TimeProvider.System), new JobMetrics(new Meters(), (IJobStore)(object)_store, Microsoft.Extensions.Logging.Abstractions.NullLogger<JobMetrics>.Instance));
        }

        public bool Stored => _store.Stored;

        public JobFailure? Take(long cost, byte[] plan) => _ledger.TakePlan((byte[])[.. BitConverter.GetBytes(cost), .. plan], 0);
    }

    private sealed class Meters : System.Diagnostics.Metrics.IMeterFactory
    {
        public System.Diagnostics.Metrics.Meter Create(System.Diagnostics.Metrics.MeterOptions options) => new(options);

        public void Dispose()
        {
        }
    }

    internal class StopAtClaim : System.Reflection.DispatchProxy
    {
        public IJobStore Inner { get; set; } = null!;

        protected override object? Invoke(System.Reflection.MethodInfo? targetMethod, object?[]? args)
        {
            var result = targetMethod!.Invoke(Inner, args);
            if (result is ClaimedJob { Job: var job })
            {
                Inner.Stop(job.Tenant, job.Id);
            }

            return result;
        }
    }

    internal class PlanStore : System.Reflection.DispatchProxy
    {
        public bool Stored { get; private set; }

        protected override object? Invoke(System.Reflection.MethodInfo? targetMethod, object?[]? args)
        {
            Stored |= targetMethod!.Name == nameof(IJobStore.SavePlan);
            return true;
        }
    }
}
