using System.Collections.Immutable;
using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Diagnostics;

namespace BerthOpt.Port;

/// <summary>
/// A berth problem together with the bays of its calls: the vessels of the workload are calls, by id, and its cranes are those of the
/// berth problem's pools, pool after pool. A call without a vessel in the workload keeps the handling time that it has. Where a bow lies
/// follows from the berth plan; what the workload says of it, of berthing and of departure is not used.
/// </summary>
public sealed class PortWork
{
    /// <summary>Puts both together.</summary>
    /// <param name="berths">The berth problem.</param>
    /// <param name="bays">The bays of its calls, and its cranes.</param>
    /// <exception cref="InvalidInputException">They do not fit each other; it lists every fault with a JSON Pointer into <paramref name="bays"/>.</exception>
    public PortWork(BerthProblem berths, BayWorkload bays)
    {
        ArgumentNullException.ThrowIfNull(berths);
        ArgumentNullException.ThrowIfNull(bays);
        var faults = PortRules.Faults(berths, bays);
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }

        (Berths, Bays) = (berths, bays);
        var worked = bays.Work.Where(work => work.Moves > 0).Select(work => work.Vessel).ToHashSet();
        var vessels = bays.Vessels.Select((vessel, index) => (vessel.Vessel.Id, index)).Where(vessel => worked.Contains(vessel.index)).ToDictionary(vessel => vessel.Id, vessel => vessel.index, StringComparer.Ordinal);
        VesselOfCall = [.. berths.Calls.Select(call => vessels.GetValueOrDefault(call.Id, -1))];
    }

    /// <summary>The berth problem.</summary>
    public BerthProblem Berths { get; }

    /// <summary>The bays of its calls, and its cranes.</summary>
    public BayWorkload Bays { get; }

    /// <summary>For each call the index of its vessel in the workload; -1 for a call without containers there.</summary>
    public ImmutableArray<int> VesselOfCall { get; }

    /// <summary>The cranes of a pool.</summary>
    /// <param name="pool">Index of the pool.</param>
    public ImmutableArray<WorkloadCrane> CranesOf(int pool) =>
        Bays.Cranes.Slice(Berths.CranePools.Take(pool).Sum(before => before.Count), Berths.CranePools[pool].Count);

    /// <summary>A workload without bays for a berth problem, to which rows can be added: a vessel for each call, and cranes of 30 lifts an hour, 29 m apart at least and 45 m a minute fast.</summary>
    /// <param name="berths">The berth problem.</param>
    public static BayWorkload Around(BerthProblem berths)
    {
        ArgumentNullException.ThrowIfNull(berths);
        return new BayWorkload
        {
            Name = berths.Name,
            Rail = new Rail { TravelSlots = 4, TravelSections = 3, Clearance = 29 },
            Cranes = [.. berths.CranePools.SelectMany((pool, index) => Enumerable.Range(1, pool.Count).Select(crane => new WorkloadCrane { Crane = new Crane { Id = $"{(berths.CranePools.Length > 1 ? $"{index + 1}/" : "")}Q{crane}" }, TwinSeconds = 150 }))],
            Vessels = [.. berths.Calls.Select(call => new WorkloadVessel { Vessel = new CraneVessel { Id = call.Id }, BowMetres = 0 })],
        };
    }
}
