using System.Text;
using BerthOpt.Berths;
using BerthOpt.Tests.Berths;

namespace BerthOpt.Tests.Api;

public sealed class ReplanTests : IDisposable
{
    private const string Brief = """{"workLimit":20000,"timeLimitSeconds":60,"bounds":false}""";

    private readonly ApiHost _host = new();

    [Fact]
    public async Task A_replan_is_a_new_job_that_keeps_the_past_and_tells_what_it_has_moved()
    {
        var (id, plan) = await Solved();
        var late = ApiHost.Week.Calls[^1];
        var body = $$$"""{"nowMinutes":1800,"events":[{"type":"etaChanged","call":"{{{late.Id}}}","arrivalMinutes":{{{(late.Arrival + 20) * 60}}}}],"stability":{"startChangePerHour":10},"options":{{{Brief}}},"tags":["late"]}""";

        var answer = await _host.Post($"jobs/{id}/replan", Encoding.UTF8.GetBytes(body), headers: ("Prefer", "wait=60"));

        Assert.Equal(200, answer.Status);
        var next = answer.Json.GetProperty("id").GetString()!;
        Assert.Equal((id, "late", plan.Hash), (answer.Json.GetProperty("replannedFrom").GetString(), answer.Json.GetProperty("tags")[0].GetString(), answer.Json.GetProperty("initialPlanHash").GetString()));
        var problem = BerthDocument.Read(Encoding.UTF8.GetBytes((await _host.Get($"jobs/{next}/problem")).Text));
        var changed = BerthPlanDocument.Read(Encoding.UTF8.GetBytes((await _host.Get($"jobs/{next}/plan")).Text), problem);
        Assert.True(BerthChecker.Check(problem, changed).IsValid);
        Assert.All(Enumerable.Range(0, plan.Assignments.Length).Where(call => plan.Assignments[call]!.Value.Start < 30), call => Assert.Equal(plan.Assignments[call], changed.Assignments[call]));
        var changes = (await _host.Get($"jobs/{next}/changes")).Json;
        Assert.Equal(PlanChanges.Of(problem, changed).CallsMoved, changes.GetProperty("callsMoved").GetInt32());
        var moved = changes.GetProperty("calls").EnumerateArray().Single(call => call.GetProperty("call").GetString() == late.Id);
        Assert.True(moved.GetProperty("minutes").GetDecimal() > 0);
        Assert.Equal("Quay", moved.GetProperty("before").GetProperty("quay").GetString());
        Assert.Equal(moved.GetProperty("now").GetProperty("startMinutes").GetDecimal(), moved.GetProperty("before").GetProperty("startMinutes").GetDecimal() + moved.GetProperty("minutes").GetDecimal());
    }

    [Fact]
    public async Task MessagePack_says_the_same_as_JSON_and_a_key_makes_one_job()
    {
        var (id, _) = await Solved();
        var body = Encoding.UTF8.GetBytes($$"""{"nowMinutes":600,"events":[{"type":"visibilityClosed","fromMinutes":900,"toMinutes":960}],"options":{{Brief}}}""");

        var json = await _host.Post($"jobs/{id}/replan", body, headers: [("Prefer", "wait=60"), ("Idempotency-Key", "fog")]);
        var packed = await _host.Post($"jobs/{id}/replan", ApiHost.Packed(body), "application/msgpack", headers: [("Prefer", "wait=60"), ("Idempotency-Key", "fog")]);
        var other = await _host.Post($"jobs/{id}/replan", Encoding.UTF8.GetBytes("""{"nowMinutes":0}"""), headers: ("Idempotency-Key", "fog"));
        var elsewhere = await _host.Post($"jobs/{json.Json.GetProperty("id").GetString()}/replan", body, headers: ("Idempotency-Key", "fog"));

        Assert.Equal((200, 200), (json.Status, packed.Status));
        Assert.Equal(json.Json.GetProperty("id").GetString(), packed.Json.GetProperty("id").GetString());
        Assert.Equal((422, 422), (other.Status, elsewhere.Status));
    }

