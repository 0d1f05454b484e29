using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>Locations and their stocks as documents have them.</summary>
internal static class LocationDocument
{
    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique among the locations");
    private static readonly Property<LocationKind> Kind = Property<LocationKind>.Optional("kind", "kind", new WordKind<LocationKind>(), LocationKind.Port, "what it is; default a port");
    private static readonly Property<int> LoadCost = Property<int>.Optional("loadCost", "loadCost", EmptiesKinds.Cost, 0, "cost of bringing one container on board of a voyage");
    private static readonly Property<int> DischargeCost = Property<int>.Optional("dischargeCost", "dischargeCost", EmptiesKinds.Cost, 0, "cost of taking one container off a voyage");
    private static readonly Property<int> Storage = Property<int>.Optional("storageTeu", "storageTeu", EmptiesKinds.Teu, 0, "most TEU that wait at the end of a period, all types together; default no limit");

    public static readonly Shape<Location> Shape = new(
        "location",
        [Id, Kind, LoadCost, DischargeCost, Storage],
        from => new Location { Id = from.Get(Id), Kind = from.Get(Kind), LoadCost = from.Get(LoadCost), DischargeCost = from.Get(DischargeCost), StorageTeu = from.Find(Storage) },
        (to, location) =>
        {
            to.Put(Id, location.Id);
            to.Put(Kind, location.Kind);
            to.Put(LoadCost, location.LoadCost);
            to.Put(DischargeCost, location.DischargeCost);
            to.PutIfAny(Storage, location.StorageTeu);
        });

    private static readonly Property<int> At = Property<int>.Needed("location", "location", EmptiesKinds.LocationId, "id of the location");
    private static readonly Property<int> Type = Property<int>.Needed("type", "type", EmptiesKinds.TypeId, "id of the container type");
    private static readonly Property<int> Initial = Optional("initial", EmptiesKinds.Count, "containers there at the start");
    private static readonly Property<int> StorageCost = Optional("storageCostPerPeriod", "storageCost", EmptiesKinds.Cost, "cost of one container that waits over the end of a period");
    private static readonly Property<int> FreePeriods = Optional("freePeriods", EmptiesKinds.Length, "ends of periods that each container waits free of charge, first come, first gone");
    private static readonly Property<int> SafetyStock = Optional("safetyStock", EmptiesKinds.Count, "containers that should be there at the end of every period");
    private static readonly Property<int> SafetyCost = Optional("safetyCostPerPeriod", "safetyCost", EmptiesKinds.Cost, "cost of each container short of that, at the end of each period");
    private static readonly Property<int> Target = Optional("target", EmptiesKinds.Count, "containers that should be there after the last period, those under way there included");
    private static readonly Property<int> TargetCost = Optional("targetCost", EmptiesKinds.Cost, "cost of each container short of that");

    public static readonly Shape<LocationStock> Stock = new("stock", [At, Type, Initial, StorageCost, FreePeriods, SafetyStock, SafetyCost, Target, TargetCost], ReadStock, WriteStock);

    private static Property<int> Optional(string name, Kind<int> kind, string meaning) => Optional(name, name, kind, meaning);

    private static Property<int> Optional(string name, string model, Kind<int> kind, string meaning) => Property<int>.Optional(name, model, kind, 0, meaning);

    private static LocationStock ReadStock(DocumentObject from) => new()
    {
        Location = from.Get(At),
        Type = from.Get(Type),
        Initial = from.Get(Initial),
        StorageCost = from.Get(StorageCost),
        FreePeriods = from.Get(FreePeriods),
        SafetyStock = from.Get(SafetyStock),
        SafetyCost = from.Get(SafetyCost),
        Target = from.Get(Target),
        TargetCost = from.Get(TargetCost),
    };

    private static void WriteStock(DocumentWriter to, LocationStock stock)
    {
        to.Put(At, stock.Location);
        to.Put(Type, stock.Type);
        to.Put(Initial, stock.Initial);
        to.Put(StorageCost, stock.StorageCost);
        to.Put(FreePeriods, stock.FreePeriods);
        to.Put(SafetyStock, stock.SafetyStock);
        to.Put(SafetyCost, stock.SafetyCost);
        to.Put(Target, stock.Target);
        to.Put(TargetCost, stock.TargetCost);
    }
}
