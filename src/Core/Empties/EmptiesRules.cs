using System.Collections.Immutable;
using System.Numerics;
using BerthOpt.Diagnostics;

namespace BerthOpt.Empties;

/// <summary>The rules that parts must keep to be a problem; each breach is one fault with a JSON Pointer.</summary>
internal static partial class EmptiesRules
{
    /// <summary>Most entries of one list.</summary>
    public const int MaxEntries = 10_000_000;

    /// <summary>Most types, and most pairs of types.</summary>
    public const int MaxTypes = 1_000;

    /// <summary>Most locations.</summary>
    public const int MaxLocations = 1_000_000;

    /// <summary>Greatest ratio of a conversion or a substitution.</summary>
    public const int MaxRatio = 100;

    /// <summary>Last period that anything may name: what is under way when the plan ends still arrives.</summary>
    public const int LastPeriod = 2 * EmptiesProblem.MaxPeriods;

    /// <summary>Most containers that there may be at once.</summary>
    private const int MaxContainers = 500_000_000;

    private const long MaxCost = 1L << 62;

    public static List<Fault> Faults(EmptiesParts parts)
    {
        var faults = new FaultList();
        faults.Require(!parts.Types.IsDefaultOrEmpty, "missing", "/types", "is empty; expected at least one container type.");
        faults.Require(!parts.Locations.IsDefaultOrEmpty, "missing", "/locations", "is empty; expected at least one location.");
        var whole = !parts.Types.IsDefault && !parts.Locations.IsDefault;
        whole &= IsList("/stocks", parts.Stocks, faults) & IsList("/supplies", parts.Supplies, faults) & IsList("/demands", parts.Demands, faults);
        whole &= IsList("/voyages", parts.Voyages, faults) & IsList("/links", parts.Links, faults) & IsList("/conversions", parts.Conversions, faults);
        whole &= IsList("/substitutions", parts.Substitutions, faults) & IsList("/leases", parts.Leases, faults);
        whole &= IsList("/limits", parts.Limits, faults) & IsList("/locks", parts.Locks, faults);
        if (!whole)
        {
            return faults.All;
        }

        faults.Range("/periods", parts.Periods, 1, EmptiesProblem.MaxPeriods, "periods");
        faults.Require(parts.Grid.HoursPerPeriod is >= 0.001m and <= 1_000_000, "out-of-range", "/grid/hoursPerPeriod", $"is {parts.Grid.HoursPerPeriod}; expected 0.001 to 1000000.");
        TypeFaults(parts, faults);
        LocationFaults(parts, faults);
        StockFaults(parts, faults);
        ForecastFaults(parts, faults);
        VoyageFaults(parts, faults);
        LinkFaults(parts, faults);
        ConversionFaults(parts, faults);
        SubstitutionFaults(parts, faults);
        LeaseFaults(parts, faults);
        LimitFaults(parts, faults);
        LockFaults(parts, faults);
        if (faults.All.Count == 0)
        {
            var containers = Containers(parts);
            faults.Require(containers <= MaxContainers, "too-many-containers", "", $"allows {containers:E2} containers at once; expected at most {MaxContainers}. Maybe \"most\" of a conversion or a lease is greater than need be.");
            Most(parts.Locks.Sum(locked => (long)locked.Count), "/locks", "books", faults);
            Most(parts.Limits.Sum(limit => (long)limit.Least), "/limits", "asks for at least", faults);
            var worst = WorstCost(parts, containers);
            faults.Require(worst < MaxCost, "cost-overflow", "", $"allows plans that cost {worst:E2}; expected less than {MaxCost:E2} for the worst one. Maybe costs are too fine, or counts without need so great.");
        }

        return faults.All;
    }

    private static void Most(long count, string place, string what, FaultList faults) =>
        faults.Require(count <= MaxContainers, "too-many-containers", place, $"{what} {count} containers, all entries together; expected at most {MaxContainers}.");

    private static bool IsList<T>(string place, ImmutableArray<T> list, FaultList faults) =>
        faults.Require(!list.IsDefault, "missing", place, "is no list; expected one, which may be empty.")
        && faults.Range(place, list.Length, 0, MaxEntries, "entries");

    private static void TypeFaults(EmptiesParts parts, FaultList faults)
    {
        faults.Range("/types", parts.Types.Length, 1, MaxTypes, "types");
        faults.Ids("container type", parts.Types.Select((type, index) => ($"/types/{index}/id", type.Id)));
        for (var index = 0; index < parts.Types.Length; index++)
        {
            var type = parts.Types[index];
            faults.Range($"/types/{index}/teu", type.Teu, 0, 10_000, "hundredths of a TEU");
            faults.Range($"/types/{index}/slots", type.Slots, 0, 100, "slots");
            faults.Range($"/types/{index}/plugs", type.Plugs, 0, 100, "plugs");
            faults.Range($"/types/{index}/kilograms", type.Kilograms, 0, 1_000_000, "kilograms");
        }
    }

