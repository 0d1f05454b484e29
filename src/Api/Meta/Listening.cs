namespace BerthOpt.Api;

/// <summary>Where the service listens.</summary>
internal static class Listening
{
    /// <summary>The address when nobody names one: this machine alone, since the service knows no users.</summary>
    public const string Default = "http://localhost:5000";

    private static readonly string[] _told = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    public static void ListenOnLoopbackUnlessTold(this WebApplicationBuilder builder)
    {
        if (!_told.Any(key => builder.Configuration.GetSection(key).Exists()))
        {
            builder.WebHost.UseUrls(Default);
        }
    }
}
