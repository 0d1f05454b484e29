using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Diagnostics;
using BerthOpt.Empties;

namespace BerthOpt.Client;

/// <summary>A BerthOpt service: submit problems, follow jobs, take plans, stop what is good enough.</summary>
/// <param name="http">With the service's address, and a key in <c>Authorization</c> where it wants one; stays the caller's.</param>
/// <param name="time">The source of time for pauses between attempts to reconnect; null for the system's.</param>
public sealed partial class BerthOptClient(HttpClient http, TimeProvider? time = null)
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);

    /// <summary>Has a problem of berths solved.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How; null for the service's defaults.</param>
    /// <param name="key">Makes sure that the same request sent twice makes one job; null for none.</param>
    /// <param name="cancellation">Ends the request, not the job.</param>
    /// <exception cref="InvalidInputException">The service cannot use the problem or the options; with every fault.</exception>
    /// <exception cref="BerthOptException">The service refuses the request.</exception>
    public Task<JobState> SubmitAsync(BerthProblem problem, JobOptions? options = null, string? key = null, CancellationToken cancellation = default) =>
        SubmitAsync("v1/berths/jobs", [Problem(problem)], options, key, cancellation);

    /// <summary>Has a problem of berths solved, starting from a plan: what comes out costs no more.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="initialPlan">A valid plan of it.</param>
    /// <param name="options">How; null for the service's defaults.</param>
    /// <param name="key">Makes sure that the same request sent twice makes one job; null for none.</param>
    /// <param name="cancellation">Ends the request, not the job.</param>
    /// <exception cref="InvalidInputException">The service cannot use the problem, the plan or the options; with every fault.</exception>
    /// <exception cref="BerthOptException">The service refuses the request.</exception>
    public Task<JobState> SubmitAsync(BerthProblem problem, BerthPlan initialPlan, JobOptions? options = null, string? key = null, CancellationToken cancellation = default) =>
        SubmitAsync("v1/berths/jobs", [Problem(problem), Plan("initialPlan", problem, initialPlan)], options, key, cancellation);

    /// <summary>Has a problem of cranes solved.</summary>
    /// <inheritdoc cref="SubmitAsync(BerthProblem, JobOptions?, string?, CancellationToken)"/>
    public Task<JobState> SubmitAsync(CraneProblem problem, JobOptions? options = null, string? key = null, CancellationToken cancellation = default) =>
        SubmitAsync("v1/cranes/jobs", [("problem", output => CraneDocument.Write(problem, output))], options, key, cancellation);

    /// <summary>Has a problem of empties solved.</summary>
    /// <inheritdoc cref="SubmitAsync(BerthProblem, JobOptions?, string?, CancellationToken)"/>
    public Task<JobState> SubmitAsync(EmptiesProblem problem, JobOptions? options = null, string? key = null, CancellationToken cancellation = default) =>
        SubmitAsync("v1/empties/jobs", [("problem", output => EmptiesDocument.Write(problem, output))], options, key, cancellation);

    /// <summary>Looks at a job, or waits for its end.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="wait">How long to wait for its end, up to a minute; default not at all.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <exception cref="BerthOptException">There is no such job.</exception>
    public Task<JobState> GetAsync(string id, TimeSpan wait = default, CancellationToken cancellation = default) =>
        SendAsync(HttpMethod.Get, FormattableString.Invariant($"v1/jobs/{Uri.EscapeDataString(id)}?wait={wait.TotalSeconds:0}s"), cancellation);

    /// <summary>The problem of a job of berths, with all that was decided or has happened in it.</summary>
    /// <param name="id">Id of the job.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <exception cref="BerthOptException">There is no such job, or it has expired.</exception>
    public async Task<BerthProblem> GetProblemAsync(string id, CancellationToken cancellation = default)
    {
        using var answer = await http.GetAsync(new Uri($"v1/jobs/{Uri.EscapeDataString(id)}/problem", UriKind.Relative), cancellation);
        await CheckAsync(answer, cancellation);
        return BerthDocument.Read(await answer.Content.ReadAsByteArrayAsync(cancellation));
    }

    /// <summary>The best plan of berths so far; null when there is none.</summary>
    /// <param name="id">Id of the job.</param>
    /// <param name="problem">Its problem.</param>
    /// <param name="cancellation">Ends the request.</param>
    public async Task<BerthPlan?> GetPlanAsync(string id, BerthProblem problem, CancellationToken cancellation = default) =>
        await DocumentAsync(id, "plan", cancellation) is { } plan ? BerthPlanDocument.Read(plan, problem) : null;

    /// <summary>The best plan of cranes so far; null when there is none.</summary>
    /// <inheritdoc cref="GetPlanAsync(string, BerthProblem, CancellationToken)"/>
    public async Task<CranePlan?> GetPlanAsync(string id, CraneProblem problem, CancellationToken cancellation = default) =>
        await DocumentAsync(id, "plan", cancellation) is { } plan ? CranePlanDocument.Read(plan, problem) : null;

    /// <summary>Why the best plan of berths so far is as it is: what each call costs, and what stands in its way; null when there is no plan.</summary>
    /// <param name="id">Id of the job.</param>
    /// <param name="problem">Its problem.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <exception cref="BerthOptException">The service has no time for it now.</exception>
    public async Task<ImmutableArray<CallExplanation>?> ExplainAsync(string id, BerthProblem problem, CancellationToken cancellation = default) =>
        await DocumentAsync(id, "explanation", cancellation) is { } document ? BerthExplanationDocument.Read(document, problem) : null;

    /// <summary>The same of one call, with the prices of its wishes; null when there is no plan.</summary>
    /// <param name="id">Id of the job.</param>
    /// <param name="problem">Its problem.</param>
    /// <param name="call">Id of the call.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <exception cref="ArgumentException">The problem has no such call.</exception>
    /// <exception cref="BerthOptException">The service has no time for it now.</exception>
    public async Task<CallExplanation?> ExplainAsync(string id, BerthProblem problem, string call, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (!problem.Calls.Any(known => known.Id == call))
        {
            throw new ArgumentException($"The problem has no call \"{call}\"; expected the id of one of its calls.", nameof(call));
        }

        return await DocumentAsync(id, $"explanation/{Uri.EscapeDataString(call)}", cancellation) is { } document ? BerthExplanationDocument.Read(document, problem).Single() : null;
    }

    /// <summary>The best plan of empties so far; null when there is none.</summary>
    /// <inheritdoc cref="GetPlanAsync(string, BerthProblem, CancellationToken)"/>
    public async Task<EmptiesPlan?> GetPlanAsync(string id, EmptiesProblem problem, CancellationToken cancellation = default) =>
        await DocumentAsync(id, "plan", cancellation) is { } plan ? EmptiesPlanDocument.Read(plan, problem) : null;

    /// <summary>What happens to a job, from its beginning, as it happens, until its end. Goes on where it was when the connection breaks.</summary>
    /// <param name="id">Id of the job.</param>
    /// <param name="cancellation">Ends the following, not the job.</param>
    /// <exception cref="BerthOptException">There is no such job, or no longer.</exception>
    public async IAsyncEnumerable<JobEvent> FollowAsync(string id, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        for (var last = 0L; ;)
        {
            var before = last;
            await using var events = Events(id, last, cancellation).GetAsyncEnumerator(cancellation);
            while (await NextAsync(events))
            {
                last = events.Current.Number;
                yield return events.Current;
                if (events.Current.Type == "done")
                {
                    yield break;
                }
            }

            if (last == before && (await GetAsync(id, cancellation: cancellation)).HasEnded)
            {
                // It ended without a word: it had waited too long.
                yield break;
            }

            await Task.Delay(_pause, time ?? TimeProvider.System, cancellation);
        }
    }

    /// <summary>Ends a job; the best plan so far is kept.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <exception cref="BerthOptException">There is no such job.</exception>
    public Task<JobState> StopAsync(string id, CancellationToken cancellation = default) => SendAsync(HttpMethod.Post, $"v1/jobs/{Uri.EscapeDataString(id)}/stop", cancellation);

    /// <summary>Ends a job, and removes all of it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Ends the request.</param>
    /// <exception cref="BerthOptException">There is no such job.</exception>
    public async Task DeleteAsync(string id, CancellationToken cancellation = default)
    {
        using var answer = await http.DeleteAsync(new Uri($"v1/jobs/{Uri.EscapeDataString(id)}", UriKind.Relative), cancellation);
        await CheckAsync(answer, cancellation);
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<JobEvent> events)
    {
        try
        {
            return await events.MoveNextAsync();
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            return false;
        }
    }

    private static async Task CheckAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode)
        {
            return;
        }

        using var problem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), default, cancellation)
            : null;
        if (problem?.RootElement.GetProperty("errors") is { } errors && errors.GetArrayLength() > 0)
        {
            throw new InvalidInputException(errors.EnumerateArray().Select(error => new Fault(error.GetProperty("code").GetString()!, error.GetProperty("pointer").GetString()!, error.GetProperty("message").GetString()!)));
        }

        throw new BerthOptException((int)answer.StatusCode, problem?.RootElement.GetProperty("detail").GetString() ?? answer.ReasonPhrase ?? "The service refuses the request.");
    }

    private static (string Name, Action<IBufferWriter<byte>> Write) Problem(BerthProblem problem) => ("problem", output => BerthDocument.Write(problem, output));

    private static HttpRequestMessage Post(string path, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return request;
    }

    private async Task<JobState> SubmitAsync(string path, IEnumerable<(string Name, Action<IBufferWriter<byte>> Write)> documents, JobOptions? options, string? key, CancellationToken cancellation)
    {
        using var request = Post(path, JobBody.Of(documents, json => JobBody.Write(json, options ?? new JobOptions())));
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await AnswerAsync(request, JobJson.Default.JobState, cancellation);
    }

    private async Task<JobState> SendAsync(HttpMethod method, string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        return await AnswerAsync(request, JobJson.Default.JobState, cancellation);
    }

    private async Task<T> AnswerAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> shape, CancellationToken cancellation)
    {
        using var answer = await http.SendAsync(request, cancellation);
        await CheckAsync(answer, cancellation);
        return (await JsonSerializer.DeserializeAsync(await answer.Content.ReadAsStreamAsync(cancellation), shape, cancellation))!;
    }

    private async Task<byte[]?> DocumentAsync(string id, string what, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(new Uri($"v1/jobs/{Uri.EscapeDataString(id)}/{what}", UriKind.Relative), cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        await CheckAsync(answer, cancellation);
        return await answer.Content.ReadAsByteArrayAsync(cancellation);
    }

    private async IAsyncEnumerable<JobEvent> Events(string id, long last, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"v1/jobs/{Uri.EscapeDataString(id)}/events", UriKind.Relative)) { Headers = { { "Last-Event-ID", $"{last}" } } };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        await CheckAsync(answer, cancellation);
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(cancellation)).EnumerateAsync(cancellation))
        {
            // Heartbeats have no number.
            if (long.TryParse(item.EventId, out var number) && item.EventType != "heartbeat")
            {
                yield return new JobEvent(number, item.EventType, item.Data);
            }
        }
    }
}
