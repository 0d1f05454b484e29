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

    private static readonly Property<string> FormatVersion = Property<string>.Needed("formatVersion", null, new TextKind($"\"{Version}\""), $"`{Version}`");
    private static readonly Property<string> Problem = Property<string>.Optional("problem", null, BerthKinds.Text, "", "name of the problem, for people");
    private static readonly Property<string> Hash = Property<string>.Optional("planHash", null, BerthKinds.Text, null!, "identity of the plan; a document that was changed does not match it");
    private static readonly Property<CostTerms> Cost = Property<CostTerms>.Optional("cost", null, new ObjectKind<CostTerms>(CostDocument.Shape), default, "cost by term; for people, the checker computes it anew");
    private static readonly Property<ImmutableArray<(int Call, Assignment? Assignment)>> Entries = Property<ImmutableArray<(int Call, Assignment? Assignment)>>.Needed("assignments", null, BerthKinds.ListOf(Entry), "one entry for each call of the problem, in any order");

    public static readonly Shape<BerthPlanParts> Shape = new("plan document", [FormatVersion, Problem, Hash, Cost, Entries], Read, Write);

    private static BerthPlanParts Read(DocumentObject from)
    {
        if (from.TryGet(FormatVersion, out var version) && version != Version)
        {
            from.Fault("unknown-format", FormatVersion, $"is {Show.Text(version)}; expected \"{Version}\". {(version.StartsWith("berthopt/berths/", StringComparison.Ordinal) ? "Maybe the problem stands where its plan should." : "Maybe a newer release wrote it.")}");
        }

        var scope = (BerthScope)from.Scope;
        var entries = from.Get(Entries);
        for (var index = 0; index < entries.Length; index++)
        {
            if (entries[index].Call >= 0 && !scope.PlanPlaces.TryAdd(entries[index].Call, index))
            {
                scope.Faults.Add("duplicate-entry", from.Place[Entries.Name].Open()[index].Open()[CallId.Name], $"is a call that entry {scope.PlanPlaces[entries[index].Call]} has already; expected one entry for each call.");
            }
        }

        if (from.Has(Entries) && !entries.Any(entry => entry.Call < 0))
        {
            foreach (var (call, name) in scope.Ids(BerthScope.Call).Names.Index().Where(call => !scope.PlanPlaces.ContainsKey(call.Index)))
            {
                from.Fault("missing", Entries, $"lacks call {Show.Text(name)}; expected an entry for each call. Maybe it is left out: then its assignment is null.");
            }
        }

        return new BerthPlanParts(from.Get(Problem), from.FindObject(Hash), from.Find(Cost), entries);
    }

    private static void Write(DocumentWriter to, BerthPlanParts parts)
    {
        to.Put(FormatVersion, Version);
        to.Put(Problem, parts.Problem);
        to.PutIfAny(Hash, parts.Hash);
        to.PutIfAny(Cost, parts.Cost);
        to.Put(Entries, parts.Entries);
    }

    /// <summary>Says that the plan is not the one of the hash.</summary>
    public static void AddHashFault(DocumentScope scope, string actual) =>
        scope.Faults.Add("plan-hash", At.Root.Open()[Hash.Name], $"is not the hash of this plan, {actual}; expected the document as it was written. Maybe it was changed by hand: then leave \"{Hash.Name}\" out.");
}
