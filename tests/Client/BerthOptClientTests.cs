using BerthOpt.Berths;
using BerthOpt.Client;
using BerthOpt.Cranes;
using BerthOpt.Diagnostics;
using BerthOpt.Tests.Api;

namespace BerthOpt.Tests.Client;

public sealed class BerthOptClientTests : IDisposable
{
    private static readonly JobOptions _brief = new() { WorkLimit = 20_000, TimeLimit = TimeSpan.FromSeconds(60), Seed = 3, Threads = 1, Gap = 0, Bounds = true, Tags = ["client"] };

    private readonly ApiHost _host = new();
    private readonly BerthOptClient _client;

    public BerthOptClientTests() => _client = new BerthOptClient(_host.Client);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_is_submitted_followed_and_its_plan_taken()
    {
        var job = await _client.SubmitAsync(ApiHost.Week, _brief, "key", Cancellation);

        var events = new List<JobEvent>();
        await foreach (var happened in _client.FollowAsync(job.Id, Cancellation))
        {
            events.Add(happened);
        }

        var ended = await _client.GetAsync(job.Id, TimeSpan.FromSeconds(10), Cancellation);
        var plan = await _client.GetPlanAsync(job.Id, ApiHost.Week, Cancellation);
        Assert.Equal("done", events[^1].Type);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(number => (long)number), events.Select(happened => happened.Number));
        Assert.Equal((true, "completed", "berths"), (ended.HasEnded, ended.Status, ended.Kind));
        Assert.Equal(["client"], ended.Tags);
        Assert.Equal(ended.TotalCost, BerthChecker.Check(ApiHost.Week, plan!).Cost.Total);
        Assert.Equal(ended.PlanHash, plan!.Hash);
        Assert.Equal(job.Id, (await _client.SubmitAsync(ApiHost.Week, _brief, "key", Cancellation)).Id);
    }

    [Fact]
    public async Task Cranes_are_planned_the_same_way()
    {
        var job = await _client.SubmitAsync(ApiHost.Vessel, _brief, cancellation: Cancellation);

        var ended = await _client.GetAsync(job.Id, TimeSpan.FromSeconds(60), Cancellation);

        Assert.Equal(ended.TotalCost, CraneChecker.Check(ApiHost.Vessel, (await _client.GetPlanAsync(job.Id, ApiHost.Vessel, Cancellation))!).Cost.Total);
    }

    [Fact]
    public async Task A_plan_is_started_from_changed_and_given_slots()
    {
        var first = await _client.GetAsync((await _client.SubmitAsync(ApiHost.Week, _brief, cancellation: Cancellation)).Id, TimeSpan.FromSeconds(60), Cancellation);
        var plan = (await _client.GetPlanAsync(first.Id, ApiHost.Week, Cancellation))!;
        var again = await _client.GetAsync((await _client.SubmitAsync(ApiHost.Week, plan, _brief, cancellation: Cancellation)).Id, TimeSpan.FromSeconds(60), Cancellation);
        var replan = new BerthReplan { Now = 10, Events = [new CallOmitted { Call = 11 }, new CraneDown { Pool = 0, Crane = 9, Slots = new Interval(20, 30) }], Prices = new ChangePrices { StartRate = 5 } };

        var changed = await _client.ReplanAsync(first.Id, ApiHost.Week, replan, _brief, "gone", Cancellation);
        var ended = await _client.GetAsync(changed.Id, TimeSpan.FromSeconds(60), Cancellation);

        var problem = await _client.GetProblemAsync(changed.Id, Cancellation);
        Assert.True(again.TotalCost <= first.TotalCost);
        Assert.Equal((first.Id, 11), (changed.ReplannedFrom, problem.Calls.Length));
        Assert.Equal(BerthRevision.Of(ApiHost.Week, plan, replan).Problem.Calls.Select(call => call.Pin), problem.Calls.Select(call => call.Pin));
        Assert.Equal(ended.TotalCost, BerthChecker.Check(problem, (await _client.GetPlanAsync(changed.Id, problem, Cancellation))!).Cost.Total);
        var slots = await _client.SlotsAsync(ApiHost.Week, plan, ApiHost.Week.Calls[3] with { Id = "twin" }, 3, Cancellation);
        Assert.Equal(3, slots.Length);
        Assert.Equal(slots.Select(slot => slot.TotalCost).Order(), slots.Select(slot => slot.TotalCost));
    }

    [Fact]
    public async Task What_a_planner_has_decided_goes_with_a_new_job()
    {
        var first = await _client.GetAsync((await _client.SubmitAsync(ApiHost.Week, _brief, cancellation: Cancellation)).Id, TimeSpan.FromSeconds(60), Cancellation);
        var plan = (await _client.GetPlanAsync(first.Id, ApiHost.Week, Cancellation))!;
        var late = ApiHost.Week.Calls[^1].Arrival + 40;

        var job = await _client.SubmitAsync(ApiHost.Week, plan, [new CallPin(ApiHost.Week.Calls.Length - 1, new Pin(Start: late))], plan.Assignments[0]!.Value.Start + 1, _brief, cancellation: Cancellation);
        await _client.GetAsync(job.Id, TimeSpan.FromSeconds(60), Cancellation);

        var decided = (await _client.GetPlanAsync(job.Id, await _client.GetProblemAsync(job.Id, Cancellation), Cancellation))!;
        Assert.Equal((plan.Assignments[0], late), (decided.Assignments[0], decided.Assignments[^1]!.Value.Start));
    }

    [Fact]
    public async Task A_plan_is_explained_and_one_call_with_prices()
    {
        var job = await _client.GetAsync((await _client.SubmitAsync(ApiHost.Week, _brief, cancellation: Cancellation)).Id, TimeSpan.FromSeconds(60), Cancellation);
        var plan = (await _client.GetPlanAsync(job.Id, ApiHost.Week, Cancellation))!;
        var costs = BerthChecker.Check(ApiHost.Week, plan).CostByCall;

        var all = (await _client.ExplainAsync(job.Id, ApiHost.Week, Cancellation))!.Value;
        var one = (await _client.ExplainAsync(job.Id, ApiHost.Week, ApiHost.Week.Calls[5].Id, Cancellation))!;

        Assert.Equal(costs, all.Select(call => call.Cost));
        Assert.All(all, call => Assert.True(call.IsComplete));
        Assert.Equal((5, plan.Assignments[5], costs[5]), (one.Call, one.Assignment, one.Cost));
        Assert.Equal(BerthWhatIf.Explain(ApiHost.Week, plan, 5, cancellation: Cancellation).Counterfactuals.Select(price => (price.Code, price.CostChange)), one.Counterfactuals.Select(price => (price.Code, price.CostChange)));
        await Assert.ThrowsAsync<ArgumentException>(() => _client.ExplainAsync(job.Id, ApiHost.Week, "nobody", Cancellation));
    }

    [Fact]
    public async Task What_has_no_plan_has_no_explanation()
    {
        using var host = new ApiHost(new ScriptedWorkers(ScriptedWorker.Patient));
        var client = new BerthOptClient(host.Client);
        var job = await client.SubmitAsync(ApiHost.Week, cancellation: Cancellation);

        Assert.Null(await client.ExplainAsync(job.Id, ApiHost.Week, Cancellation));
        Assert.Null(await client.ExplainAsync(job.Id, ApiHost.Week, ApiHost.Week.Calls[0].Id, Cancellation));
    }

    [Fact]
    public async Task A_job_is_stopped_and_removed()
    {
        using var host = new ApiHost(new ScriptedWorkers(ScriptedWorker.Patient));
        var client = new BerthOptClient(host.Client);
        var job = await client.SubmitAsync(ApiHost.Week, cancellation: Cancellation);

        await client.StopAsync(job.Id, Cancellation);

        Assert.Equal("stopped", (await client.GetAsync(job.Id, TimeSpan.FromSeconds(30), Cancellation)).Status);
        Assert.Null(await client.GetPlanAsync(job.Id, ApiHost.Week, Cancellation));
        await client.DeleteAsync(job.Id, Cancellation);
        Assert.Equal(404, (await Assert.ThrowsAsync<BerthOptException>(() => client.GetAsync(job.Id, cancellation: Cancellation))).Status);
    }

    [Fact]
    public async Task Faults_come_with_their_places()
    {
        var fault = Assert.Single((await Assert.ThrowsAsync<InvalidInputException>(() => _client.SubmitAsync(ApiHost.Week, new JobOptions { Threads = 0 }, cancellation: Cancellation))).Faults);

        Assert.Equal(("out-of-range", "/options/threads"), (fault.Code, fault.Place));
    }

    public void Dispose() => _host.Dispose();
}
