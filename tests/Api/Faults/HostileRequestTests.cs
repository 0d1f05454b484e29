using System.Globalization;
using System.Text;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Search;
using BerthOpt.Tests.Berths;

namespace BerthOpt.Tests.Api;

/// <summary>Whatever the bytes are: an answer, or a problem that says what is wrong with them.</summary>
public sealed class HostileRequestTests
{
    /// <summary>In each format; <c>BERTHOPT_ROUNDS</c> asks for more (docs/reliability.md).</summary>
    private static readonly int _rounds = int.Parse(Environment.GetEnvironmentVariable("BERTHOPT_ROUNDS") ?? "1500", CultureInfo.InvariantCulture);

    private static readonly string[] _values = ["null", "[]", "{}", "-1", "0", "0.1", "1e-28", "1e28", "1e999", "9223372036854775808", "\"\"", "\"\\ud83d\"", "true", "[null]"];

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/msgpack")]
    public async Task Changed_bodies_give_an_answer_or_a_problem(string type)
    {
        using var host = new ApiHost(new ScriptedWorkers((worker, _) => Task.Run(() => worker.Done(SolveStatus.Unknown, StopReason.WorkLimit, null, null))), settings: [("Jobs:Queue", "1000000"), ("Jobs:QueueOfTenant", "1000000")]);
        var rng = new Rng(type == "application/json" ? 11UL : 12UL);
        var bodies = Enumerable.Range(0, 24).Select(index => Whole((ulong)index)).ToList();
        var seen = new HashSet<int>();
        for (var round = 0; round < _rounds; round++)
        {
            var (action, whole) = bodies[rng.Next(bodies.Count)];
            var json = rng.Next(2) == 0 ? OtherValue(whole, rng) : whole;
            var body = type == "application/json" ? Encoding.UTF8.GetBytes(json) : IsJson(json) ? ApiHost.Packed(Encoding.UTF8.GetBytes(json)) : ApiHost.Packed(Encoding.UTF8.GetBytes(whole));
            if (ReferenceEquals(json, whole))
            {
                body = OtherBytes(body, rng);
            }

            var reply = await host.Post($"berths/{action}", body, type);

            seen.Add(reply.Status);
            if (reply.Status is 200 or 202)
            {
                Assert.Equal(type, reply.Type);
                Assert.Equal(JsonValueKind.Object, reply.Json.ValueKind);
            }
            else
            {
                Assert.True(reply.Status is 400 or 413 or 422, $"round {round}: {reply.Status} {reply.Text}");
                ProblemAnswersTests.AssertProblem(reply, reply.Status);
                AssertErrors(reply, type == "application/json" ? body : null);
            }
        }

        Assert.Superset(new HashSet<int> { 200, 202, 400, 422 }, seen);
    }

    private static void AssertErrors(Reply reply, byte[]? json)
    {
        var errors = reply.Json.GetProperty("errors").EnumerateArray().ToList();
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Matches("^[a-z-]+$", error.GetProperty("code").GetString()));
        if (reply.Status == 422 && json is not null)
        {
            using var document = JsonDocument.Parse(json.AsMemory());
            Assert.All(errors, error => Assert.True(Pointers.Resolves(document.RootElement, error.GetProperty("pointer").GetString()!), error.GetRawText()));
        }
    }

    /// <summary>A right request to start from.</summary>
    private static (string Action, string Body) Whole(ulong seed)
    {
        var problem = seed % 4 == 0 ? BerthGenerator.MeiselBierwirth(4, seed) : RandomBerthDocuments.Create(seed);
        if (seed % 3 == 2)
        {
            using var plan = new MemoryStream();
            BerthPlanDocument.Write(problem, new BerthPlan(problem.Calls.Select((_, index) => index % 3 == 0 ? null : (Assignment?)new Assignment(0, problem.Quays[0].Berths.IsEmpty ? -1 : 0, index, index, index + 3))), null, plan);
            return ("evaluate", Encoding.UTF8.GetString(ApiHost.EvaluateBody(problem, Encoding.UTF8.GetString(plan.ToArray()))));
        }

        return (seed % 3 == 0 ? "validate" : "jobs", Encoding.UTF8.GetString(ApiHost.SolveBody(problem, """{"timeLimitSeconds":1,"workLimit":100,"gap":0.1,"target":-5,"seed":3,"threads":1}""")));
    }

    /// <summary>One value becomes another.</summary>
    private static string OtherValue(string json, Rng rng)
    {
        var colons = json.Index().Where(letter => letter.Item == ':').Select(letter => letter.Index).ToList();
        var at = colons[rng.Next(colons.Count)] + 1;
        var end = json.IndexOfAny([',', '}', ']'], at);
        return json[..at] + _values[rng.Next(_values.Length)] + (rng.Next(2) == 0 ? json[end..] : ",\"_\":" + json[at..]);
    }

    /// <summary>Some bytes change, go, or come twice.</summary>
    private static byte[] OtherBytes(byte[] bytes, Rng rng)
    {
        var changed = bytes.ToList();
        for (var count = rng.Next(1, 4); count > 0; count--)
        {
            var at = rng.Next(changed.Count);
            switch (rng.Next(5))
            {
                case 0:
                    changed[at] = (byte)rng.Next(256);
                    break;
                case 1:
                    changed[at] ^= (byte)(1 << rng.Next(8));
                    break;
                case 2:
                    changed.RemoveRange(at, Math.Min(changed.Count - at - 1, rng.Next(1, 20)));
                    break;
                case 3:
                    changed.InsertRange(at, changed.GetRange(at, Math.Min(changed.Count - at, rng.Next(1, 20))));
                    break;
                default:
                    changed = changed[..(at + 1)];
                    break;
            }
        }

        return [.. changed];
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
