using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>What a plan document says.</summary>
/// <param name="Problem">Name of the problem.</param>
/// <param name="Hash">Identity of the plan; null when not given.</param>
/// <param name="Cost">Cost by term; null when not given.</param>
/// <param name="Entries">The calls with their assignments; null for a call that is left out.</param>
internal sealed record BerthPlanParts(string Problem, string? Hash, CostTerms? Cost, ImmutableArray<(int Call, Assignment? Assignment)> Entries);

/// <summary>The top of a plan document.</summary>
internal static class BerthPlanDocumentShape
{
    public const string Version = "berthopt/berth-plan/1";

    private static readonly Property<int> CallId = Property<int>.Needed("call", null, BerthKinds.CallId, "id of the call");
    private static readonly Property<Assignment?> Where = Property<Assignment?>.Needed("assignment", null, new NullableKind<Assignment>(new ObjectKind<Assignment>(AssignmentDocument.Shape), "when it is left out"), "where and when it lies; null when it is left out");

    private static readonly Shape<(int Call, Assignment? Assignment)> Entry = new(
        "plan entry",
        [CallId, Where],
        from => (from.Get(CallId), from.Get(Where)),
        (to, entry) =>
        {
            to.Put(CallId, entry.Call);
            to.Put(Where, entry.Assignment);
        });

    private static readonly FormatVersion What = new(Version, "berthopt/berths/", "Maybe the problem stands where its plan should.");
    private static readonly Property<CostTerms> Cost = PlanProperties.Cost(CostDocument.Shape);
    private static readonly Property<ImmutableArray<(int Call, Assignment? Assignment)>> Entries = Property<ImmutableArray<(int Call, Assignment? Assignment)>>.Needed("assignments", null, ListKind.Of(Entry), "one entry for each call of the problem, in any order");

    public static readonly Shape<BerthPlanParts> Shape = new("plan document", [What.Property, PlanProperties.Problem, PlanProperties.Hash, Cost, Entries], Read, Write);

    private static BerthPlanParts Read(DocumentObject from)
    {
        What.Check(from);
        var entries = PlanProperties.OneForEach(from, Entries, CallId, entry => entry.Call, BerthScope.Call, " Maybe it is left out: then its assignment is null.");
        return new BerthPlanParts(from.Get(PlanProperties.Problem), from.FindObject(PlanProperties.Hash), from.Find(Cost), entries);
    }

    private static void Write(DocumentWriter to, BerthPlanParts parts)
    {
        What.Write(to);
        to.Put(PlanProperties.Problem, parts.Problem);
        to.PutIfAny(PlanProperties.Hash, parts.Hash);
        to.PutIfAny(Cost, parts.Cost);
        to.Put(Entries, parts.Entries);
    }
}
