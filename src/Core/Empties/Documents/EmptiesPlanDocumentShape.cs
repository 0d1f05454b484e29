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

    private static readonly FormatVersion What = new(Version, "berthopt/empties/", "Maybe the problem stands where its plan should.");
    private static readonly Property<EmptiesCost> Cost = PlanProperties.Cost(EmptiesCostDocument.Shape);
    private static readonly Property<ImmutableArray<VoyageMove>> Voyages = List("voyages", EmptiesPlanEntries.Voyage, "containers on voyages");
    private static readonly Property<ImmutableArray<LinkMove>> Links = List("links", EmptiesPlanEntries.Link, "containers on links");
    private static readonly Property<ImmutableArray<ConversionRun>> Conversions = List("conversions", EmptiesPlanEntries.Conversion, "runs of conversions");
    private static readonly Property<ImmutableArray<Fulfilment>> Fulfilments = List("fulfilments", EmptiesPlanEntries.Fulfilment, "containers given to exporters");
    private static readonly Property<ImmutableArray<HireMove>> OnHires = List("onHires", EmptiesPlanEntries.Hire, "containers taken on hire");
    private static readonly Property<ImmutableArray<HireMove>> OffHires = List("offHires", EmptiesPlanEntries.Hire, "containers given back");

    public static readonly Shape<EmptiesPlanParts> Shape = new("plan document", [What.Property, PlanProperties.Problem, PlanProperties.Hash, Cost, Voyages, Links, Conversions, Fulfilments, OnHires, OffHires], Read, Write);

    private static Property<ImmutableArray<T>> List<T>(string name, Shape<T> shape, string meaning) => Property<ImmutableArray<T>>.Optional(name, null, ListKind.Of(shape), [], meaning);

    private static EmptiesPlanParts Read(DocumentObject from)
    {
        What.Check(from);
        return new EmptiesPlanParts(from.Get(PlanProperties.Problem), from.FindObject(PlanProperties.Hash), from.Find(Cost), new EmptiesPlan
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
        What.Write(to);
        to.Put(PlanProperties.Problem, parts.Problem);
        to.PutIfAny(PlanProperties.Hash, parts.Hash);
        to.PutIfAny(Cost, parts.Cost);
        to.Put(Voyages, parts.Plan.Voyages);
        to.Put(Links, parts.Plan.Links);
        to.Put(Conversions, parts.Plan.Conversions);
        to.Put(Fulfilments, parts.Plan.Fulfilments);
        to.Put(OnHires, parts.Plan.OnHires);
        to.Put(OffHires, parts.Plan.OffHires);
    }
}
