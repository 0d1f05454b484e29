using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Api;

/// <summary>The bodies of requests about one kind of problem, and how they are read: all faults are told at once.</summary>
internal sealed class ProblemRequests
{
    /// <summary>Greatest number of tags.</summary>
    public const int MostTags = 16;

    private readonly ProblemKind _kind;
    private readonly Property<JsonElement> _problem;
    private readonly Property<JsonElement> _plan;
    private readonly Property<SolveSettings> _options = Property<SolveSettings>.Optional("options", null, new ObjectKind<SolveSettings>(SolveSettings.Shape), new SolveSettings(), "limits, seed and threads");
    private readonly Property<ImmutableArray<string>> _tags = Property<ImmutableArray<string>>.Optional("tags", null, new ListKind<string>(new TagKind()), [], $"words to find the job by, up to {MostTags}");

    public ProblemRequests(ProblemKind kind)
    {
        _kind = kind;
        _problem = Property<JsonElement>.Needed("problem", null, new InnerDocumentKind($"a {kind.ProblemShape.Name}", kind.ProblemShape), $"the problem (docs/{kind.Name}-document.md)");
        _plan = Property<JsonElement>.Needed("plan", null, new InnerDocumentKind($"a {kind.PlanShape.Name}", kind.PlanShape), $"the plan (docs/{kind.Name}-document.md)");
        Job = new($"{kind.Name} job request", [_problem, _options, _tags], from => new(from.Get(_problem), default, from.Get(_options), from.Get(_tags)), Write);
        Evaluate = new($"{kind.Name} evaluate request", [_problem, _plan], from => new(from.Get(_problem), from.Get(_plan), new SolveSettings(), []), Write);
    }

    /// <summary>What is sent to be solved, or to be validated first.</summary>
    public Shape<Parts> Job { get; }

    /// <summary>What is sent to be judged.</summary>
    public Shape<Parts> Evaluate { get; }

    /// <summary>Reads a problem with its options.</summary>
    /// <exception cref="InvalidInputException">With every fault of all parts.</exception>
    public JobRequest ReadJob(ReadOnlyMemory<byte> utf8, RequestLimits limits)
    {
        using var document = Parse(utf8.Span);
        var (parts, faults) = Read(Job, document);
        var problem = ReadProblem(parts.Problem, ref faults);
        if (!parts.Tags.IsDefault && parts.Tags.Length > MostTags)
        {
            faults = faults.Add(new Fault("too-many-tags", $"/{_tags.Name}", $"has {parts.Tags.Length} entries; expected at most {MostTags}."));
        }

        if (problem?.TooLarge(limits) is { } size)
        {
            faults = faults.AddRange(Within(_problem, [size]));
        }

        return faults.IsEmpty ? new JobRequest(problem!, parts.Options, parts.Tags) : throw new InvalidInputException(faults);
    }

    /// <summary>Reads a problem with a plan.</summary>
    /// <exception cref="InvalidInputException">With every fault of both; a plan can only be read once its problem is right.</exception>
    public EvaluateRequest ReadEvaluate(ReadOnlyMemory<byte> utf8)
    {
        using var document = Parse(utf8.Span);
        var (parts, faults) = Read(Evaluate, document);
        JudgedPlan? plan = null;
        if (ReadProblem(parts.Problem, ref faults) is { } problem && parts.Plan.ValueKind == JsonValueKind.Object)
        {
            if (!problem.TryReadPlan(Bytes(parts.Plan), out plan, out var found))
            {
                faults = faults.AddRange(Within(_plan, found));
            }

            return faults.IsEmpty ? new EvaluateRequest(problem, plan!) : throw new InvalidInputException(faults);
        }

        throw new InvalidInputException(faults);
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> utf8) =>
        DocumentText.TryParse(utf8, int.MaxValue, out var document, out var fault) ? document : throw new InvalidInputException([fault]);

    private static (Parts Parts, ImmutableArray<Fault> Faults) Read(Shape<Parts> shape, JsonDocument document)
    {
        var scope = new DocumentScope();
        new ObjectKind<Parts>(shape).TryRead(document.RootElement, At.Root, scope, out var parts);
        return (parts, scope.Faults.All);
    }

    private static IEnumerable<Fault> Within(Property property, ImmutableArray<Fault> faults) =>
        faults.Select(fault => fault with { Place = $"/{property.Name}{fault.Place}" });

    // A copy: the document that it stands in is given back, and the problem outlives it.
    private static ReadOnlyMemory<byte> Bytes(JsonElement json) => JsonMarshal.GetRawUtf8Value(json).ToArray();

    private OpenProblem? ReadProblem(JsonElement json, ref ImmutableArray<Fault> faults)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        _kind.TryRead(Bytes(json), out var problem, out var found);
        faults = faults.AddRange(Within(_problem, found));
        return problem;
    }

    private void Write(DocumentWriter to, Parts parts)
    {
        to.Put(_problem, parts.Problem);
        if (parts.Plan.ValueKind == JsonValueKind.Object)
        {
            to.Put(_plan, parts.Plan);
        }

        to.Put(_options, parts.Options);
        to.Put(_tags, parts.Tags);
    }

    /// <summary>A body in parts, each still to be read.</summary>
    internal readonly record struct Parts(JsonElement Problem, JsonElement Plan, SolveSettings Options, ImmutableArray<string> Tags);
}
