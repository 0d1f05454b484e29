using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>The entries of plans as documents have them.</summary>
internal static class EmptiesPlanEntries
{
    private static readonly Property<int> OnVoyage = Property<int>.Needed("voyage", null, EmptiesKinds.VoyageId, "id of the voyage");
    private static readonly Property<int> FromStop = Property<int>.Needed("fromStop", null, EmptiesKinds.Free, "number of the stop where they go on board, from 0");
    private static readonly Property<int> ToStop = Property<int>.Needed("toStop", null, EmptiesKinds.Free, "number of the stop where they come ashore");
    private static readonly Property<int> OnLink = Property<int>.Needed("link", null, EmptiesKinds.LinkId, "id of the link");
    private static readonly Property<int> OfConversion = Property<int>.Needed("conversion", null, EmptiesKinds.ConversionId, "id of the conversion");
    private static readonly Property<int> OfLease = Property<int>.Needed("lease", null, EmptiesKinds.LeaseId, "id of the contract");
    private static readonly Property<int> Place = Property<int>.Needed("place", null, EmptiesKinds.Free, "number of the place in the contract's list, from 0");
    private static readonly Property<int> At = Property<int>.Needed("demand", null, EmptiesKinds.Free, "number of the demand in the problem's list, from 0");
    private static readonly Property<int> Period = Property<int>.Needed("period", null, EmptiesKinds.Free, "the period");
    private static readonly Property<int> Type = Property<int>.Needed("type", null, EmptiesKinds.TypeId, "id of the container type");
    private static readonly Property<int> Count = Property<int>.Needed("count", null, EmptiesKinds.Free, "containers");
    private static readonly Property<int> Runs = Property<int>.Needed("count", null, EmptiesKinds.Free, "runs");
    private static readonly Property<int> Served = Property<int>.Needed("count", null, EmptiesKinds.Free, "how many of those asked for are served");

    public static readonly Shape<VoyageMove> Voyage = new(
        "voyage move",
        [OnVoyage, FromStop, ToStop, Type, Count],
        from => new VoyageMove(from.Get(OnVoyage), from.Get(FromStop), from.Get(ToStop), from.Get(Type), from.Get(Count)),
        (to, move) =>
        {
            to.Put(OnVoyage, move.Voyage);
            to.Put(FromStop, move.FromStop);
            to.Put(ToStop, move.ToStop);
            to.Put(Type, move.Type);
            to.Put(Count, move.Count);
        });

    public static readonly Shape<LinkMove> Link = new(
        "link move",
        [OnLink, Period, Type, Count],
        from => new LinkMove(from.Get(OnLink), from.Get(Period), from.Get(Type), from.Get(Count)),
        (to, move) =>
        {
            to.Put(OnLink, move.Link);
            to.Put(Period, move.Period);
            to.Put(Type, move.Type);
            to.Put(Count, move.Count);
        });

    public static readonly Shape<ConversionRun> Conversion = new(
        "conversion run",
        [OfConversion, Period, Runs],
        from => new ConversionRun(from.Get(OfConversion), from.Get(Period), from.Get(Runs)),
        (to, run) =>
        {
            to.Put(OfConversion, run.Conversion);
            to.Put(Period, run.Period);
            to.Put(Runs, run.Count);
        });

    public static readonly Shape<Fulfilment> Fulfilment = new(
        "fulfilment",
        [At, Type, Served],
        from => new Fulfilment(from.Get(At), from.Get(Type), from.Get(Served)),
        (to, given) =>
        {
            to.Put(At, given.Demand);
            to.Put(Type, given.Type);
            to.Put(Served, given.Count);
        });

    public static readonly Shape<HireMove> Hire = new(
        "hire",
        [OfLease, Place, Period, Count],
        from => new HireMove(from.Get(OfLease), from.Get(Place), from.Get(Period), from.Get(Count)),
        (to, hire) =>
        {
            to.Put(OfLease, hire.Lease);
            to.Put(Place, hire.Place);
            to.Put(Period, hire.Period);
            to.Put(Count, hire.Count);
        });
}
