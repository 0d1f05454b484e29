using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>A crane pool as documents have it.</summary>
internal static class CranePoolDocument
{
    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique among the pools");
    private static readonly Property<int> Count = Property<int>.Needed("count", "count", new WholeKind("cranes", 1, MaxCranes), MaxCranes, "number of cranes");
    private static readonly Property<ImmutableArray<int>> Quays = Property<ImmutableArray<int>>.Needed("quays", "quays", new ListKind<int>(BerthKinds.QuayId), "ids of the quays that the rail serves, in their order along it");
    private static readonly Property<CraneRule> Rule = Property<CraneRule>.Optional("rule", "rule", new WordKind<CraneRule>(), CraneRule.Specific, "whether plans must say how many cranes work (total) or which (specific); default specific");
    private static readonly Property<ImmutableArray<CraneOutage>> Outages = Property<ImmutableArray<CraneOutage>>.Optional("outages", "outages", ListKind.Of(CraneDocuments.Outage), [], "times at which a crane cannot work");
    private static readonly Property<ImmutableArray<CraneReach>> Reaches = Property<ImmutableArray<CraneReach>>.Optional("reaches", "reaches", ListKind.Of(CraneDocuments.Reach), [], "stretches that a crane can serve; a crane that is not listed serves all");
    private static readonly Property<CraneTravel> Travel = Property<CraneTravel>.Optional("travel", "travel", new ObjectKind<CraneTravel>(CraneDocuments.Travel), null!, "time that a crane needs between two calls; default none");

    public static readonly Shape<CranePool> Shape = new("crane pool", [Id, Count, Quays, Rule, Outages, Reaches, Travel], Read, Write);

    private const int MaxCranes = 10_000;

    private static CranePool Read(DocumentObject from)
    {
        var count = from.Get(Count);
        ((BerthScope)from.Scope).Cranes = count;
        return new CranePool
        {
            Id = from.Get(Id),
            Count = count,
            Quays = from.Get(Quays),
            Rule = from.Get(Rule),
            Outages = from.Get(Outages),
            Reaches = from.Get(Reaches),
            Travel = from.FindObject(Travel),
        };
    }

    private static void Write(DocumentWriter to, CranePool pool)
    {
        to.Put(Id, pool.Id);
        to.Put(Count, pool.Count);
        to.Put(Quays, pool.Quays);
        to.Put(Rule, pool.Rule);
        to.Put(Outages, pool.Outages);
        to.Put(Reaches, pool.Reaches);
        to.PutIfAny(Travel, pool.Travel);
    }
}