    [Fact]
    public async Task All_faults_are_told_at_once_and_at_places_that_exist()
    {
        var (id, plan) = await Solved();
        var begun = ApiHost.Week.Calls[Enumerable.Range(0, plan.Assignments.Length).MinBy(call => plan.Assignments[call]!.Value.Start)].Id;

        var answer = await _host.Post(
            $"jobs/{id}/replan",
            $$$$"""
            {"nowMinutes":6000,"events":[{"type":"etaChange"},{"type":"callOmitted","call":"{{{{begun}}}}"},{"call":"{{{{begun}}}}"},{"type":"craneDown","pool":"Cranes","crane":77,"fromMinutes":0,"toMinutes":61},
             {"type":"callAdded","newCall":{"id":"{{{{begun}}}}","lengthMetres":5,"arrivalMinutes":0,"handling":{"minutes":60}}},{"type":"windLimit","fromMinutes":0,"toMinutes":60,"minLengthMetres":10,"crane":1}],
             "pins":[{"call":"nobody"}],"freeze":{},"stability":{"moveCost":-1},"options":{"threads":0},"tags":[""]}
            """);

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            [
                ("bad-tag", "/tags/0"), ("call-under-way", "/events/1/call"), ("duplicate-id", "/events/4/newCall/id"), ("event-past", "/events/5/toMinutes"), ("missing", "/events/2"), ("missing", "/freeze"), ("off-grid", "/events/3/toMinutes"),
                ("out-of-range", "/events/4/newCall/lengthMetres"), ("out-of-range", "/options/threads"), ("out-of-range", "/stability/moveCost"), ("unknown-property", "/events/5/crane"),
                ("unknown-reference", "/events/3/crane"), ("unknown-reference", "/pins/0/call"), ("unknown-value", "/events/0/type"),
            ],
            Faults(answer));
    }

    [Theory]
    [InlineData("""{"nowMinutes":60000000,"events":[{"type":"visibilityClosed","fromMinutes":0,"toMinutes":60},{"type":"callOmitted","call":"@"}]}""", "out-of-range /nowMinutes")]
    [InlineData("""{"nowMinutes":"soon","events":[{"type":"visibilityClosed","fromMinutes":0,"toMinutes":60}]}""", "wrong-type /nowMinutes")]
    [InlineData("""{"nowMinutes":600,"events":[{"type":"visibilityClosed","fromMinutes":"x","toMinutes":900}]}""", "wrong-type /events/0/fromMinutes")]
    [InlineData("""{"nowMinutes":600,"events":[{"type":"windLimit","toMinutes":900,"minLengthMetres":100}]}""", "missing /events/0")]
    [InlineData("""{"nowMinutes":0,"events":[{"type":"etaChanged","call":"@","arrivalMinutes":"x","earliestStartMinutes":60}]}""", "wrong-type /events/0/arrivalMinutes")]
    [InlineData("""{"nowMinutes":0,"events":[{"type":"callAdded","newCall":{"id":"@","lengthMetres":50,"arrivalMinutes":0,"handling":{"minutes":60}}}],"tags":[""],"pins":[{"call":"@","positionMetres":0}]}""", "bad-tag /tags/0,duplicate-id /events/0/newCall/id,missing /pins/0")]
    public async Task Every_fault_is_told_that_does_not_follow_from_another(string body, string expected)
    {
        var (id, _) = await Solved();

        var answer = await _host.Post($"jobs/{id}/replan", body.Replace("@", ApiHost.Week.Calls[0].Id, StringComparison.Ordinal));

        Assert.Equal(expected.Split(','), Faults(answer).Select(fault => $"{fault.Item1} {fault.Item2}"));
    }

    [Fact]
    public async Task Faults_of_an_initial_plan_do_not_hide_those_of_pins()
    {
        var (_, plan) = await Solved();
        var first = ApiHost.Week.Calls[0].Id;
        var text = Encoding.UTF8.GetString(Job(plan, ",\"pins\":[{\"call\":\"nobody\"}],\"freeze\":{\"untilMinutes\":60},\"tags\":[\"\"]"));
        Assert.Contains($"\"call\":\"{first}\"", text, StringComparison.Ordinal);

        var answer = await _host.Post("berths/validate", text.Replace($"\"call\":\"{first}\"", "\"call\":\"no\"", StringComparison.Ordinal));

        Assert.Equal([("bad-tag", "/tags/0"), ("unknown-reference", "/initialPlan/assignments/0/call"), ("unknown-reference", "/pins/0/call")], Faults(answer).Where(fault => fault.Item1 != "call-left-out"));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_told_with_the_job()
    {
        var (id, plan) = await Solved();
        var call = Enumerable.Range(0, plan.Assignments.Length).First(index => plan.Assignments[index]!.Value.Start > 0);
        var stay = plan.Assignments[call]!.Value;
        var body = $$$"""{"nowMinutes":0,"freeze":{"untilMinutes":{{{(stay.Start + 1) * 60}}}},"events":[{"type":"berthClosed","quay":"Quay","fromMetres":{{{stay.Position * 10}}},"toMetres":{{{(stay.Position + 1) * 10}}},"fromMinutes":{{{stay.Start * 60}}},"toMinutes":{{{(stay.Start + 1) * 60}}}}],"options":{{{Brief}}}}""";

        var answer = await _host.Post($"jobs/{id}/replan", Encoding.UTF8.GetBytes(body), headers: ("Prefer", "wait=60"));

        var warning = Assert.Single(answer.Json.GetProperty("warnings").EnumerateArray());
        Assert.Equal("freeze-lifted", warning.GetProperty("code").GetString());
        Assert.Contains($"\"{ApiHost.Week.Calls[call].Id}\" was frozen", warning.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("freeze-lifted", (await _host.Get($"jobs/{answer.Json.GetProperty("id").GetString()}/log")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_stands_for_its_replan_when_the_job_that_it_changes_is_gone()
    {
        var (id, _) = await Solved();
        var body = Encoding.UTF8.GetBytes($$"""{"nowMinutes":600,"options":{{Brief}}}""");
        var first = await _host.Post($"jobs/{id}/replan", body, headers: [("Prefer", "wait=60"), ("Idempotency-Key", "once")]);
        Assert.Equal(204, (await _host.Do(HttpMethod.Delete, $"jobs/{id}")).Status);

        var again = await _host.Post($"jobs/{id}/replan", body, headers: [("Prefer", "wait=60"), ("Idempotency-Key", "once")]);

        Assert.Equal((200, first.Json.GetProperty("id").GetString()), (again.Status, again.Json.GetProperty("id").GetString()));
        Assert.Equal(422, (await _host.Post($"jobs/{id}/replan", Encoding.UTF8.GetBytes("""{"nowMinutes":0}"""), headers: ("Idempotency-Key", "once"))).Status);
        Assert.Equal(404, (await _host.Post($"jobs/{id}/replan", body, headers: ("Idempotency-Key", "twice"))).Status);
    }

    [Fact]
    public async Task Faults_of_the_new_problem_are_told_at_the_event()
    {
        var (id, _) = await Solved();

        var answer = await _host.Post($"jobs/{id}/replan", $$$$"""{"nowMinutes":0,"events":[{"type":"callAdded","newCall":{"id":"{{{{ApiHost.Week.Calls[0].Id}}}}","lengthMetres":50,"arrivalMinutes":0,"handling":{"minutes":60}}}]}""");

        Assert.Equal([("duplicate-id", "/events/0/newCall/id")], Faults(answer));
    }

    [Fact]
    public async Task Jobs_that_have_no_plan_of_berths_cannot_be_replanned()
    {
        var cranes = (await _host.Solve(ApiHost.SolveBody(ApiHost.Vessel, Brief), "cranes")).Json.GetProperty("id").GetString();
        var (berths, _) = await Solved();

        Assert.Equal(422, (await _host.Post($"jobs/{cranes}/replan", """{"nowMinutes":0}""")).Status);
        Assert.Equal(404, (await _host.Post("jobs/nothing/replan", """{"nowMinutes":0}""")).Status);
        Assert.Equal(404, (await _host.Get($"jobs/{berths}/changes")).Status);
        Assert.Equal(404, (await _host.Get("jobs/nothing/problem")).Status);
        using var patient = new ApiHost(new ScriptedWorkers(ScriptedWorker.Patient));
        var waiting = (await patient.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week))).Json.GetProperty("id").GetString();
        Assert.Equal(404, (await patient.Post($"jobs/{waiting}/replan", """{"nowMinutes":0}""")).Status);
    }

    [Fact]
    public async Task A_job_starts_from_a_plan_with_what_a_planner_has_decided()
    {
        var (_, plan) = await Solved();
        var (first, second) = (ApiHost.Week.Calls[0].Id, ApiHost.Week.Calls[^1]);
        var body = Job(plan, $$$""","pins":[{"call":"{{{second.Id}}}","startMinutes":{{{(second.Arrival + 40) * 60}}}}],"freeze":{"untilMinutes":{{{(plan.Assignments[0]!.Value.Start + 1) * 60}}}}""");

        var answer = await _host.Solve(body);

        Assert.Equal("completed", answer.Json.GetProperty("status").GetString());
        var problem = BerthDocument.Read(Encoding.UTF8.GetBytes((await _host.Get($"jobs/{answer.Json.GetProperty("id").GetString()}/problem")).Text));
        var found = BerthPlanDocument.Read(Encoding.UTF8.GetBytes(answer.Json.GetProperty("plan").GetRawText()), problem);
        Assert.Equal(first, problem.Calls[0].Id);
        Assert.Equal(plan.Assignments[0], found.Assignments[0]);
        Assert.Equal(second.Arrival + 40, found.Assignments[^1]!.Value.Start);
        Assert.Equal(200, (await _host.Post("berths/validate", ApiHost.Packed(body), "application/msgpack")).Status);
    }

    [Fact]
    public async Task A_job_is_never_worse_than_its_initial_plan_and_the_plan_is_part_of_its_identity()
    {
        var (_, plan) = await Solved();
        var cost = BerthChecker.Check(ApiHost.Week, plan).Cost.Total;

        var answer = await _host.Solve(Job(plan, "", """{"workLimit":0,"timeLimitSeconds":60}"""));
        var known = await _host.Post("berths/jobs", Job(plan, ""), headers: ("Idempotency-Key", "start"));
        var other = await _host.Post("berths/jobs", ApiHost.SolveBody(ApiHost.Week), headers: ("Idempotency-Key", "start"));

        Assert.Equal((cost, plan.Hash), (answer.Json.GetProperty("totalCost").GetDecimal(), answer.Json.GetProperty("initialPlanHash").GetString()));
        Assert.Equal((202, 422), (known.Status, other.Status));
    }

    [Fact]
    public async Task Calls_that_an_initial_plan_leaves_out_are_placed_beside_the_others()
    {
        var (_, plan) = await Solved();
        var answer = await _host.Solve(Job(new BerthPlan(plan.Assignments.SetItem(2, null)), "", """{"workLimit":1,"timeLimitSeconds":60,"bounds":false}"""));

        var found = BerthPlanDocument.Read(Encoding.UTF8.GetBytes(answer.Json.GetProperty("plan").GetRawText()), ApiHost.Week);
        Assert.True(BerthChecker.Check(ApiHost.Week, found).IsValid);
        Assert.NotNull(found.Assignments[2]);
    }

    [Fact]
    public async Task Faults_of_plans_pins_and_freezes_are_told_at_once()
    {
        var (_, plan) = await Solved();
        var broken = new BerthPlan(plan.Assignments.SetItem(2, plan.Assignments[2]!.Value with { Start = 0, End = 1 }));

        var faults = Faults(await _host.Post("berths/jobs", Job(broken, $$""","pins":[{"call":"{{ApiHost.Week.Calls[0].Id}}"},{"call":"{{ApiHost.Week.Calls[0].Id}}"},{"call":"{{ApiHost.Week.Calls[1].Id}}","quay":"no"}]""", """{"gap":2}"""))).ToList();

        Assert.Contains(("start-too-early", "/initialPlan"), faults);
        Assert.Equal([("duplicate-entry", "/pins/1/call"), ("out-of-range", "/options/gap"), ("unknown-reference", "/pins/2/quay")], faults.Where(fault => fault.Item2 != "/initialPlan"));
        Assert.Equal([("missing", "")], Faults(await _host.Post("berths/jobs", Encoding.UTF8.GetBytes($$$"""{"problem":{{{Encoding.UTF8.GetString(BerthDocumentTests.Bytes(ApiHost.Week))}}},"freeze":{"untilMinutes":60}}"""))));
        Assert.Equal(
            [("unknown-property", "/freeze"), ("unknown-property", "/pins")],
            Faults(await _host.Post("cranes/jobs", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(ApiHost.SolveBody(ApiHost.Vessel)).Replace("\"options\"", "\"pins\":[],\"freeze\":{\"untilMinutes\":60},\"options\"", StringComparison.Ordinal)))));
    }

    [Fact]
    public async Task A_job_of_cranes_starts_from_a_plan_too()
    {
        var first = (await _host.Solve(ApiHost.SolveBody(ApiHost.Vessel, Brief), "cranes")).Json;
        var body = Encoding.UTF8.GetString(ApiHost.SolveBody(ApiHost.Vessel, """{"workLimit":0,"timeLimitSeconds":60}""")).Replace("\"options\"", $"\"initialPlan\":{first.GetProperty("plan").GetRawText()},\"options\"", StringComparison.Ordinal);

        var answer = await _host.Solve(Encoding.UTF8.GetBytes(body), "cranes");

        Assert.Equal(first.GetProperty("planHash").GetString(), answer.Json.GetProperty("planHash").GetString());
    }

    public void Dispose() => _host.Dispose();

    private static IEnumerable<(string, string)> Faults(Reply answer) =>
        answer.Json.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("code").GetString()!, error.GetProperty("pointer").GetString()!)).Order();

    private static byte[] Job(BerthPlan plan, string more, string options = Brief)
    {
        using var document = new MemoryStream();
        BerthPlanDocument.Write(ApiHost.Week, plan, null, document);
        return Encoding.UTF8.GetBytes($$"""{"problem":{{Encoding.UTF8.GetString(BerthDocumentTests.Bytes(ApiHost.Week))}},"initialPlan":{{Encoding.UTF8.GetString(document.ToArray())}},"options":{{options}}{{more}}}""");
    }

    private async Task<(string Id, BerthPlan Plan)> Solved()
    {
        var job = (await _host.Solve(ApiHost.SolveBody(ApiHost.Week, Brief))).Json;
        return (job.GetProperty("id").GetString()!, BerthPlanDocument.Read(Encoding.UTF8.GetBytes(job.GetProperty("plan").GetRawText()), ApiHost.Week));
    }
}
