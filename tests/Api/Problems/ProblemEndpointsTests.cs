using System.Text;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Search;
using BerthOpt.Tests.Architecture;

namespace BerthOpt.Tests.Api;

public sealed class ProblemEndpointsTests : IDisposable
{
    private const string Brief = """{"workLimit":20000,"timeLimitSeconds":60,"seed":7}""";

    private readonly ApiHost _host = new();

    [Fact]
    public async Task Solve_gives_a_plan_that_the_checker_finds_valid_at_the_stated_cost()
    {
        var reply = await _host.Solve(ApiHost.SolveBody(ApiHost.Week, Brief));

        Assert.Equal((200, "application/json"), (reply.Status, reply.Type));
        var plan = BerthPlanDocument.Read(Encoding.UTF8.GetBytes(reply.Json.GetProperty("plan").GetRawText()), ApiHost.Week);
        var check = BerthChecker.Check(ApiHost.Week, plan);
        Assert.True(check.IsValid);
        Assert.Equal(check.Cost.Total, reply.Json.GetProperty("totalCost").GetInt64());
        Assert.Equal(check.Cost.Total, reply.Json.GetProperty("plan").GetProperty("cost").GetProperty("total").GetInt64());
        Assert.Equal(plan.Hash, reply.Json.GetProperty("planHash").GetString());
        Assert.InRange(reply.Json.GetProperty("lowerBound").GetDecimal(), 0, check.Cost.Total);
        Assert.Equal(7UL, reply.Json.GetProperty("statistics").GetProperty("seed").GetUInt64());
    }

