using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Diagnostics;

namespace BerthOpt.Port;

/// <summary>The rules that berths and bays must keep to go together; each breach is one fault with a JSON Pointer into the bays.</summary>
internal static class PortRules
{
    public static List<Fault> Faults(BerthProblem berths, BayWorkload bays)
    {
        var faults = new FaultList();
        faults.All.AddRange(WorkloadRules.Faults(bays));
        if (faults.All.Count > 0)
        {
            return faults.All;
        }

        var cranes = berths.CranePools.Sum(pool => pool.Count);
        faults.Require(bays.Cranes.Length == cranes, "crane-number", "/cranes", $"has {bays.Cranes.Length} cranes; expected {cranes}, as many as the crane pools of the berth problem have together.");
        var calls = berths.Calls.Select((call, index) => (call.Id, index)).ToDictionary(call => call.Id, call => call.index, StringComparer.Ordinal);
        var vessels = new HashSet<string>(StringComparer.Ordinal);
        var worked = bays.Work.Where(work => work.Moves > 0).ToLookup(work => work.Vessel);
        for (var index = 0; index < bays.Vessels.Length; index++)
        {
            var vessel = bays.Vessels[index];
            var id = vessel.Vessel.Id;
            var place = $"/vessels/{index}/id";
            if (faults.Require(calls.TryGetValue(id, out var call), "unknown-reference", place, $"is \"{id}\"; expected the id of a call of the berth problem.")
                && faults.Require(vessels.Add(id), "duplicate-id", place, $"is \"{id}\", which an earlier vessel has already; expected each call once.")
                && worked[index].Any())
            {
                CallFaults(berths, berths.Calls[call], vessel, worked[index], place, faults);
            }
        }

        return faults.All;
    }

    private static void CallFaults(BerthProblem berths, Call call, WorkloadVessel vessel, IEnumerable<BayWork> work, string place, FaultList faults)
    {
        faults.Require(call.Handling.MinCranes >= 1, "no-cranes", place, $"is \"{call.Id}\", a call that cranes do not matter to; expected a handling by number of cranes in the berth problem.");
        var most = berths.CranePools.Select(pool => pool.Count).DefaultIfEmpty().Max();
        faults.Require(call.Handling.MinCranes <= most, "no-cranes", place, $"is \"{call.Id}\", which needs {call.Handling.MinCranes} cranes; expected {most} at most, as the greatest pool has.");
        var length = call.Length * berths.Grid.MetresPerSection;
        var last = work.MaxBy(entry => entry.Bay)!.Bay;
        var behind = vessel.FirstBayMetres + ((last - 1) * vessel.BayMetres / 2);
        faults.Require(behind <= length, "bay-outside-hull", place, $"is \"{call.Id}\", whose bay {last} lies {behind} m behind its bow; expected {length} m at most, its length. Maybe the bays are closer to each other.");
    }
}
