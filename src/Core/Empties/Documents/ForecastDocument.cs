using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>Supplies and demands as documents have them.</summary>
internal static class ForecastDocument
{
    private static readonly Property<int> At = Property<int>.Needed("location", "location", EmptiesKinds.LocationId, "id of the location");
    private static readonly Property<int> Type = Property<int>.Needed("type", "type", EmptiesKinds.TypeId, "id of the container type");
    private static readonly Property<int> Comes = Property<int>.Needed("period", "period", EmptiesKinds.Period, "period in which they come");
    private static readonly Property<int> Asked = Property<int>.Needed("period", "period", EmptiesKinds.Period, "period in which they are asked for");
    private static readonly Property<int> Count = Property<int>.Needed("count", "count", EmptiesKinds.Count, "containers expected");
    private static readonly Property<int> Low = Property<int>.Optional("low", "low", EmptiesKinds.Count, 0, "quantile of 10 %, no more than `count`; default certain");
    private static readonly Property<int> High = Property<int>.Optional("high", "high", EmptiesKinds.Count, 0, "quantile of 90 %, no less than `count`; default certain");
    private static readonly Property<int> Shortage = Property<int>.Needed("shortageCost", "shortageCost", EmptiesKinds.Cost, "cost of each container that is not given");

    public static readonly Shape<Supply> Supply = new(
        "supply",
        [At, Type, Comes, Count, Low, High],
        from => new Supply { Location = from.Get(At), Type = from.Get(Type), Period = from.Get(Comes), Count = from.Get(Count), Low = from.Find(Low), High = from.Find(High) },
        (to, supply) =>
        {
            to.Put(At, supply.Location);
            to.Put(Type, supply.Type);
            to.Put(Comes, supply.Period);
            to.Put(Count, supply.Count);
            to.PutIfAny(Low, supply.Low);
            to.PutIfAny(High, supply.High);
        });

    public static readonly Shape<Demand> Demand = new(
        "demand",
        [At, Type, Asked, Count, Low, High, Shortage],
        from => new Demand { Location = from.Get(At), Type = from.Get(Type), Period = from.Get(Asked), Count = from.Get(Count), Low = from.Find(Low), High = from.Find(High), ShortageCost = from.Get(Shortage) },
        (to, demand) =>
        {
            to.Put(At, demand.Location);
            to.Put(Type, demand.Type);
            to.Put(Asked, demand.Period);
            to.Put(Count, demand.Count);
            to.PutIfAny(Low, demand.Low);
            to.PutIfAny(High, demand.High);
            to.Put(Shortage, demand.ShortageCost);
        });
}
