using BerthOpt.Diagnostics;

namespace BerthOpt.Empties;

/// <content>Rules for stocks, forecasts, conversions, substitutions and leases.</content>
internal static partial class EmptiesRules
{
    private static void StockFaults(EmptiesParts parts, FaultList faults)
    {
        var first = new Dictionary<(int, int), int>();
        for (var index = 0; index < parts.Stocks.Length; index++)
        {
            var stock = parts.Stocks[index];
            var place = $"/stocks/{index}";
            if (Pair(place, stock.Location, stock.Type, parts, faults) && !first.TryAdd((stock.Location, stock.Type), index))
            {
                faults.Add("duplicate-entry", place, $"is of location \"{parts.Locations[stock.Location].Id}\" and type \"{parts.Types[stock.Type].Id}\", which entry {first[(stock.Location, stock.Type)]} has already; expected one entry for each pair.");
            }

            Count($"{place}/initial", stock.Initial, faults);
            Cost($"{place}/storageCost", stock.StorageCost, faults);
            faults.Range($"{place}/freePeriods", stock.FreePeriods, 0, EmptiesProblem.MaxPeriods, "periods");
            Count($"{place}/safetyStock", stock.SafetyStock, faults);
            Cost($"{place}/safetyCost", stock.SafetyCost, faults);
            Count($"{place}/target", stock.Target, faults);
            Cost($"{place}/targetCost", stock.TargetCost, faults);
        }
    }

    private static void ForecastFaults(EmptiesParts parts, FaultList faults)
    {
        for (var index = 0; index < parts.Supplies.Length; index++)
        {
            var supply = parts.Supplies[index];
            var place = $"/supplies/{index}";
            Pair(place, supply.Location, supply.Type, parts, faults);
            Period($"{place}/period", supply.Period, LastPeriod, faults);
            Quantiles(place, supply.Count, supply.Low, supply.High, faults);
        }

        var first = new Dictionary<(int, int, int), int>();
        for (var index = 0; index < parts.Demands.Length; index++)
        {
            var demand = parts.Demands[index];
            var place = $"/demands/{index}";
            if (Pair(place, demand.Location, demand.Type, parts, faults)
                & Period($"{place}/period", demand.Period, parts.Periods - 1, faults)
                && !first.TryAdd((demand.Location, demand.Type, demand.Period), index))
            {
                faults.Add("duplicate-entry", place, $"is of location \"{parts.Locations[demand.Location].Id}\", type \"{parts.Types[demand.Type].Id}\" and period {demand.Period}, which entry {first[(demand.Location, demand.Type, demand.Period)]} has already; expected one entry for the three. Maybe add them up.");
            }

            Quantiles(place, demand.Count, demand.Low, demand.High, faults);
            Cost($"{place}/shortageCost", demand.ShortageCost, faults);
        }
    }

    private static void ConversionFaults(EmptiesParts parts, FaultList faults)
    {
        faults.Ids("conversion", parts.Conversions.Select((conversion, index) => ($"/conversions/{index}/id", conversion.Id)));
        for (var index = 0; index < parts.Conversions.Length; index++)
        {
            var conversion = parts.Conversions[index];
            var place = $"/conversions/{index}";
            faults.Index($"{place}/location", conversion.Location, parts.Locations.Length, "location");
            TwoTypes(place, "from", conversion.From, "to", conversion.To, parts, faults);
            faults.Range($"{place}/in", conversion.In, 1, MaxRatio, "containers");
            faults.Range($"{place}/out", conversion.Out, 1, MaxRatio, "containers");
            faults.Range($"{place}/delay", conversion.Delay, 0, EmptiesProblem.MaxPeriods, "periods");
            faults.Require(conversion.Delay > 0 || conversion.In == conversion.Out, "out-of-range", $"{place}/delay", "is 0; expected at least 1 period where a run takes and gives different numbers, or containers could be made out of nothing.");
            faults.Require(conversion.In != conversion.Out || conversion.In == 1, "out-of-range", $"{place}/in", $"is {conversion.In}, as many as \"out\"; expected 1 of each.");
            Cost($"{place}/cost", conversion.Cost, faults);
            Count($"{place}/most", conversion.Most, faults);
        }
    }

