using System.Text;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Search;
using BerthOpt.Tests.Berths;

namespace BerthOpt.Tests.Api;

public sealed class SlotEndpointsTests : IDisposable
{
    private const string Call = """{"id":"Comet","lengthMetres":200,"arrivalMinutes":1200,"handling":{"minCranes":2,"maxCranes":4,"minutesByCranes":[600,420,360]},"rates":{"waitingPerHour":100}}""";

    private static readonly BerthPlan _plan = BerthSolver.Solve(ApiHost.Week, new SolverOptions { TimeLimit = null, WorkLimit = 20_000, Bounds = false }).Plan!;

    private readonly ApiHost _host = new();

    [Fact]
    public async Task Slots_are_those_of_the_library_in_both_formats()
    {
        var body = Body(Call, ",\"count\":4,\"nowMinutes\":1320,\"minutesApart\":120,\"metresApart\":100");
        var call = BerthRevision.Of(ApiHost.Week, _plan, BerthReplanDocument.Read(Encoding.UTF8.GetBytes($$"""{"nowMinutes":0,"events":[{"type":"callAdded","newCall":{{Call}}}]}"""), ApiHost.Week, _plan)).Problem.Calls[^1];
        var expected = BerthSlots.Find(ApiHost.Week, _plan, call, new SlotOptions { Count = 4, Now = 22, SlotsApart = 2, SectionsApart = 10 });

        var json = await _host.Post("berths/slots", body);
        var packed = await _host.Post("berths/slots", ApiHost.Packed(body), "application/msgpack");

        Assert.Equal((200, 200), (json.Status, packed.Status));
        Assert.True(JsonElement.DeepEquals(json.Json, packed.Json));
        Assert.Equal(
            expected.Select(slot => (slot.Assignment.Position * 10m, slot.Assignment.Start * 60m, slot.Assignment.Cranes, (decimal)slot.Cost.Total)),
            json.Json.GetProperty("slots").EnumerateArray().Select(slot => (
                slot.GetProperty("assignment").GetProperty("positionMetres").GetDecimal(),
                slot.GetProperty("assignment").GetProperty("startMinutes").GetDecimal(),
                slot.GetProperty("assignment").GetProperty("cranes").GetArrayLength(),
                slot.GetProperty("totalCost").GetDecimal())));
    }

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var call = Call.Replace(":200", ":0", StringComparison.Ordinal).Replace("Comet", ApiHost.Week.Calls[0].Id, StringComparison.Ordinal);
        var answer = await _host.Post("berths/slots", Body(call, ",\"count\":0,\"slots\":1", new BerthPlan(_plan.Assignments.SetItem(1, null))));

        Assert.Equal(422, answer.Status);
        Assert.Equal(
            ["call-left-out /plan", "duplicate-id /call/id", "out-of-range /call/lengthMetres", "out-of-range /count", "unknown-property /slots"],
            answer.Json.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("code").GetString()} {error.GetProperty("pointer").GetString()}").Order());
        Assert.Equal(422, (await _host.Post("berths/slots", "{}")).Status);
        Assert.Equal(422, (await _host.Post("berths/slots", """{"problem":{},"plan":{},"call":{}}""")).Status);
    }

    [Fact]
    public async Task Faults_of_the_problem_or_the_plan_hide_no_others()
    {
        var body = Encoding.UTF8.GetString(Body(Call.Replace(":200", ":0", StringComparison.Ordinal), ",\"count\":0"));

        var problem = await _host.Post("berths/slots", body.Replace("\"formatVersion\":\"berthopt/berths/1\"", "\"formatVersion\":\"berthopt/berths/1\",\"quay\":1", StringComparison.Ordinal));
        var plan = await _host.Post("berths/slots", body.Replace("\"assignments\"", "\"assignment\"", StringComparison.Ordinal));

        Assert.Equal(["out-of-range /count", "unknown-property /problem/quay"], Faults(problem));
        Assert.Equal(["missing /plan", "out-of-range /call/lengthMetres", "out-of-range /count", "unknown-property /plan/assignment"], Faults(plan));
    }

    public void Dispose() => _host.Dispose();

    private static IEnumerable<string> Faults(Reply answer) =>
        answer.Json.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("code").GetString()} {error.GetProperty("pointer").GetString()}").Order();

    private static byte[] Body(string call, string more, BerthPlan? plan = null)
    {
        using var document = new MemoryStream();
        BerthPlanDocument.Write(ApiHost.Week, plan ?? _plan, null, document);
        return Encoding.UTF8.GetBytes($$"""{"problem":{{Encoding.UTF8.GetString(BerthDocumentTests.Bytes(ApiHost.Week))}},"plan":{{Encoding.UTF8.GetString(document.ToArray())}},"call":{{call}}{{more}}}""");
    }
}
