using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using BerthOpt.Berths;

namespace BerthOpt.Tests.Api;

public sealed class JobEndpointsTests : IDisposable
{
    private const string Brief = """{"workLimit":20000,"timeLimitSeconds":60}""";

    private readonly ApiHost _host = new();
    private readonly ApiHost _patient = new(new ScriptedWorkers(ScriptedWorker.Patient));

    [Fact]
    public async Task A_job_is_accepted_at_a_place_of_its_own_and_ends_there()
    {
        var accepted = await _host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week, Brief));

        Assert.Equal(202, accepted.Status);
        var id = accepted.Json.GetProperty("id").GetString();
        Assert.Equal($"/v1/jobs/{id}", accepted.Headers.Location?.ToString());
        var ended = await _host.Get($"jobs/{id}?wait=60s");
        Assert.Equal((200, "completed", "feasible", "work-limit"), (ended.Status, Text(ended, "status"), Text(ended, "solutionStatus"), Text(ended, "stopReason")));
        Assert.Equal(JsonValueKind.Null, ended.Json.GetProperty("plan").ValueKind);
        var plan = BerthPlanDocument.Read(Encoding.UTF8.GetBytes((await _host.Get($"jobs/{id}/plan")).Text), ApiHost.Week);
        Assert.Equal(plan.Hash, Text(ended, "planHash"));
    }

    [Fact]
    public async Task Cranes_are_solved_the_same_way()
    {
        var solved = await _host.Solve(ApiHost.SolveBody(ApiHost.Vessel, Brief), "cranes");

        Assert.Equal((200, "completed"), (solved.Status, Text(solved, "status")));
        Assert.Equal("cranes", Text(solved, "kind"));
        Assert.Contains("<svg", (await _host.Get($"jobs/{Text(solved, "id")}/plan", ("Accept", "image/svg+xml"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empties_are_solved_the_same_way()
    {
        var demo = await _host.Get("demo-data/empties-carrier");

        var solved = await _host.Solve(Encoding.UTF8.GetBytes(demo.Text), "empties");

        Assert.Equal((200, "completed"), (solved.Status, Text(solved, "status")));
        Assert.Equal(solved.Json.GetProperty("totalCost").GetDecimal(), solved.Json.GetProperty("plan").GetProperty("cost").GetProperty("total").GetDecimal());
        Assert.Contains("<svg", (await _host.Get($"jobs/{Text(solved, "id")}/plan", ("Accept", "image/svg+xml"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_can_be_had_in_four_formats_and_no_fifth()
    {
        var solved = await _host.Solve(ApiHost.SolveBody(ApiHost.Week, Brief));
        var path = $"jobs/{Text(solved, "id")}/plan";

        var json = await _host.Get(path);
        var packed = await _host.Get(path, ("Accept", "application/msgpack"));
        var csv = await _host.Get(path, ("Accept", "text/csv"));
        var svg = await _host.Get(path, ("Accept", "text/html;q=0.5, image/*"));

        Assert.True(JsonElement.DeepEquals(json.Json, packed.Json));
        Assert.Equal(("text/csv; charset=utf-8", 13), (csv.Type, csv.Text.TrimEnd('\n').Split('\n').Length));
        Assert.Equal("image/svg+xml; charset=utf-8", svg.Type);
        Assert.StartsWith("<svg", svg.Text, StringComparison.Ordinal);
        ProblemAnswersTests.AssertProblem(await _host.Get(path, ("Accept", "application/pdf")), 406);
    }

    [Fact]
    public async Task Events_are_numbered_and_go_on_behind_the_last_one_seen()
    {
        var path = $"jobs/{Text(await _host.Solve(ApiHost.SolveBody(ApiHost.Week, Brief)), "id")}/events";

        var all = Events(await _host.Get(path));
        var rest = Events(await _host.Get(path, ("Last-Event-ID", all[1].EventId!)));

        Assert.Equal(Enumerable.Range(1, all.Count).Select(number => $"{number}"), all.Select(item => item.EventId));
        Assert.Equal(["status", "status"], all.Take(2).Select(item => item.EventType));
        Assert.Contains(all, item => item.EventType == "incumbent");
        Assert.Equal("done", all[^1].EventType);
        Assert.Equal(all.Skip(2).Select(item => item.Data), rest.Select(item => item.Data));
        ProblemAnswersTests.AssertProblem(await _host.Get(path, ("Last-Event-ID", "last")), 400);
    }

    [Fact]
    public async Task The_log_tells_the_same_to_people()
    {
        var log = await _host.Get($"jobs/{Text(await _host.Solve(ApiHost.SolveBody(ApiHost.Week, Brief)), "id")}/log");

        Assert.Equal("text/plain; charset=utf-8", log.Type);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z status \{""status"":""queued""\}\n", log.Text);
        Assert.Contains(" done {", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_knows_the_state_already_is_told_so_and_may_wait_for_another()
    {
        var id = Text(await _patient.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week)), "id");
        var tag = await Running(_patient, id);

        Assert.Equal(304, (await _patient.Get($"jobs/{id}", ("If-None-Match", tag))).Status);
        var waiting = _patient.Get($"jobs/{id}?wait=60", ("If-None-Match", tag));
        Assert.Equal(202, (await _patient.Do(HttpMethod.Post, $"jobs/{id}/stop")).Status);
        Assert.Equal(200, (await waiting).Status);
        ProblemAnswersTests.AssertProblem(await _patient.Get($"jobs/{id}?wait=soon"), 400);
    }

    [Theory]
    [InlineData("W/{0}", 304)]
    [InlineData("\"0\", W/\"x\", {0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"0\"", 200)]
    [InlineData("\"*\"", 200)]
    [InlineData("no tag", 200)]
    public async Task A_state_is_known_by_a_weak_tag_and_in_a_list_too(string known, int status)
    {
        var id = Text(await _patient.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week)), "id");
        var header = ("If-None-Match", string.Format(System.Globalization.CultureInfo.InvariantCulture, known, await Running(_patient, id)));

        Assert.Equal(status, (await _patient.Get($"jobs/{id}", header)).Status);
        var waiting = _patient.Get($"jobs/{id}?wait=1", header);
        if (status == 200)
        {
            Assert.Equal(200, (await waiting).Status);
            return;
        }

        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(200, TestContext.Current.CancellationToken)));
        Assert.Equal(304, (await waiting).Status);
    }

    [Fact]
    public async Task A_job_that_runs_is_stopped()
    {
        var id = Text(await _patient.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week)), "id");
        await Running(_patient, id);

        await _patient.Do(HttpMethod.Post, $"jobs/{id}/stop");

        var ended = await _patient.Get($"jobs/{id}?wait=60");
        Assert.Equal(("stopped", "unknown", "cancelled"), (Text(ended, "status"), Text(ended, "solutionStatus"), Text(ended, "stopReason")));
        Assert.Equal(202, (await _patient.Do(HttpMethod.Post, $"jobs/{id}/stop")).Status);
        ProblemAnswersTests.AssertProblem(await _patient.Get($"jobs/{id}/plan"), 404);
    }

    [Fact]
    public async Task A_job_that_is_removed_is_gone_and_so_is_its_worker()
    {
        var workers = new ScriptedWorkers((_, _) => Task.CompletedTask);
        using var host = new ApiHost(workers);
        var id = Text(await host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week)), "id");
        await Eventually.Holds(() => !workers.Orders.IsEmpty);

        Assert.Equal(204, (await host.Do(HttpMethod.Delete, $"jobs/{id}")).Status);

        ProblemAnswersTests.AssertProblem(await host.Get($"jobs/{id}"), 404);
        ProblemAnswersTests.AssertProblem(await host.Do(HttpMethod.Delete, $"jobs/{id}"), 404);
        await Eventually.Holds(() => workers.Discarded > 0);
    }

    [Fact]
    public async Task The_same_key_and_body_make_one_job_and_another_body_none()
    {
        var key = ("Idempotency-Key", "booking-17");
        var first = await _patient.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week), headers: key);
        var again = await _patient.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week), headers: key);
        var other = await _patient.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week, """{"seed":2}"""), headers: key);

        Assert.Equal(202, again.Status);
        Assert.Equal(Text(first, "id"), Text(again, "id"));
        ProblemAnswersTests.AssertProblem(other, 422);
        ProblemAnswersTests.AssertProblem(await _patient.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week), headers: ("Idempotency-Key", new string('x', 201))), 400);
    }

    [Fact]
    public async Task Jobs_are_listed_by_tag_and_status_page_by_page()
    {
        for (var count = 0; count < 53; count++)
        {
            await _patient.Post("berths/jobs", $$"""{"tags":["week-{{count % 2}}"],{{Encoding.UTF8.GetString(ApiHost.SolveBody(ApiHost.Week))[1..]}}""");
        }

        var page = await _patient.Get("jobs");
        var next = await _patient.Get($"jobs?cursor={Text(page, "cursor")}");
        var tagged = await _patient.Get("jobs?tag=week-1");

        var ids = new[] { page, next }.SelectMany(reply => reply.Json.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("id").GetString()!)).ToList();
        Assert.Equal(ids.Distinct().OrderDescending(StringComparer.Ordinal), ids);
        Assert.Equal(53, ids.Count);
        await Eventually.Holds(async () => (await _patient.Get("jobs?status=running")).Json.GetProperty("jobs").EnumerateArray().Any());
        Assert.All((await _patient.Get("jobs?status=running")).Json.GetProperty("jobs").EnumerateArray(), job => Assert.Equal("running", job.GetProperty("status").GetString()));
        Assert.Equal(26, tagged.Json.GetProperty("jobs").GetArrayLength());
        Assert.All(tagged.Json.GetProperty("jobs").EnumerateArray(), job => Assert.Equal("week-1", job.GetProperty("tags")[0].GetString()));
        ProblemAnswersTests.AssertProblem(await _patient.Get("jobs?status=7"), 400);
        ProblemAnswersTests.AssertProblem(await _patient.Get("jobs?cursor=x"), 400);
    }

    [Fact]
    public async Task One_job_too_many_is_429()
    {
        using var host = new ApiHost(new ScriptedWorkers(ScriptedWorker.Patient), settings: [("Jobs:Queue", "1"), ("Workers:Count", "1")]);
        await Running(host, Text(await host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week)), "id"));

        var waits = await host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week));
        var tooMany = await host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week));

        Assert.Equal(202, waits.Status);
        ProblemAnswersTests.AssertProblem(tooMany, 429);
        Assert.True(tooMany.Headers.RetryAfter?.Delta > TimeSpan.Zero);
    }

    [Fact]
    public async Task Who_does_not_wait_long_enough_is_told_where_to_look()
    {
        var reply = await _patient.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week), headers: ("Prefer", "respond-async, wait=1"));

        Assert.Equal(202, reply.Status);
        Assert.Equal("wait=1", reply.Headers.GetValues("Preference-Applied").Single());
    }

    public void Dispose()
    {
        _host.Dispose();
        _patient.Dispose();
    }

    private static string? Text(Reply reply, string name) => reply.Json.GetProperty(name).GetString();

    private static List<SseItem<string>> Events(Reply reply)
    {
        Assert.Equal((200, "text/event-stream"), (reply.Status, reply.Type));
        return [.. SseParser.Create(new MemoryStream(Encoding.UTF8.GetBytes(reply.Text))).Enumerate()];
    }

    /// <summary>Waits until a worker has the job; the tag of that state.</summary>
    private static Task<string> Running(ApiHost host, string? id) => Eventually.Is(async () =>
    {
        var job = await host.Get($"jobs/{id}");
        return Text(job, "status") == "running" ? job.Headers.ETag!.ToString() : null;
    });
}
