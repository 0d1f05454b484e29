using System.Collections.Immutable;
using System.Text.Json;
using BerthOpt.Berths;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Api;

/// <summary>The body of a request for slots, and how it is read: all faults are told at once.</summary>
internal static class SlotRequests
{
    private const int MostSlots = 100;

    private static readonly Property<JsonElement> _problem = Property<JsonElement>.Needed("problem", null, new LaterKind($"a {BerthDocumentShape.Shape.Name}", BerthDocumentShape.Shape), "the problem (docs/berths-document.md)");
    private static readonly Property<JsonElement> _plan = Property<JsonElement>.Needed("plan", "plan", new LaterKind($"a {BerthPlanDocumentShape.Shape.Name}", BerthPlanDocumentShape.Shape), "a valid plan of it, whose calls stay as they are (docs/berths-document.md)");
    private static readonly Property<Call> _call = Property<Call>.Needed("call", "call", new ObjectKind<Call>(CallDocument.Shape), "the call that is to get a slot (docs/berths-document.md)");
    private static readonly Property<int> _count = Property<int>.Optional("count", null, new WholeKind("slots", 1, MostSlots), 5, $"number of slots, 1 to {MostSlots}; default 5");
    private static readonly Property<int> _now = Property<int>.Optional("nowMinutes", null, BerthKinds.BoundedTime, 0, "no slot starts before; default 0");
    private static readonly Property<int> _minutesApart = Property<int>.Optional("minutesApart", null, BerthKinds.Duration, 0, "slots nearby start so far apart; default 60, rounded up to whole slots of the grid");
    private static readonly Property<int> _metresApart = Property<int>.Optional("metresApart", null, BerthKinds.Length, 0, "slots at about the same time lie so far apart; default the length of the call");

    /// <summary>What it holds.</summary>
    public static readonly Shape<SlotRequest?> Shape = new("slots request", [_problem, _plan, _call, _count, _now, _minutesApart, _metresApart], Read, (_, _) => { });

    /// <summary>Reads a body.</summary>
    /// <exception cref="InvalidInputException">With every fault.</exception>
    public static SlotRequest Read(ReadOnlyMemory<byte> utf8)
    {
        using var document = ProblemRequests.Parse(utf8.Span);
        var scope = new BerthScope();
        if (new ObjectKind<SlotRequest?>(Shape).TryRead(document.RootElement, At.Root, scope, out var request) && request is not null)
        {
            scope.AddModelFaults(BerthSlots.Faults(request.Problem, request.Plan, request.Call), document.RootElement, Shape);
        }

        return request is not null && scope.Faults.Count == 0 ? request : throw new InvalidInputException(scope.Faults.All);
    }

    private static SlotRequest? Read(DocumentObject from)
    {
        var (json, plan) = (from.Get(_problem), from.Get(_plan));
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (!BerthDocument.TryRead(ProblemRequests.Bytes(json).Span, out var problem, out var faults))
        {
            Add(from.Scope, _problem, faults);
            return null;
        }

        ((BerthScope)from.Scope).Use(problem);
        BerthPlan? known = null;
        if (plan.ValueKind == JsonValueKind.Object && !BerthPlanDocument.TryRead(ProblemRequests.Bytes(plan).Span, problem, out known, out faults))
        {
            Add(from.Scope, _plan, faults);
        }

        var (call, options) = (from.Get(_call), new SlotOptions
        {
            Count = from.Get(_count),
            Now = from.Get(_now),
            SlotsApart = from.Find(_minutesApart),
            SectionsApart = from.Find(_metresApart),
        });
        return known is null ? null : new SlotRequest(problem, known, call, options);
    }

    private static void Add(DocumentScope scope, Property property, ImmutableArray<Fault> faults)
    {
        foreach (var fault in faults)
        {
            scope.Faults.Add(fault with { Place = $"/{property.Name}{fault.Place}" });
        }
    }
}

/// <summary>Where slots are sought.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Plan">A plan of it.</param>
/// <param name="Call">The call that is to get a slot.</param>
/// <param name="Options">How many, and how far apart.</param>
internal sealed record SlotRequest(BerthProblem Problem, BerthPlan Plan, Call Call, SlotOptions Options);
