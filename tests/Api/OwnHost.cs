using BerthOpt.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BerthOpt.Tests.Api;

/// <summary>The service in a host of its own, which is not the service's program, listening on a free port of this machine; it solves in this process.</summary>
internal sealed class OwnHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OwnHost(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>Starts it.</summary>
    /// <param name="file">Where it keeps its jobs.</param>
    public static async Task<OwnHost> Start(string file)
    {
        var builder = WebApplication.CreateBuilder(["--Jobs:File", file, "--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddBerthOpt();
        builder.Services.AddSingleton<IWorkerPool>(new WorkersHere());
        builder.Services.Remove(builder.Services.First(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(WorkerPool)));
        var app = builder.Build();
        app.MapBerthOpt();
        await app.StartAsync();
        return new OwnHost(app);
    }

    /// <summary>Stops it as SIGTERM would.</summary>
    public Task Stop() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