    private static void LocationFaults(EmptiesParts parts, FaultList faults)
    {
        faults.Range("/locations", parts.Locations.Length, 1, MaxLocations, "locations");
        faults.Ids("location", parts.Locations.Select((location, index) => ($"/locations/{index}/id", location.Id)));
        for (var index = 0; index < parts.Locations.Length; index++)
        {
            var location = parts.Locations[index];
            var place = $"/locations/{index}";
            faults.Require(Enum.IsDefined(location.Kind), "out-of-range", $"{place}/kind", $"is {location.Kind}; expected one of the kinds of locations.");
            Cost($"{place}/loadCost", location.LoadCost, faults);
            Cost($"{place}/dischargeCost", location.DischargeCost, faults);
            NotNegative($"{place}/storageTeu", location.StorageTeu, faults);
        }
    }

    /// <summary>At most so many containers are there at any moment: those that come, those on hire, and those that conversions make out of fewer.</summary>
    internal static BigInteger Containers(EmptiesParts parts) =>
        parts.Stocks.Aggregate(BigInteger.Zero, (sum, stock) => sum + stock.Initial)
        + parts.Supplies.Aggregate(BigInteger.Zero, (sum, supply) => sum + supply.Count)
        + parts.Leases.Aggregate(BigInteger.Zero, (sum, lease) => sum + lease.Most)
        + parts.Conversions.Where(conversion => conversion.Out > conversion.In).Aggregate(BigInteger.Zero, (sum, conversion) => sum + ((BigInteger)conversion.Out * parts.Periods * conversion.Most));

    /// <summary>At most so many containers are there at any moment, and each pays each price at most once a period.</summary>
    private static BigInteger WorstCost(EmptiesParts parts, BigInteger containers)
    {
        BigInteger periods = parts.Periods;
        var worst = BigInteger.Zero;
        foreach (var stock in parts.Stocks)
        {
            worst += (containers * stock.StorageCost * periods) + (periods * stock.SafetyStock * stock.SafetyCost) + ((BigInteger)stock.Target * stock.TargetCost);
        }

        var dearest = parts.Substitutions.IsEmpty ? 0 : parts.Substitutions.Max(substitution => substitution.Cost);
        worst += parts.Demands.Aggregate(BigInteger.Zero, (sum, demand) => sum + ((BigInteger)demand.Count * (demand.ShortageCost + dearest)));
        worst += parts.Voyages.Aggregate(BigInteger.Zero, (sum, voyage) => sum + voyage.Legs.Sum(leg => (long)leg.Cost) + voyage.Stops.Sum(stop => (long)parts.Locations[stop.Location].LoadCost + parts.Locations[stop.Location].DischargeCost)) * containers;
        worst += parts.Links.Aggregate(BigInteger.Zero, (sum, link) => sum + (periods * link.Most * Math.Abs((long)link.Cost)));
        worst += parts.Conversions.Aggregate(BigInteger.Zero, (sum, conversion) => sum + (periods * conversion.Most * conversion.Cost));
        return worst + parts.Leases.Aggregate(BigInteger.Zero, (sum, lease) => sum + (periods * lease.Most * (lease.Rent + lease.OnHire.Sum(place => (long)place.Cost) + lease.OffHire.Sum(place => (long)place.Cost))));
    }

    private static bool Cost(string place, int value, FaultList faults) => faults.Range(place, value, 0, EmptiesProblem.MaxUnitCost, "for each container");

    private static bool Count(string place, int value, FaultList faults) => faults.Range(place, value, 0, EmptiesProblem.MaxCount, "containers");

    private static bool Period(string place, int value, int last, FaultList faults) => faults.Range(place, value, 0, last, "(a period)");

    private static void NotNegative(string place, int? value, FaultList faults)
    {
        if (value is { } number)
        {
            faults.NotNegative(place, number);
        }
    }

    private static void RoomFaults(string place, Room room, FaultList faults)
    {
        NotNegative($"{place}/teu", room.Teu, faults);
        NotNegative($"{place}/slots", room.Slots, faults);
        NotNegative($"{place}/plugs", room.Plugs, faults);
        NotNegative($"{place}/kilograms", room.Kilograms, faults);
    }
}
