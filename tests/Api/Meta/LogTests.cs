using System.Collections.Concurrent;
using System.Text;
using BerthOpt.Berths;
using Microsoft.Extensions.Logging;

namespace BerthOpt.Tests.Api;

/// <summary>Whose vessels call where is nobody else's business: nothing of a body gets into the log, whatever becomes of it and however much is logged.</summary>
public sealed class LogTests
{
    private const string Secret = "MV-Confidential";

    [Fact]
    public async Task Nothing_of_a_body_is_logged()
    {
        using var log = new Lines();
        var problem = Encoding.UTF8.GetString(ApiHost.SolveBody(BerthGenerator.MeiselBierwirth(3, 1), """{"workLimit":500}""")).Replace("\"id\":\"V01\"", $"\"id\":\"{Secret}\"", StringComparison.Ordinal);
        Assert.Contains(Secret, problem, StringComparison.Ordinal);
        using (var host = new ApiHost(log: log, settings: ("Logging:LogLevel:Default", "Trace")))
        {
            var job = (await host.Solve(Encoding.UTF8.GetBytes(problem))).Json;
            Assert.Contains(Secret, (await host.Get($"jobs/{job.GetProperty("id").GetString()}/plan")).Text, StringComparison.Ordinal);
            Assert.Contains(Secret, (await host.Post("berths/validate", $$"""{"{{Secret}}":1}""")).Text, StringComparison.Ordinal);
            await host.Post("berths/evaluate", problem);
            await host.Post("berths/jobs", problem[..^40]);
        }

        using (var host = new ApiHost(new ScriptedWorkers((worker, _) => Fail(worker)), log: log, settings: ("Logging:LogLevel:Default", "Trace")))
        {
            Assert.Equal("failed", (await host.Solve(Encoding.UTF8.GetBytes(problem))).Json.GetProperty("status").GetString());
        }

        Assert.Contains(log.All, line => line.Contains(") is completed, its problem ", StringComparison.Ordinal));
        Assert.Contains(log.All, line => line.Contains(") is failed, its problem unknown: ", StringComparison.Ordinal));
        Assert.Contains(log.All, line => line.Contains("went wrong: plan-refused.", StringComparison.Ordinal));
        Assert.DoesNotContain(log.All, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    private static Task Fail(ScriptedWorker worker)
    {
        worker.Plan(1, Encoding.UTF8.GetBytes($$"""{"{{Secret}}":1}"""));
        return Task.CompletedTask;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            All.Enqueue($"{state}");
            return null;
        }

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
