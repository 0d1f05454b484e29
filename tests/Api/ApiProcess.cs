using System.Diagnostics;
using System.Net.Sockets;
using BerthOpt.Api;

namespace BerthOpt.Tests.Api;

/// <summary>The service as a process of its own, on a socket in a folder, so that no port is taken.</summary>
internal sealed class ApiProcess : IDisposable
{
    private readonly Process _process;

    private ApiProcess(Process process, HttpClient client) => (_process, Client) = (process, client);

    public HttpClient Client { get; }

    public int Id => _process.Id;

    /// <summary>Whether it is gone.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts it, and waits until it answers, even if no worker is warm yet, or until it has ended.</summary>
    public static async Task<ApiProcess> Start(string folder, params string[] settings)
    {
        var socket = Path.Combine(folder, $"{Guid.NewGuid():N}.sock");
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(BerthOptSetup).Assembly.Location, "--urls", $"http://unix:{socket}", "--Jobs:File", Path.Combine(folder, "jobs.db"), "--Logging:LogLevel:Default", "None", .. settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
                return new NetworkStream(connection, ownsSocket: true);
            },
        })
        { BaseAddress = new Uri("http://service") };
        var service = new ApiProcess(process, client);
        await Eventually.Holds(async () => process.HasExited || await service.Answers("/healthz"));
        return service;
    }

    /// <summary>Whether it answers this path with what was asked for.</summary>
    public async Task<bool> Answers(string path)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
