using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Api;

/// <summary>The requests about berths: a problem, with options to solve it or with a plan to judge. All faults are told at once.</summary>
internal static class BerthRequest
{
    private static readonly Property<JsonElement> _problem = Property<JsonElement>.Needed("problem", null, new InnerDocumentKind("a berth document", BerthDocumentShape.Shape), "the problem (docs/berths-document.md)");
    private static readonly Property<JsonElement> _plan = Property<JsonElement>.Needed("plan", null, new InnerDocumentKind("a plan document", BerthPlanDocumentShape.Shape), "the plan (docs/berths-document.md)");
    private static readonly Property<SolveSettings> _options = Property<SolveSettings>.Optional("options", null, new ObjectKind<SolveSettings>(SolveSettings.Shape), new SolveSettings(), "limits, seed and threads");

    /// <summary>What is sent to be solved, or to be validated first.</summary>
    public static readonly Shape<(JsonElement Problem, SolveSettings Options)> Solve = new(
        "solve request",
        [_problem, _options],
        from => (from.Get(_problem), from.Get(_options)),
        (to, request) =>
        {
            to.Put(_problem, request.Problem);
            to.Put(_options, request.Options);
        });

    /// <summary>What is sent to be judged.</summary>
    public static readonly Shape<(JsonElement Problem, JsonElement Plan)> Evaluate = new(
        "evaluate request",
        [_problem, _plan],
        from => (from.Get(_problem), from.Get(_plan)),
        (to, request) =>
        {
            to.Put(_problem, request.Problem);
            to.Put(_plan, request.Plan);
        });

    /// <summary>Reads a problem with its options.</summary>
    /// <exception cref="InvalidInputException">With every fault of both.</exception>
    public static (BerthProblem Problem, SolveSettings Options) ReadSolve(ReadOnlySpan<byte> utf8)
    {
        using var document = Parse(utf8);
        var request = ReadShape(Solve, document, out var faults);
        var problem = ReadProblem(request.Problem, ref faults);
        return faults.IsEmpty ? (problem!, request.Options) : throw new InvalidInputException(faults);
    }

    /// <summary>Reads a problem with a plan.</summary>
    /// <exception cref="InvalidInputException">With every fault of both; a plan can only be read once its problem is right.</exception>
    public static (BerthProblem Problem, BerthPlan Plan) ReadEvaluate(ReadOnlySpan<byte> utf8)
    {
        using var document = Parse(utf8);
        var request = ReadShape(Evaluate, document, out var faults);
        var problem = ReadProblem(request.Problem, ref faults);
        BerthPlan? plan = null;
        if (problem is not null && request.Plan.ValueKind == JsonValueKind.Object
            && !BerthPlanDocument.TryRead(JsonMarshal.GetRawUtf8Value(request.Plan), problem, out plan, out var found))
        {
            faults = faults.AddRange(Within(_plan, found));
        }

        return faults.IsEmpty ? (problem!, plan!) : throw new InvalidInputException(faults);
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> utf8) =>
        DocumentText.TryParse(utf8, int.MaxValue, out var document, out var fault) ? document : throw new InvalidInputException([fault]);

    private static T ReadShape<T>(Shape<T> shape, JsonDocument document, out ImmutableArray<Fault> faults)
    {
        var scope = new DocumentScope();
        new ObjectKind<T>(shape).TryRead(document.RootElement, At.Root, scope, out var request);
        faults = scope.Faults.All;
        return request;
    }

    private static BerthProblem? ReadProblem(JsonElement json, ref ImmutableArray<Fault> faults)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        BerthDocument.TryRead(JsonMarshal.GetRawUtf8Value(json), out var problem, out var found);
        faults = faults.AddRange(Within(_problem, found));
        return problem;
    }

    private static IEnumerable<Fault> Within(Property property, ImmutableArray<Fault> faults) =>
        faults.Select(fault => fault with { Place = $"/{property.Name}{fault.Place}" });
}
