using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace BerthOpt.Tests.Api;

public sealed class SolveGateTests
{
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task One_solve_too_many_is_429_and_who_hangs_up_frees_the_place()
    {
        using var host = new ApiHost(Solvers.Endless(_started, _stopped), ("Limits:ConcurrentSolves", "1"));
        using var hangUp = new CancellationTokenSource();
        var first = host.Post("solve", ApiHost.SolveBody(ApiHost.Week), cancellation: hangUp.Token);
        await _started.Task;

        var second = await host.Post("solve", ApiHost.SolveBody(ApiHost.Week));

        ProblemAnswersTests.AssertProblem(second, 429);
        Assert.True(second.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal(200, (await host.Post("validate", ApiHost.SolveBody(ApiHost.Week))).Status);

        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await _stopped.Task;
        await UntilFree(host);
    }

    [Fact]
    public async Task A_service_that_shuts_down_gives_what_it_has()
    {
        using var host = new ApiHost(Solvers.Endless(_started, _stopped));
        var solve = host.Post("solve", ApiHost.SolveBody(ApiHost.Week));
        await _started.Task;

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        var reply = await solve;

        Assert.Equal((200, "cancelled"), (reply.Status, reply.Json.GetProperty("stopReason").GetString()));
    }

    [Fact]
    public void A_limit_out_of_its_range_is_told_before_the_first_request() =>
        Assert.Contains("ConcurrentSolves", Assert.Throws<OptionsValidationException>(() => new ApiHost(null, ("Limits:ConcurrentSolves", "0"))).Message, StringComparison.Ordinal);

    /// <summary>The place is given back once the solver has returned, a moment after it said so.</summary>
    private static async Task UntilFree(ApiHost host)
    {
        var gate = host.Services.GetRequiredService<BerthOpt.Api.SolveGate>();
        for (var place = gate.TryEnter(); ; place = gate.TryEnter())
        {
            if (place is not null)
            {
                place.Dispose();
                return;
            }

            await Task.Yield();
        }
    }
}
