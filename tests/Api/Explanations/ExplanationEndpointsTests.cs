using System.Text;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Empties;

namespace BerthOpt.Tests.Api;

public sealed class ExplanationEndpointsTests : IDisposable
{
    private const string Brief = """{"workLimit":20000,"timeLimitSeconds":60}""";

    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_plan_is_explained_call_by_call()
    {
        var id = await Solved();

        var explained = await _host.Get($"jobs/{id}/explanation");
        var packed = await _host.Get($"jobs/{id}/explanation", ("Accept", "application/msgpack"));

        Assert.Equal(200, explained.Status);
        Assert.True(JsonElement.DeepEquals(explained.Json, packed.Json));
        var plan = BerthPlanDocument.Read(Encoding.UTF8.GetBytes((await _host.Get($"jobs/{id}/plan")).Text), ApiHost.Week);
        var calls = BerthExplanationDocument.Read(Encoding.UTF8.GetBytes(explained.Text), ApiHost.Week);
        Assert.Equal(plan.Hash, explained.Json.GetProperty("planHash").GetString());
        Assert.Equal(plan.Assignments, calls.Select(call => call.Assignment));
        Assert.Equal(BerthChecker.Check(ApiHost.Week, plan).CostByCall, calls.Select(call => call.Cost));
    }

    [Fact]
    public async Task One_call_is_explained_with_the_prices_of_its_wishes()
    {
        var id = await Solved();
        var waiting = BerthExplanationDocument.Read(Encoding.UTF8.GetBytes((await _host.Get($"jobs/{id}/explanation")).Text), ApiHost.Week).First(call => call.Cost.Total > 0 && call.Nearer.Length > 0);

        var explained = await _host.Get($"jobs/{id}/explanation/{ApiHost.Week.Calls[waiting.Call].Id}");

        var call = BerthExplanationDocument.Read(Encoding.UTF8.GetBytes(explained.Text), ApiHost.Week).Single();
        Assert.Equal(waiting.Call, call.Call);
        Assert.Contains(call.Counterfactuals, price => price.Code == CounterfactualCodes.WishedPlace);
    }

    [Fact]
    public async Task A_crane_plan_is_explained_as_a_whole_and_task_by_task()
    {
        var problem = CraneGenerator.KimPark(20, 1);
        var id = (await _host.Solve(ApiHost.SolveBody(problem, Brief), "cranes")).Json.GetProperty("id").GetString();
        var plan = CranePlanDocument.Read(Encoding.UTF8.GetBytes((await _host.Get($"jobs/{id}/plan")).Text), problem);

        var whole = await _host.Get($"jobs/{id}/explanation");
        var packed = await _host.Get($"jobs/{id}/explanation", ("Accept", "application/msgpack"));
        var one = await _host.Get($"jobs/{id}/explanation/{problem.Tasks[5].Id}");

        Assert.True(JsonElement.DeepEquals(whole.Json, packed.Json));
        var explanation = CraneExplanationDocument.Read(Encoding.UTF8.GetBytes(whole.Text), problem);
        Assert.Equal(plan.Assignments, explanation.Tasks.Select(task => task.Assignment));
        Assert.Equal(plan.Assignments.Max(at => at.End), Assert.Single(explanation.Chains).End);
        var task = Assert.Single(CraneExplanationDocument.Read(Encoding.UTF8.GetBytes(one.Text), problem).Tasks);
        Assert.Equal(5, task.Task);
        Assert.Contains(task.Counterfactuals, wish => wish.Code == CraneCounterfactualCodes.OtherCrane);
    }

    [Fact]
    public async Task A_plan_of_empties_is_explained_as_a_whole_and_place_by_place()
    {
        var problem = EmptiesGenerator.Carrier(6, 1, 4);
        using var document = new MemoryStream();
        EmptiesDocument.Write(problem, document);
        var id = (await _host.Solve(Encoding.UTF8.GetBytes($$"""{"problem":{{Encoding.UTF8.GetString(document.ToArray())}},"options":{"workLimit":20000000,"timeLimitSeconds":60} }"""), "empties")).Json.GetProperty("id").GetString();

        var whole = await _host.Get($"jobs/{id}/explanation");
        var one = await _host.Get($"jobs/{id}/explanation/{problem.Locations[1].Id}");

        var explanation = EmptiesExplanationDocument.Read(Encoding.UTF8.GetBytes(whole.Text), problem);
        Assert.True(explanation.IsComplete);
        Assert.NotEmpty(explanation.Moves);
        Assert.NotNull(explanation.LowerBound);
        Assert.All(EmptiesExplanationDocument.Read(Encoding.UTF8.GetBytes(one.Text), problem).Moves, move => Assert.True(move.To == 1 || move.From == 1));
    }

    [Fact]
    public async Task What_cannot_be_explained_is_a_404_that_says_why()
    {
        var id = await Solved();

        var unknown = await _host.Get($"jobs/{id}/explanation/nobody");

        ProblemAnswersTests.AssertProblem(unknown, 404);
        Assert.Equal("unknown-reference", unknown.Json.GetProperty("errors")[0].GetProperty("code").GetString());
        ProblemAnswersTests.AssertProblem(await _host.Get($"jobs/{Guid.NewGuid()}/explanation"), 404);
        using var patient = new ApiHost(new ScriptedWorkers(ScriptedWorker.Patient));
        var waiting = (await patient.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week, Brief))).Json.GetProperty("id").GetString();
        ProblemAnswersTests.AssertProblem(await patient.Get($"jobs/{waiting}/explanation"), 404);
    }

    [Fact]
    public async Task A_problem_without_a_plan_is_answered_with_what_cannot_hold_together()
    {
        var parts = ApiHost.Week.Parts;
        var problem = new BerthProblem(parts with { Calls = parts.Calls.SetItem(4, parts.Calls[4] with { Deadline = parts.Calls[4].Arrival + 1 }) });

        var solved = await _host.Solve(ApiHost.SolveBody(problem, Brief));

        Assert.Equal((200, "completed", "infeasible"), (solved.Status, solved.Json.GetProperty("status").GetString(), solved.Json.GetProperty("solutionStatus").GetString()));
        var conflict = BerthConflictDocument.Read(Encoding.UTF8.GetBytes(solved.Json.GetProperty("conflict").GetRawText()), problem);
        Assert.True(conflict.IsMinimal);
        Assert.Equal([new(RestrictionKind.Call, 4), new(RestrictionKind.Arrival, 4), new(RestrictionKind.Deadline, 4)], conflict.Restrictions);
        ProblemAnswersTests.AssertProblem(await _host.Get($"jobs/{solved.Json.GetProperty("id").GetString()}/explanation"), 404);
    }

    public void Dispose() => _host.Dispose();

    private async Task<string> Solved() => (await _host.Solve(ApiHost.SolveBody(ApiHost.Week, Brief))).Json.GetProperty("id").GetString()!;
}
