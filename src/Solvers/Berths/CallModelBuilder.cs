namespace BerthOpt.Berths;

/// <summary>Resolves a call: its window, rates, zones and prices.</summary>
internal static class CallModelBuilder
{
    public static CallModel Build(BerthModel model, int index, MovableSlots slots, PlaceLists places)
    {
        var problem = model.Problem;
        var call = problem.Calls[index];
        var entry = problem.Baseline?.Entries[index];
        var pin = Pinned(call, entry);
        var weights = problem.Objective;
        var endLimit = Math.Min(call.Deadline, problem.Horizon);
        var zones = ZoneBuilder.Build(model, places, call, entry, pin);
        var least = zones.SelectMany(zone => zone.Options).Select(option => option.MinSlots).DefaultIfEmpty(1).Min();
        var earliest = call.EarliestStart ?? call.Arrival;
        var latest = Math.Min(call.LatestStart, endLimit - least);
        if (pin.Start is { } start)
        {
            earliest = Math.Max(earliest, start);
            latest = Math.Min(latest, start);
        }

        var baseRate = entry is null ? 0 : (long)weights.Change * entry.StartRate;
        var departures = slots.NextDepartures(call);
        var caps = Enumerable.Range(0, model.Caps.Length).Where(cap => call.Length >= model.Caps[cap].MinLength).ToArray();
        var stayRate = (long)weights.Stay * call.Rates.Stay * call.Priority;
        var waitingRate = (long)weights.Waiting * call.Rates.Waiting * call.Priority;
        var pivot = Math.Max(call.Arrival, baseRate > 0 ? entry!.Start : 0);
        if ((departures is not null || caps.Length > 0) && stayRate > waitingRate)
        {
            pivot = int.MaxValue; // while the departure waits for its window, a later start shortens the stay
        }

        var built = new CallModel
        {
            Zones = earliest <= latest ? zones : [],
            Earliest = earliest,
            Latest = latest,
            EndLimit = endLimit,
            Pivot = pivot,
            Arrival = call.Arrival,
            Due = call.Due,
            WaitingRate = waitingRate,
            StayRate = stayRate,
            LatenessRate = call.Due == Call.Never ? 0 : (long)weights.Lateness * call.Rates.Lateness * call.Priority,
            SpeedUpRate = (long)weights.SpeedUp * call.Rates.SpeedUp,
            CraneRate = (long)weights.CraneSlots * call.Rates.CraneSlot,
            BaseStart = entry?.Start ?? 0,
            BaseStartRate = baseRate,
            BaseCranes = entry?.Cranes ?? 0,
            BaseCraneRate = entry is null ? 0 : (long)weights.Change * entry.CraneRate,
            ArrivalSlots = slots.Arrivals(call),
            NextDeparture = departures,
            Caps = caps,
            Optional = call.Optional,
            FirstCrane = pin.FirstCrane ?? -1,
            RejectionCost = (long)weights.Rejection * call.Rates.Rejection,
        };
        SetCostRange(built, problem);
        return built;
    }

    /// <summary>The call's pin, and what freezing its baseline entry adds to it.</summary>
    private static Pin Pinned(Call call, BaselineEntry? entry)
    {
        var pin = call.Pin ?? new Pin();
        if (entry is not { Frozen: true })
        {
            return pin;
        }

        var impossible = (pin.Quay ?? entry.Quay) != entry.Quay || (pin.Position ?? entry.Position) != entry.Position
            || (pin.Start ?? entry.Start) != entry.Start || (entry.Cranes > 0 && (pin.Cranes ?? entry.Cranes) != entry.Cranes);
        return pin with
        {
            Quay = impossible ? -1 : entry.Quay,
            Position = entry.Position,
            Start = entry.Start,
            Cranes = entry.Cranes > 0 ? entry.Cranes : pin.Cranes,
        };
    }

    private static void SetCostRange(CallModel call, BerthProblem problem)
    {
        var (best, worst) = (long.MaxValue, call.RejectionCost);
        foreach (var zone in call.Zones)
        {
            var dearest = zone.PlaceCost is null ? zone.MinPlaceCost : zone.PlaceCost.Max();
            foreach (var option in zone.Options)
            {
                var slots = option.MaxSlots;
                worst = Math.Max(worst, dearest + Math.Max(call.TimeCost(call.Latest, call.EndLimit, slots, option.Cranes), call.TimeCost(call.Earliest, call.EndLimit, slots, option.Cranes)));

                // When windows are ignored, which leaves a floor, the price of time is convex and bends at these starts alone.
                foreach (var bend in (ReadOnlySpan<int>)[call.Earliest, call.Latest, call.Arrival, call.BaseStart, call.Due - option.MinSlots])
                {
                    var start = Math.Clamp(bend, call.Earliest, call.Latest);
                    best = Math.Min(best, zone.MinPlaceCost + call.TimeCost(start, start + option.MinSlots, option.MinSlots, option.Cranes));
                }
            }
        }

        var ceiling = (1L << 60) / (problem.Calls.Length + 1);
        call.WorstCost = Math.Min(worst, ceiling);
        call.IdealCost = call.Optional ? Math.Min(best, call.RejectionCost) : best == long.MaxValue ? 0 : best;
    }
}
