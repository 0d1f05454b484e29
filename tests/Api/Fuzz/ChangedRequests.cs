using System.Text;
using System.Text.Json;
using BerthOpt.Api;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Empties;
using BerthOpt.Search;
using BerthOpt.Tests.Berths;
using BerthOpt.Tests.Cranes;
using BerthOpt.Tests.Empties;

namespace BerthOpt.Tests.Api;

/// <summary>Right requests of all kinds in both formats, with a value or some bytes changed.</summary>
internal sealed class ChangedRequests
{
    private const int Problems = 8;

    private static readonly string[] _values = ["null", "[]", "{}", "-1", "0", "0.1", "1e-28", "1e28", "1e999", "9223372036854775808", "\"\"", "\"\\ud83d\"", "true", "[null]"];

    private readonly List<(string Path, string Body)> _right = [.. ProblemKinds.All.SelectMany(Right)];

    public FuzzRequest Next(Rng rng)
    {
        var (path, whole) = _right[rng.Next(_right.Count)];
        var packed = rng.Next(2) == 0;
        var json = rng.Next(2) == 0 ? OtherValue(whole, rng) : whole;
        var body = Encoding.UTF8.GetBytes(json);
        body = !packed ? body : ApiHost.Packed(IsJson(body) ? body : Encoding.UTF8.GetBytes(whole));
        if (ReferenceEquals(json, whole) && rng.Next(20) > 0)
        {
            body = OtherBytes(body, rng);
        }

        return new FuzzRequest("POST", path, [], body, packed ? FuzzRequest.MessagePack : FuzzRequest.Json);
    }

    /// <summary>Requests to solve, to validate and to evaluate.</summary>
    private static IEnumerable<(string Path, string Body)> Right(ProblemKind kind)
    {
        for (var seed = 0UL; seed < Problems; seed++)
        {
            using var stream = new MemoryStream();
            Write(kind, seed, stream);
            var document = stream.ToArray();
            Assert.True(kind.TryRead(document, out var problem, out var faults), string.Join('\n', faults));
            var text = Encoding.UTF8.GetString(document);
            var job = $$"""{"problem":{{text}},"options":{"timeLimitSeconds":1,"workLimit":100,"gap":0.1,"target":-5,"seed":3,"threads":1},"tags":["a","b"]}""";
            yield return ($"/v1/{kind.Name}/jobs", job);
            yield return ($"/v1/{kind.Name}/validate", job);
            if (problem.Solve(null, new SolverOptions { WorkLimit = 5000, TimeLimit = null, Threads = 1 }, (_, _) => { }, CancellationToken.None).Plan is { } plan)
            {
                yield return ($"/v1/{kind.Name}/evaluate", $$"""{"problem":{{text}},"plan":{{Encoding.UTF8.GetString(plan.Json())}}}""");
            }
        }
    }

    private static void Write(ProblemKind kind, ulong seed, Stream output)
    {
        switch (kind.Name)
        {
            case "berths":
                BerthDocument.Write(seed % 4 == 0 ? BerthGenerator.MeiselBierwirth(4, seed) : RandomBerthDocuments.Create(seed), output);
                break;
            case "cranes":
                CraneDocument.Write(RandomCraneProblems.Create(seed), output);
                break;
            default:
                EmptiesDocument.Write(RandomEmptiesProblems.Create(seed), output);
                break;
        }
    }

    /// <summary>One value becomes another.</summary>
    private static string OtherValue(string json, Rng rng)
    {
        var at = json.IndexOf(':', rng.Next(json.Length));
        at = (at < 0 ? json.IndexOf(':', StringComparison.Ordinal) : at) + 1;
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

    private static bool IsJson(byte[] text)
    {
        try
        {
            JsonDocument.Parse(text.AsMemory()).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
