using System.Text;
using BerthOpt.Berths;
using BerthOpt.Tests.Cli;

namespace BerthOpt.Tests.Api;

/// <summary>Explanations whose workers go wrong, or have no time: what there is is told, and marked.</summary>
public sealed class ExplanationTroubleTests
{
    private const string Brief = """{"workLimit":20000,"timeLimitSeconds":60,"threads":1,"bounds":false}""";

    /// <summary>A service whose workers are good has solved the job; one whose workers are not is asked why.</summary>
    [Theory]
    [InlineData("abort", false)]
    [InlineData("hang", false)]
    [InlineData("lie", true)]
    public async Task A_worker_that_goes_wrong_leaves_what_the_checker_knows(string drill, bool isComplete)
    {
        using var folder = new TemporaryFolder();
        string? id;
        using (var good = new ApiHost(settings: ("Jobs:File", folder["jobs.db"])))
        {
            id = (await good.Solve(ApiHost.SolveBody(ApiHost.Week, Brief))).Json.GetProperty("id").GetString();
        }

        using var host = new ApiHost(processes: true, settings: [("Jobs:File", folder["jobs.db"]), ("Workers:Drill", drill), ("Workers:ExplainSeconds", isComplete ? "20" : "1"), ("Workers:GraceSeconds", "0.5"), ("Workers:Count", "1")]);
        var plan = BerthPlanDocument.Read(Encoding.UTF8.GetBytes((await host.Get($"jobs/{id}/plan")).Text), ApiHost.Week);
        var costs = BerthChecker.Check(ApiHost.Week, plan).CostByCall;

        var all = Calls(await host.Get($"jobs/{id}/explanation"));
        var one = Assert.Single(Calls(await host.Get($"jobs/{id}/explanation/{ApiHost.Week.Calls[3].Id}")));

        Assert.Equal(plan.Assignments, all.Select(call => call.Assignment));
        Assert.Equal(costs, all.Select(call => call.Cost));
        Assert.Equal((3, costs[3]), (one.Call, one.Cost));
        Assert.All(all.Append(one), call => Assert.Equal(isComplete, call.IsComplete));

        Assert.Equal("ok", await host.Client.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
    }

    /// <summary>Each price is that of a plan; the service judges that plan before it tells the price.</summary>
    [Fact]
    public async Task A_price_that_the_checker_does_not_find_is_not_told()
    {
        using var folder = new TemporaryFolder();
        string? id;
        string path, honest;
        using (var good = new ApiHost(settings: ("Jobs:File", folder["jobs.db"])))
        {
            id = (await good.Solve(ApiHost.SolveBody(ApiHost.Week, Brief))).Json.GetProperty("id").GetString();
            var dear = Calls(await good.Get($"jobs/{id}/explanation")).MaxBy(call => call.Cost.Total)!;
            path = $"jobs/{id}/explanation/{ApiHost.Week.Calls[dear.Call].Id}";
            honest = (await good.Get(path)).Text;
        }

        var told = Assert.Single(BerthExplanationDocument.Read(Encoding.UTF8.GetBytes(honest), ApiHost.Week));
        Assert.Contains(told.Counterfactuals, wish => wish.CostChange is not null);
        var lie = told with { Counterfactuals = [.. told.Counterfactuals.Select(wish => wish with { CostChange = wish.CostChange + 1, LeastCostChange = null })] };
        foreach (var (said, isBelieved) in ((CallExplanation, bool)[])[(told, true), (lie, false)])
        {
            var document = new System.Buffers.ArrayBufferWriter<byte>();
            BerthExplanationDocument.Write(ApiHost.Week, BerthPlanDocument.Read(Encoding.UTF8.GetBytes(await Plan(folder, id)), ApiHost.Week), [said], document);
            using var host = new ApiHost(new ExplainingWorkers(document.WrittenSpan.ToArray()), settings: ("Jobs:File", folder["jobs.db"]));

            var call = Assert.Single(Calls(await host.Get(path)));

            Assert.Equal((isBelieved, isBelieved), (call.IsComplete, call.Counterfactuals.Length > 0));
        }
    }

    private static async Task<string> Plan(TemporaryFolder folder, string? id)
    {
        using var host = new ApiHost(new ScriptedWorkers(ScriptedWorker.Patient), settings: ("Jobs:File", folder["jobs.db"]));
        return (await host.Get($"jobs/{id}/plan")).Text;
    }

    [Fact]
    public void What_was_not_looked_at_is_marked_and_stays_so_in_documents()
    {
        var plan = BerthSolver.Solve(ApiHost.Week, new BerthOpt.Search.SolverOptions { TimeLimit = null, WorkLimit = 20_000, Bounds = false }).Plan!;

        var calls = BerthExplainer.Explain(ApiHost.Week, plan, new CancellationToken(canceled: true));

        Assert.All(calls, call => Assert.Equal((false, plan.Assignments[call.Call]), (call.IsComplete, call.Assignment)));
        Assert.All(BerthExplainer.Explain(ApiHost.Week, plan, TestContext.Current.CancellationToken), call => Assert.True(call.IsComplete));
        var written = new System.Buffers.ArrayBufferWriter<byte>();
        BerthExplanationDocument.Write(ApiHost.Week, plan, calls, written);
        Assert.All(BerthExplanationDocument.Read(written.WrittenSpan, ApiHost.Week), call => Assert.False(call.IsComplete));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slash_in_the_id_of_a_call_is_escaped_in_the_path(bool sockets)
    {
        var parts = ApiHost.Week.Parts;
        var problem = new BerthProblem(parts with { Calls = parts.Calls.SetItem(2, parts.Calls[2] with { Id = "MSC/7" }).SetItem(3, parts.Calls[3] with { Id = "A%2FB" }) });
        using var host = new ApiHost(sockets: sockets);
        var id = (await host.Solve(ApiHost.SolveBody(problem, Brief))).Json.GetProperty("id").GetString();

        foreach (var name in (string[])["MSC/7", "A%2FB"])
        {
            var explained = await host.Get($"jobs/{id}/explanation/{Uri.EscapeDataString(name)}");
            Assert.Equal((200, name), (explained.Status, explained.Json.GetProperty("calls")[0].GetProperty("call").GetString()));
        }

        ProblemAnswersTests.AssertProblem(await host.Get($"jobs/{id}/explanation/{Uri.EscapeDataString("no/7")}"), 404);
    }

    private static System.Collections.Immutable.ImmutableArray<CallExplanation> Calls(Reply reply)
    {
        Assert.True(reply.Status == 200, reply.Text);
        return BerthExplanationDocument.Read(Encoding.UTF8.GetBytes(reply.Text), ApiHost.Week);
    }
}
