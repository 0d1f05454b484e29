using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>What a plan document says.</summary>
/// <param name="Problem">Name of the problem.</param>
/// <param name="Hash">Identity of the plan; null when not given.</param>
/// <param name="Cost">Cost by term; null when not given.</param>
/// <param name="Plan">The plan.</param>
internal sealed record EmptiesPlanParts(string Problem, string? Hash, EmptiesCost? Cost, EmptiesPlan Plan);

/// <summary>The top of a plan document.</summary>
internal static class EmptiesPlanDocumentShape
{
    public const string Version = "berthopt/empties-plan/1";

    private static readonly Property<string> FormatVersion = Property<string>.Needed("formatVersion", null, new TextKind($"\"{Version}\""), Version, $"`{Version}`");
    private static readonly Property<string> Problem = Property<string>.Optional("problem", null, EmptiesKinds.Text, "", "name of the problem, for people");
    private static readonly Property<string> Hash = Property<string>.Optional("planHash", null, EmptiesKinds.Text, null!, "identity of the plan; a document that was changed does not match it");
    private static readonly Property<EmptiesCost> Cost = Property<EmptiesCost>.Optional("cost", null, new ObjectKind<EmptiesCost>(EmptiesCostDocument.Shape), default, "cost by term; for people, the checker computes it anew");
    private static readonly Property<ImmutableArray<VoyageMove>> Voyages = List("voyages", EmptiesPlanEntries.Voyage, "containers on voyages");
    private static readonly Property<ImmutableArray<LinkMove>> Links = List("links", EmptiesPlanEntries.Link, "containers on links");
    private static readonly Property<ImmutableArray<ConversionRun>> Conversions = List("conversions", EmptiesPlanEntries.Conversion, "runs of conversions");
    private static readonly Property<ImmutableArray<Fulfilment>> Fulfilments = List("fulfilments", EmptiesPlanEntries.Fulfilment, "containers given to exporters");
    private static readonly Property<ImmutableArray<HireMove>> OnHires = List("onHires", EmptiesPlanEntries.Hire, "containers taken on hire");
    private static readonly Property<ImmutableArray<HireMove>> OffHires = List("offHires", EmptiesPlanEntries.Hire, "containers given back");

    public static readonly Shape<EmptiesPlanParts> Shape = new("plan document", [FormatVersion, Problem, Hash, Cost, Voyages, Links, Conversions, Fulfilments, OnHires, OffHires], Read, Write);

    /// <summary>Says that the plan is not the one of the hash.</summary>
    public static void AddHashFault(DocumentScope scope, string actual) =>
        scope.Faults.Add("plan-hash", At.Root.Open()[Hash.Name], $"is not the hash of this plan, {actual}; expected the document as it was written. Maybe it was changed by hand: then leave \"{Hash.Name}\" out.");

    private static Property<ImmutableArray<T>> List<T>(string name, Shape<T> shape, string meaning) => Property<ImmutableArray<T>>.Optional(name, null, EmptiesKinds.ListOf(shape), [], meaning);

    private static EmptiesPlanParts Read(DocumentObject from)
    {
        if (from.TryGet(FormatVersion, out var version) && version != Version)
        {
            from.Fault("unknown-format", FormatVersion, $"is {Show.Text(version)}; expected \"{Version}\". {(version.StartsWith("berthopt/empties/", StringComparison.Ordinal) ? "Maybe the problem stands where its plan should." : "Maybe a newer release wrote it.")}");
        }

        return new EmptiesPlanParts(from.Get(Problem), from.FindObject(Hash), from.Find(Cost), new EmptiesPlan
        {
            Voyages = from.Get(Voyages),
            Links = from.Get(Links),
            Conversions = from.Get(Conversions),
            Fulfilments = from.Get(Fulfilments),
            OnHires = from.Get(OnHires),
            OffHires = from.Get(OffHires),
        });
    }

    private static void Write(DocumentWriter to, EmptiesPlanParts parts)
    {
        to.Put(FormatVersion, Version);
        to.Put(Problem, parts.Problem);
        to.PutIfAny(Hash, parts.Hash);
        to.PutIfAny(Cost, parts.Cost);
        to.Put(Voyages, parts.Plan.Voyages);
        to.Put(Links, parts.Plan.Links);
        to.Put(Conversions, parts.Plan.Conversions);
        to.Put(Fulfilments, parts.Plan.Fulfilments);
        to.Put(OnHires, parts.Plan.OnHires);
        to.Put(OffHires, parts.Plan.OffHires);
    }
}
