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
    public static readonly Shape<Parts> Shape = new("slots request", [_problem, _plan, _call, _count, _now, _minutesApart, _metresApart], Read, (_, _) => { });

    /// <summary>Reads a body.</summary>
    /// <exception cref="InvalidInputException">With every fault.</exception>
    /// <param name="utf8">The body.</param>
    /// <param name="mostSize">Greatest size of a problem (<see cref="SolveSize"/>).</param>
    public static SlotRequest Read(ReadOnlyMemory<byte> utf8, long mostSize)
    {
        using var document = ProblemRequests.Parse(utf8.Span);
        var scope = new BerthScope();
        if (new ObjectKind<Parts>(Shape).TryRead(document.RootElement, At.Root, scope, out var parts) && parts is { Problem: { } problem, Call: { } call })
        {
            scope.AddModelFaults(BerthSlots.Faults(problem, parts.Plan, call), document.RootElement, Shape);
            if (SolveSize.TooLarge(problem, mostSize) is { } size)
            {
                Add(scope, _problem, [size]);
            }

            if (scope.Faults.Count == 0 && parts.Plan is { } plan)
            {
                return new SlotRequest(problem, plan, call, parts.Options);
            }
        }

        throw new InvalidInputException(scope.Faults.All);
    }

    /// <summary>The problem first, whose ids and units the others need; without it what needs neither is read all the same.</summary>
    private static Parts Read(DocumentObject from)
    {
        var (json, plan) = (from.Get(_problem), from.Get(_plan));
        BerthProblem? problem = null;
        if (json.ValueKind == JsonValueKind.Object && !BerthDocument.TryRead(ProblemRequests.Bytes(json).Span, out problem, out var faults))
        {
            Add(from.Scope, _problem, faults);
        }

        if (problem is not null)
        {
            ((BerthScope)from.Scope).Use(problem);
        }

        var options = new SlotOptions
        {
            Count = from.Get(_count),
            Now = from.Get(_now),
            SlotsApart = from.Find(_minutesApart),
            SectionsApart = from.Find(_metresApart),
        };
        if (problem is null)
        {
            return new Parts(null, null, null, options);
        }

        BerthPlan? known = null;
        if (plan.ValueKind == JsonValueKind.Object && !BerthPlanDocument.TryRead(ProblemRequests.Bytes(plan).Span, problem, out known, out faults))
        {
            Add(from.Scope, _plan, faults);
        }

        return new Parts(problem, known, from.Get(_call), options);
    }

    private static void Add(DocumentScope scope, Property property, ImmutableArray<Fault> faults)
    {
        foreach (var fault in faults)
        {
            scope.Faults.Add(fault with { Place = $"/{property.Name}{fault.Place}" });
        }
    }

    /// <summary>What a body says; null for what cannot be read.</summary>
    internal sealed record Parts(BerthProblem? Problem, BerthPlan? Plan, Call? Call, SlotOptions Options);
}

/// <summary>Where slots are sought.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Plan">A plan of it.</param>
/// <param name="Call">The call that is to get a slot.</param>
/// <param name="Options">How many, and how far apart.</param>
internal sealed record SlotRequest(BerthProblem Problem, BerthPlan Plan, Call Call, SlotOptions Options);
