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

    /// <summary>How a problem is to be solved.</summary>
    public static readonly Property<SolveSettings> Options = Property<SolveSettings>.Optional("options", null, new ObjectKind<SolveSettings>(SolveSettings.Shape), new SolveSettings(), "limits, seed and threads");
    /// <summary>Words to find a job by.</summary>
    public static readonly Property<ImmutableArray<string>> Tags = Property<ImmutableArray<string>>.Optional("tags", null, new ListKind<string>(new TagKind()), [], $"words to find the job by, up to {MostTags}");

    private readonly ProblemKind _kind;
    private readonly Property<JsonElement> _problem;
    private readonly Property<JsonElement> _plan;
    private readonly Property<JsonElement> _initialPlan;
    private readonly Property<JsonElement>[] _decisions;

    public ProblemRequests(ProblemKind kind)
    {
        _kind = kind;
        _problem = Property<JsonElement>.Needed("problem", null, new LaterKind($"a {kind.ProblemShape.Name}", kind.ProblemShape), $"the problem (docs/{kind.Name}-document.md)");
        var plan = new LaterKind($"a {kind.PlanShape.Name}", kind.PlanShape);
        _plan = Property<JsonElement>.Needed("plan", null, plan, $"the plan (docs/{kind.Name}-document.md)");
        _initialPlan = Property<JsonElement>.Optional("initialPlan", null, plan, default, $"a valid plan to start from (docs/{kind.Name}-document.md); default none");
        _decisions = [.. kind.Decisions.Select(decision => Property<JsonElement>.Optional(decision.Name, null, LaterKind.Of(decision.What), default, decision.Meaning))];
        Job = new($"{kind.Name} job request", [_problem, Options, _initialPlan, .. _decisions, Tags], ReadJobParts, Write);
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
        faults = faults.AddRange(TagFaults(parts.Tags));
        if (problem?.TooLarge(limits) is { } size)
        {
            faults = faults.AddRange(Within(_problem, [size]));
        }

        var start = problem is null ? null : ReadInitialPlan(problem, parts.Plan, ref faults);
        ImmutableArray<JobFailure> warnings = [];
        if (problem is not null)
        {
            (problem, start, warnings) = problem.Decide(start, parts.Decisions, document.RootElement, out var found);
            faults = faults.AddRange(found);
        }

        return faults.IsEmpty ? new JobRequest(problem!, parts.Options, parts.Tags, start) { Warnings = warnings } : throw new InvalidInputException(faults);
    }

    /// <summary>What is wrong with the number of tags.</summary>
    public static IEnumerable<Fault> TagFaults(ImmutableArray<string> tags) =>
        !tags.IsDefault && tags.Length > MostTags ? [new Fault("too-many-tags", $"/{Tags.Name}", $"has {tags.Length} entries; expected at most {MostTags}.")] : [];

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

    private Parts ReadJobParts(DocumentObject from) =>
        new(from.Get(_problem), from.Get(_initialPlan), from.Get(Options), from.Get(Tags)) { Decisions = [.. _decisions.Select(from.Get)] };

    private JudgedPlan? ReadInitialPlan(OpenProblem problem, JsonElement json, ref ImmutableArray<Fault> faults)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (!problem.TryReadPlan(Bytes(json), out var plan, out var found))
        {
            faults = faults.AddRange(Within(_initialPlan, found));
        }
        else if (!plan.IsValid)
        {
            faults = faults.AddRange(plan.Faults.Where(fault => !_kind.Mends(fault.Code)).Take(DocumentFaults.Most).Select(fault => new Fault(fault.Code, $"/{_initialPlan.Name}", fault.Message)));
        }

        return plan;
    }

    /// <summary>The JSON of a body.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    public static JsonDocument Parse(ReadOnlySpan<byte> utf8) =>
        DocumentText.TryParse(utf8, int.MaxValue, out var document, out var fault) ? document : throw new InvalidInputException([fault]);

    private static (Parts Parts, ImmutableArray<Fault> Faults) Read(Shape<Parts> shape, JsonDocument document)
    {
        var scope = new DocumentScope();
        new ObjectKind<Parts>(shape).TryRead(document.RootElement, At.Root, scope, out var parts);
        return (parts, scope.Faults.All);
    }

    private static IEnumerable<Fault> Within(Property property, ImmutableArray<Fault> faults) =>
        faults.Select(fault => fault with { Place = $"/{property.Name}{fault.Place}" });

    /// <summary>A part of a body. A copy: the body is given back, and what is made of the part outlives it.</summary>
    public static ReadOnlyMemory<byte> Bytes(JsonElement json) => JsonMarshal.GetRawUtf8Value(json).ToArray();

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

        to.Put(Options, parts.Options);
        to.Put(Tags, parts.Tags);
    }

    /// <summary>A body in parts, each still to be read.</summary>
    internal readonly record struct Parts(JsonElement Problem, JsonElement Plan, SolveSettings Options, ImmutableArray<string> Tags)
    {
        /// <summary>What is decided beforehand (<see cref="ProblemKind.Decisions"/>).</summary>
        public ImmutableArray<JsonElement> Decisions { get; init; } = [];
    }
}