    [Fact]
    public async Task Solve_is_the_library_and_the_same_in_both_formats()
    {
        var json = await _host.Solve(ApiHost.SolveBody(ApiHost.Week, Brief));
        var packed = await _host.Solve(ApiHost.Packed(ApiHost.SolveBody(ApiHost.Week, Brief)), type: "application/msgpack");
        var library = BerthSolver.Solve(ApiHost.Week, new SolverOptions { WorkLimit = 20_000, TimeLimit = null, Seed = 7 }, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal((200, "application/msgpack"), (packed.Status, packed.Type));
        Assert.Equal(library.Plan!.Hash, json.Json.GetProperty("planHash").GetString());
        Assert.Equal(["created", "finished", "id", "seconds", "secondsToBest", "secondsToBound", "started"], Differences(json.Json, packed.Json).Order());
    }

    [Fact]
    public async Task Solve_says_that_there_is_no_plan()
    {
        var problem = """{"formatVersion":"berthopt/berths/1","horizonMinutes":600,"quays":[{"id":"Q","lengthMetres":100}],"calls":[{"id":"A","lengthMetres":200,"arrivalMinutes":0,"handling":{"minutes":60}}]}""";

        var reply = await _host.Solve(Encoding.UTF8.GetBytes($$"""{"problem":{{problem}}}"""));

        Assert.Equal(200, reply.Status);
        Assert.Equal(("infeasible", "proven"), (reply.Json.GetProperty("solutionStatus").GetString(), reply.Json.GetProperty("stopReason").GetString()));
        Assert.All(["plan", "planHash", "totalCost", "gap"], name => Assert.Equal(JsonValueKind.Null, reply.Json.GetProperty(name).ValueKind));
    }

    /// <summary>The example on the page is sent as it stands there.</summary>
    [Fact]
    public async Task The_example_of_the_page_is_solved()
    {
        var page = File.ReadAllText(Path.Combine(SourceFile.Root(), "docs", "api.md"));
        var example = page.Split("```json")[1].Split("```")[0];

        var reply = await _host.Solve(Encoding.UTF8.GetBytes(example));

        Assert.Equal((200, "optimal"), (reply.Status, reply.Json.GetProperty("solutionStatus").GetString()));
    }

    [Fact]
    public async Task No_time_is_a_time_limit()
    {
        var reply = await _host.Solve(ApiHost.SolveBody(ApiHost.Week, """{"timeLimitSeconds":0}"""));

        Assert.Equal("time-limit", reply.Json.GetProperty("stopReason").GetString());
    }

    [Fact]
    public async Task Costs_are_in_units_of_the_problem()
    {
        const string problem = """
            {"formatVersion":"berthopt/berths/1","grid":{"costScale":100},"horizonMinutes":600,"quays":[{"id":"Q","lengthMetres":100}],
             "calls":[{"id":"A","lengthMetres":50,"arrivalMinutes":0,"handling":{"minutes":60},"rates":{"stayPerHour":12.34}}]}
            """;

        var reply = await _host.Solve(Encoding.UTF8.GetBytes($$"""{"problem":{{problem}}}"""));

        Assert.Equal(12.34m, reply.Json.GetProperty("totalCost").GetDecimal());
        Assert.Equal(12.34m, reply.Json.GetProperty("lowerBound").GetDecimal());
        Assert.Equal("optimal", reply.Json.GetProperty("solutionStatus").GetString());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/msgpack")]
    public async Task Evaluate_judges_what_solve_has_planned(string type)
    {
        var solved = (await _host.Solve(ApiHost.SolveBody(ApiHost.Week, Brief))).Json;
        var body = ApiHost.EvaluateBody(ApiHost.Week, solved.GetProperty("plan").GetRawText());

        var reply = await _host.Post("berths/evaluate", type == "application/json" ? body : ApiHost.Packed(body), type);

        Assert.Equal((200, type), (reply.Status, reply.Type));
        Assert.True(reply.Json.GetProperty("valid").GetBoolean());
        Assert.Equal(solved.GetProperty("totalCost").GetDecimal(), reply.Json.GetProperty("cost").GetProperty("total").GetDecimal());
        Assert.Equal(solved.GetProperty("planHash").GetString(), reply.Json.GetProperty("planHash").GetString());
        Assert.Equal(12, reply.Json.GetProperty("kpis").GetProperty("plannedCalls").GetInt32());
    }

    [Fact]
    public async Task Evaluate_names_the_calls_that_break_a_rule()
    {
        const string problem = """
            {"formatVersion":"berthopt/berths/1","horizonMinutes":600,"quays":[{"id":"Q","lengthMetres":100}],
             "calls":[{"id":"A","lengthMetres":50,"arrivalMinutes":0,"handling":{"minutes":60}},{"id":"B","lengthMetres":50,"arrivalMinutes":0,"handling":{"minutes":60}}]}
            """;
        const string at = """{"quay":"Q","positionMetres":20,"startMinutes":0,"endMinutes":60}""";
        var plan = $$"""{"formatVersion":"berthopt/berth-plan/1","assignments":[{"call":"A","assignment":{{at}}},{"call":"B","assignment":{{at}}}]}""";

        var reply = await _host.Post("berths/evaluate", $$"""{"problem":{{problem}},"plan":{{plan}}}""");

        Assert.False(reply.Json.GetProperty("valid").GetBoolean());
        var fault = Assert.Single(reply.Json.GetProperty("faults").EnumerateArray());
        Assert.Equal("overlap", fault.GetProperty("code").GetString());
        Assert.Equal(["A", "B"], new[] { fault.GetProperty("item").GetString(), fault.GetProperty("other").GetString() }.Order());
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/msgpack")]
    public async Task Validate_sums_up_a_problem(string type)
    {
        var body = ApiHost.SolveBody(ApiHost.Week, Brief);

        var reply = await _host.Post("berths/validate", type == "application/json" ? body : ApiHost.Packed(body), type);

        Assert.Equal((200, type), (reply.Status, reply.Type));
        Assert.True(reply.Json.GetProperty("valid").GetBoolean());
        var counts = reply.Json.GetProperty("counts");
        Assert.Equal((1, 10, 12), (counts.GetProperty("quays").GetInt32(), counts.GetProperty("cranes").GetInt32(), counts.GetProperty("calls").GetInt32()));
    }

    public void Dispose() => _host.Dispose();

    /// <summary>Names of the properties that differ, wherever they stand.</summary>
    private static IEnumerable<string> Differences(JsonElement a, JsonElement b) => a.ValueKind == JsonValueKind.Object && b.ValueKind == JsonValueKind.Object
        ? a.EnumerateObject().SelectMany(property => property.Value.ValueKind == JsonValueKind.Object
            ? Differences(property.Value, b.GetProperty(property.Name))
            : JsonElement.DeepEquals(property.Value, b.GetProperty(property.Name)) ? [] : [property.Name])
        : ["shape"];
}
