using System.Text;
using System.Text.Json;

namespace BerthOpt.Tests.Api;

/// <summary>Jobs sent to a service in a process of its own.</summary>
internal static class Jobs
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Sends a job and waits for its end; the job.</summary>
    public static async Task<JsonElement> Solve(ApiProcess service, string kind, byte[] body) => await End(service, (await Send(service, kind, body, "wait=60")).GetProperty("id").GetString()!);

    /// <summary>Sends a job; its id.</summary>
    public static async Task<string> Submit(ApiProcess service, string kind, byte[] body) => (await Send(service, kind, body, "respond-async")).GetProperty("id").GetString()!;

    /// <summary>Sends a job, and gets it back with its plan if that is there in time.</summary>
    public static async Task<JsonElement> Send(ApiProcess service, string kind, byte[] body, string preference)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/{kind}/jobs") { Content = new ByteArrayContent(body), Headers = { { "Prefer", preference } } };
        request.Content.Headers.ContentType = new("application/json");
        using var response = await service.Client.SendAsync(request, Cancellation);
        return JsonElement.Parse(Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(Cancellation)));
    }

    /// <summary>Waits for the end of a job; the job.</summary>
    public static async Task<JsonElement> End(ApiProcess service, string id)
    {
        while (true)
        {
            var job = JsonElement.Parse(await service.Client.GetStringAsync($"/v1/jobs/{id}?wait=60s", Cancellation));
            if (job.GetProperty("finished").ValueKind != JsonValueKind.Null)
            {
                return job;
            }
        }
    }

    /// <summary>Waits until a worker is warm.</summary>
    public static Task Warm(ApiProcess service) => Eventually.Holds(() => service.Answers("/readyz"));
}
