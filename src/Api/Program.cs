using System.Reflection;

namespace BerthOpt.Api;

/// <summary>The service's table of contents: one line per feature.</summary>
public sealed class Program
{
    private Program()
    {
    }

    /// <summary>Starts the service.</summary>
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();

        app.MapGet("/healthz", () => Results.Text("ok"));
        app.MapGet("/version", () => Results.Ok(new { version = Version }));

        app.Run();
    }

    private static string Version =>
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
