using System.Net;

namespace BerthOpt.Api;

/// <summary>Where the service listens: on this machine alone, unless keys say who may come from elsewhere.</summary>
internal static class Listening
{
    /// <summary>The address when nobody names one.</summary>
    public const string Default = "http://localhost:5000";

    private static readonly string[] _ports = ["http_ports", "https_ports"];

    public static void ListenOnLoopbackUnlessTold(this WebApplicationBuilder builder)
    {
        var told = Told(builder.Configuration).ToList();
        if (told.Count == 0)
        {
            builder.WebHost.UseUrls(Default);
        }
        else if (told.FirstOrDefault(address => !IsLoopback(address)) is { } open && !builder.Configuration.GetSection("Access:Keys").GetChildren().Concat(builder.Configuration.GetSection("Access:Jwt").GetChildren()).Any())
        {
            throw new InvalidOperationException($"\"{open}\" can be reached from other machines, and no key is configured; expected Access:Keys, Access:Jwt, or an address of this machine alone. Maybe make a key with the verb \"key\".");
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = 1000;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        });
    }

    /// <summary>Every address that the configuration names.</summary>
    private static IEnumerable<string> Told(ConfigurationManager configuration) =>
    [
        .. configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        .. _ports.SelectMany(key => configuration[key]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? []).Select(port => $"http://*:{port}"),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "http://*"),
    ];

    private static bool IsLoopback(string address) => BindingAddress.Parse(address) is var binding
        && (binding.IsUnixPipe || binding.IsNamedPipe || binding.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
