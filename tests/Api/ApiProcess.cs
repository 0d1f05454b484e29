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

    /// <summary>Starts it, and waits until it answers.</summary>
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
        while (!process.HasExited)
        {
            try
            {
                await client.GetStringAsync("/readyz");
                return new ApiProcess(process, client);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(20);
            }
        }

        throw new InvalidOperationException($"The service ended with exit code {process.ExitCode}.");
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
