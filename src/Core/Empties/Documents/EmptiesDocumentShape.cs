using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>The top of an empties document.</summary>
internal static class EmptiesDocumentShape
{
    public const string Version = "berthopt/empties/1";

    private static readonly FormatVersion What = new(Version, "berthopt/empties-plan/", "Maybe the plan stands where its problem should.");
    private static readonly Property<string> Name = Property<string>.Optional("name", null, TextKind.Any, "", "for people");
    private static readonly Property<DateTimeOffset> Origin = Property<DateTimeOffset>.Optional("origin", null, new InstantKind(), default, "the instant at which period 0 begins, in RFC 3339 with its offset; for people");
    private static readonly Property<decimal> Hours = Property<decimal>.Optional("hoursPerPeriod", null, new DecimalKind("hours", 0.001m, 1_000_000), 24, "hours in a period; default 24");
    private static readonly Property<int> Periods = Property<int>.Needed("periods", "periods", EmptiesKinds.Some, 1, "periods that are planned");
    private static readonly Property<ImmutableArray<ContainerType>> Types = Property<ImmutableArray<ContainerType>>.Needed("types", "types", ListKind.Of(ContainerTypeDocument.Shape), "the container types, at least one");
    private static readonly Property<ImmutableArray<Location>> Locations = Property<ImmutableArray<Location>>.Needed("locations", "locations", ListKind.Of(LocationDocument.Shape), "the places where containers wait, at least one");
    private static readonly Property<ImmutableArray<LocationStock>> Stocks = List("stocks", LocationDocument.Stock, "stocks of one type at one location; what has no entry starts with none and waits free of charge");
    private static readonly Property<ImmutableArray<Supply>> Supplies = List("supplies", ForecastDocument.Supply, "containers that become empty, or arrive from outside");
    private static readonly Property<ImmutableArray<Demand>> Demands = List("demands", ForecastDocument.Demand, "containers that are asked for");
    private static readonly Property<ImmutableArray<Voyage>> Voyages = List("voyages", VoyageDocument.Shape, "vessels, feeders, barges and trains with their stops");
    private static readonly Property<ImmutableArray<Link>> Links = List("links", LinkDocument.Shape, "direct ways that are open in regular periods");
    private static readonly Property<ImmutableArray<Conversion>> Conversions = List("conversions", ConversionDocument.Shape, "repair, folding, unfolding");
    private static readonly Property<ImmutableArray<Substitution>> Substitutions = List("substitutions", ConversionDocument.Substitution, "types that may stand in for others");
    private static readonly Property<ImmutableArray<Lease>> Leases = List("leases", LeaseDocument.Shape, "contracts by which containers are hired");
    private static readonly Property<ImmutableArray<FlowLimit>> Limits = List("limits", LimitDocument.Shape, "least and greatest flows");
    private static readonly Property<ImmutableArray<LockedMove>> Locks = List("locks", LimitDocument.Lock, "moves that are booked");

    public static readonly Shape<EmptiesParts> Shape = new(
        "empties document",
        [What.Property, Name, Origin, Hours, Periods, Types, Locations, Stocks, Supplies, Demands, Voyages, Links, Conversions, Substitutions, Leases, Limits, Locks],
        Read,
        Write);

    private static Property<ImmutableArray<T>> List<T>(string name, Shape<T> shape, string meaning) => Property<ImmutableArray<T>>.Optional(name, name, ListKind.Of(shape), [], meaning);

    private static EmptiesParts Read(DocumentObject from)
    {
        var scope = (EmptiesScope)from.Scope;
        What.Check(from);
        var (types, locations) = (from.Get(Types), from.Get(Locations));
        scope.Use(types, locations);
        var (voyages, links) = (from.Get(Voyages), from.Get(Links));
        scope.Use(voyages, links);
        return new EmptiesParts
        {
            Name = from.Get(Name),
            Grid = new EmptiesGrid { HoursPerPeriod = from.Get(Hours), Origin = from.Find(Origin) },
            Periods = from.Get(Periods),
            Types = types,
            Locations = locations,
            Stocks = from.Get(Stocks),
            Supplies = from.Get(Supplies),
            Demands = from.Get(Demands),
            Voyages = voyages,
            Links = links,
            Conversions = from.Get(Conversions),
            Substitutions = from.Get(Substitutions),
            Leases = from.Get(Leases),
            Limits = from.Get(Limits),
            Locks = from.Get(Locks),
        };
    }

    private static void Write(DocumentWriter to, EmptiesParts parts)
    {
        What.Write(to);
        to.Put(Name, parts.Name);
        to.PutIfAny(Origin, parts.Grid.Origin);
        to.Put(Hours, parts.Grid.HoursPerPeriod);
        to.Put(Periods, parts.Periods);
        to.Put(Types, parts.Types);
        to.Put(Locations, parts.Locations);
        to.Put(Stocks, parts.Stocks);
        to.Put(Supplies, parts.Supplies);
        to.Put(Demands, parts.Demands);
        to.Put(Voyages, parts.Voyages);
        to.Put(Links, parts.Links);
        to.Put(Conversions, parts.Conversions);
        to.Put(Substitutions, parts.Substitutions);
        to.Put(Leases, parts.Leases);
        to.Put(Limits, parts.Limits);
        to.Put(Locks, parts.Locks);
    }
}