    private static void SubstitutionFaults(EmptiesParts parts, FaultList faults)
    {
        var first = new Dictionary<(int, int), int>();
        for (var index = 0; index < parts.Substitutions.Length; index++)
        {
            var substitution = parts.Substitutions[index];
            var place = $"/substitutions/{index}";
            if (TwoTypes(place, "asked", substitution.Asked, "given", substitution.Given, parts, faults) && !first.TryAdd((substitution.Asked, substitution.Given), index))
            {
                faults.Add("duplicate-entry", place, $"has the types of entry {first[(substitution.Asked, substitution.Given)]}; expected one entry for each pair.");
            }

            faults.Range($"{place}/count", substitution.Count, 1, MaxRatio, "containers");
            Cost($"{place}/cost", substitution.Cost, faults);
        }
    }

    private static void LeaseFaults(EmptiesParts parts, FaultList faults)
    {
        faults.Ids("lease", parts.Leases.Select((lease, index) => ($"/leases/{index}/id", lease.Id)));
        for (var index = 0; index < parts.Leases.Length; index++)
        {
            var lease = parts.Leases[index];
            var place = $"/leases/{index}";
            faults.Index($"{place}/type", lease.Type, parts.Types.Length, "container type");
            Count($"{place}/most", lease.Most, faults);
            faults.Range($"{place}/initial", lease.Initial, 0, Math.Max(0, lease.Most), "containers");
            Cost($"{place}/rent", lease.Rent, faults);
            faults.Range($"{place}/minimumTerm", lease.MinimumTerm, 0, EmptiesProblem.MaxPeriods, "periods");
            if (IsList($"{place}/onHire", lease.OnHire, faults) & IsList($"{place}/offHire", lease.OffHire, faults))
            {
                Places($"{place}/onHire", lease.OnHire, parts, faults);
                Places($"{place}/offHire", lease.OffHire, parts, faults);
            }
        }
    }

    private static void Places(string list, IReadOnlyList<HirePlace> places, EmptiesParts parts, FaultList faults)
    {
        var seen = new HashSet<int>();
        for (var index = 0; index < places.Count; index++)
        {
            Cost($"{list}/{index}/cost", places[index].Cost, faults);
            if (faults.Index($"{list}/{index}/location", places[index].Location, parts.Locations.Length, "location"))
            {
                faults.Require(seen.Add(places[index].Location), "duplicate-entry", $"{list}/{index}/location", $"is location \"{parts.Locations[places[index].Location].Id}\" again; expected each place once.");
            }
        }
    }

    private static bool TwoTypes(string place, string one, int first, string other, int second, EmptiesParts parts, FaultList faults) =>
        (faults.Index($"{place}/{one}", first, parts.Types.Length, "container type") & faults.Index($"{place}/{other}", second, parts.Types.Length, "container type"))
        && faults.Require(first != second, "same-type", $"{place}/{other}", $"is the type of \"{one}\" too; expected another one.");

    private static bool Pair(string place, int location, int type, EmptiesParts parts, FaultList faults) =>
        faults.Index($"{place}/location", location, parts.Locations.Length, "location") & faults.Index($"{place}/type", type, parts.Types.Length, "container type");

    private static void Quantiles(string place, int count, int? low, int? high, FaultList faults)
    {
        Count($"{place}/count", count, faults);
        if (low is { } least)
        {
            faults.Range($"{place}/low", least, 0, Math.Max(0, count), "containers, no more than expected");
        }

        if (high is { } most)
        {
            faults.Range($"{place}/high", most, Math.Min(count, EmptiesProblem.MaxCount), EmptiesProblem.MaxCount, "containers, no less than expected");
        }
    }
}
