using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BerthOpt.Api;

/// <summary>What the service tells of itself to others; section <c>Telemetry</c> of the configuration. A host of its own listens to the meter <c>BerthOpt</c>.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Whether <c>/metrics</c> gives counts to Prometheus; default not.</summary>
    public bool Prometheus { get; init; }

    /// <summary>Address of a collector that takes metrics and traces; default none.</summary>
    public Uri? Otlp { get; init; }

    public static TelemetryOptions Of(IConfiguration configuration) => configuration.GetSection("Telemetry").Get<TelemetryOptions>() ?? new TelemetryOptions();
}

/// <summary>Adds telemetry where the configuration asks for it.</summary>
internal static class TelemetrySetup
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var options = TelemetryOptions.Of(builder.Configuration);
        if (options.Prometheus || options.Otlp is not null)
        {
            builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(JobMetrics.Name, "Microsoft.AspNetCore.Hosting"));
        }

        if (options.Prometheus)
        {
            builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddPrometheusExporter());
        }

        if (options.Otlp is { } collector)
        {
            builder.Services.AddOpenTelemetry()
                .WithMetrics(metrics => metrics.AddOtlpExporter(exporter => exporter.Endpoint = AddressOf(collector, exporter.Protocol, "metrics")))
                .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddOtlpExporter(exporter => exporter.Endpoint = AddressOf(collector, exporter.Protocol, "traces")));
        }
    }

    /// <summary>Where a signal goes: over HTTP each has a path of its own, which the exporter leaves to whoever sets the address.</summary>
    private static Uri AddressOf(Uri collector, OtlpExportProtocol protocol, string signal) => protocol == OtlpExportProtocol.HttpProtobuf
        ? new UriBuilder(collector) { Path = $"{collector.AbsolutePath.TrimEnd('/')}/v1/{signal}" }.Uri
        : collector;

    public static void MapTelemetry(this WebApplication app)
    {
        if (TelemetryOptions.Of(app.Configuration).Prometheus)
        {
            app.MapPrometheusScrapingEndpoint("/metrics").RequireAuthorization(AccessSetup.Policy);
        }
    }
}
