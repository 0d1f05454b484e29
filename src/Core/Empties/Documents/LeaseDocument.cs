using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>Leasing contracts as documents have them.</summary>
internal static class LeaseDocument
{
    private static readonly Property<int> At = Property<int>.Needed("location", "location", EmptiesKinds.LocationId, "id of the location");
    private static readonly Property<int> Price = Property<int>.Optional("cost", "cost", EmptiesKinds.Cost, 0, "cost of one container");

    private static readonly Shape<HirePlace> Place = new(
        "place of hire",
        [At, Price],
        from => new HirePlace(from.Get(At), from.Get(Price)),
        (to, place) =>
        {
            to.Put(At, place.Location);
            to.Put(Price, place.Cost);
        });

    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique among the contracts");
    private static readonly Property<int> Type = Property<int>.Needed("type", "type", EmptiesKinds.TypeId, "id of the container type");
    private static readonly Property<int> Most = Property<int>.Needed("most", "most", EmptiesKinds.Count, "most containers on hire at the end of any period");
    private static readonly Property<int> Initial = Property<int>.Optional("initial", "initial", EmptiesKinds.Count, 0, "containers on hire at the start, no more than `most`");
    private static readonly Property<int> Rent = Property<int>.Optional("rentPerPeriod", "rent", EmptiesKinds.Cost, 0, "rent for each container on hire at the end of a period");
    private static readonly Property<int> Term = Property<int>.Optional("minimumTermPeriods", "minimumTerm", EmptiesKinds.Length, 0, "least number of periods from on-hire to off-hire");
    private static readonly Property<ImmutableArray<HirePlace>> OnHire = Property<ImmutableArray<HirePlace>>.Optional("onHire", "onHire", ListKind.Of(Place), [], "places where containers are taken");
    private static readonly Property<ImmutableArray<HirePlace>> OffHire = Property<ImmutableArray<HirePlace>>.Optional("offHire", "offHire", ListKind.Of(Place), [], "places where containers are given back");

    public static readonly Shape<Lease> Shape = new(
        "lease",
        [Id, Type, Most, Initial, Rent, Term, OnHire, OffHire],
        from => new Lease { Id = from.Get(Id), Type = from.Get(Type), Most = from.Get(Most), Initial = from.Get(Initial), Rent = from.Get(Rent), MinimumTerm = from.Get(Term), OnHire = from.Get(OnHire), OffHire = from.Get(OffHire) },
        (to, lease) =>
        {
            to.Put(Id, lease.Id);
            to.Put(Type, lease.Type);
            to.Put(Most, lease.Most);
            to.Put(Initial, lease.Initial);
            to.Put(Rent, lease.Rent);
            to.Put(Term, lease.MinimumTerm);
            to.Put(OnHire, lease.OnHire);
            to.Put(OffHire, lease.OffHire);
        });
}
