using BerthOpt.Api;
using BerthOpt.Berths;
using BerthOpt.Tests.Berths;

namespace BerthOpt.Tests.Api;

public sealed class SolveSizeTests
{
    [Fact]
    public void A_year_of_a_large_port_is_not_too_large() =>
        Assert.InRange(SolveSize.Of(BerthGenerator.Port(52, 1)), 1, new RequestLimits().SolveSize);

    [Fact]
    public void Size_follows_slots_cells_and_calls()
    {
        var problem = new BerthProblem(BerthExamples.SmallPort(BerthExamples.Ship()));

        Assert.Equal((100 * 40) + 100 + 40, SolveSize.Of(problem));
    }

    [Fact]
    public async Task A_few_bytes_that_say_a_huge_problem_are_refused()
    {
        using var host = new ApiHost();
        var parts = BerthExamples.SmallPort(BerthExamples.Ship()) with { Horizon = BerthProblem.MaxExtent, Quays = [BerthExamples.Wall() with { Length = BerthProblem.MaxExtent }] };
        var body = ApiHost.SolveBody(new BerthProblem(parts));

        foreach (var action in new[] { "berths/jobs", "berths/validate" })
        {
            var reply = await host.Post(action, body);
            Assert.Equal((422, "problem-too-large"), (reply.Status, reply.Json.GetProperty("errors")[0].GetProperty("code").GetString()));
        }
    }

    [Fact]
    public async Task A_huge_problem_can_still_be_evaluated()
    {
        using var host = new ApiHost();
        var parts = BerthExamples.SmallPort(BerthExamples.Ship()) with { Horizon = BerthProblem.MaxExtent, Quays = [BerthExamples.Wall() with { Length = BerthProblem.MaxExtent }] };
        var body = ApiHost.EvaluateBody(new BerthProblem(parts), """{"formatVersion":"berthopt/berth-plan/1","assignments":[{"call":"A","assignment":{"quay":"Q","positionMetres":0,"startMinutes":0,"endMinutes":300}}]}""");

        var reply = await host.Post("berths/evaluate", body);

        Assert.Equal(200, reply.Status);
        Assert.True(reply.Json.GetProperty("valid").GetBoolean());
    }
}
