using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace BerthOpt.Tests.Api;

/// <summary>What a collector is sent.</summary>
public sealed class TelemetryTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/of/ours/")]
    public async Task Each_signal_has_its_path_where_it_goes_over_http(string under)
    {
        var asked = new ConcurrentDictionary<string, bool>();
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.Run(http =>
        {
            asked[http.Request.Path] = true;
            return Task.CompletedTask;
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        using var host = new ApiHost(settings: [("Telemetry:Otlp", $"{collector.Urls.Single()}{under}"), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_BSP_SCHEDULE_DELAY", "100"), ("OTEL_METRIC_EXPORT_INTERVAL", "100")]);
        await host.Get("limits");

        await Eventually.Holds(() => asked.Count >= 2);

        Assert.Equal([$"{under.TrimEnd('/')}/v1/metrics", $"{under.TrimEnd('/')}/v1/traces"], asked.Keys.Order(StringComparer.Ordinal));
    }
}
