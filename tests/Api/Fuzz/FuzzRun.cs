using System.Text.Json;
using BerthOpt.Api;
using BerthOpt.Tests.Berths;

namespace BerthOpt.Tests.Api;

/// <summary>Sends requests that nobody sent on purpose: whatever they are, the answer is an answer, or a problem that says what is wrong.</summary>
internal sealed class FuzzRun(ApiHost host, ulong seed, JsonElement description)
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(60);

    private readonly Rng _rng = new(seed);
    private readonly ChangedRequests _changed = new();
    private readonly DescribedRequests _described = new(description);

    /// <summary>How often each status came.</summary>
    public SortedDictionary<int, int> Seen { get; } = [];

    public async Task Run(int count)
    {
        for (var round = 0; round < count; round++)
        {
            var request = _rng.Next(2) == 0 ? _changed.Next(_rng) : _described.Next(_rng);
            try
            {
                using var message = request.ToMessage();
                var reply = await host.Send(message).WaitAsync(_longest, TestContext.Current.CancellationToken);
                Seen[reply.Status] = Seen.GetValueOrDefault(reply.Status) + 1;
                Judge(request, reply);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}, round {round}: {request.Method} {request.Path} {string.Join(", ", request.Headers)} {request.Type} {(request.Body is null ? "" : Convert.ToBase64String(request.Body))}", exception);
            }
        }
    }

    private void Judge(FuzzRequest request, Reply reply)
    {
        if (reply.Status is 200 or 202)
        {
            if (reply.Type is FuzzRequest.Json or FuzzRequest.MessagePack && reply.Json is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("id", out var id))
            {
                _described.Know(id.GetString()!);
            }
        }
        else if (reply.Status is not (204 or 304))
        {
            Assert.InRange(reply.Status, 400, 499);
            ProblemAnswersTests.AssertProblem(reply, reply.Status);
            JudgeErrors(request, reply);
        }
    }

    private static void JudgeErrors(FuzzRequest request, Reply reply)
    {
        var errors = reply.Json.GetProperty("errors").EnumerateArray().ToList();
        Assert.All(errors, error => Assert.Matches("^[a-z-]+$", error.GetProperty("code").GetString()));
        var pointers = errors.Select(error => error.GetProperty("pointer").GetString()!).Where(pointer => pointer.Length > 0).ToList();
        if (pointers.Count > 0)
        {
            var json = request.Type.Contains("msgpack", StringComparison.Ordinal) ? MessagePackText.ToJson(request.Body!, 1 << 24) : request.Body!;
            using var document = JsonDocument.Parse(json);
            Assert.All(pointers, pointer => Assert.True(Pointers.Resolves(document.RootElement, pointer), pointer));
        }
    }
}
