using System.Globalization;
using System.Text;
using BerthOpt.Cranes;

namespace BerthOpt.Port;

/// <summary>The crane problem of one call alone with a number of cranes.</summary>
internal static class CallAlone
{
    /// <summary>The problem: makespan, all cranes ready and nowhere in particular at slot 0, the bow at 0.</summary>
    public static CraneProblem Problem(PortWork work, int call, int pool, int cranes, bool doubleCycling)
    {
        var vessel = work.VesselOfCall[call];
        var all = work.CranesOf(pool);
        var template = work.Bays.Vessels[vessel];
        var workload = work.Bays with
        {
            Name = template.Vessel.Id,
            Rail = work.Bays.Rail with { From = null, To = null, StartsBlock = false },
            Cranes = [.. all.Select((crane, index) => crane with { Crane = new Crane { Id = $"{index + 1}", RatePercent = crane.Crane.RatePercent } })],
            Vessels = [template with { Vessel = new CraneVessel { Id = template.Vessel.Id }, Bow = BowSide.Smaller, BowMetres = 0 }],
            Work = [.. work.Bays.Work.Where(bay => bay.Vessel == vessel).Select(bay => bay with { Vessel = 0 })],
            Objective = new CraneObjective(),
        };
        var single = workload.ToProblem(doubleCycling);
        var needed = Enumerable.Range(0, all.Length).Select(crane => single.Tasks.Sum(task => (long)(task.HandlingByCrane.IsEmpty ? task.Handling : task.HandlingByCrane[crane]))).ToArray();
        var first = Enumerable.Range(0, all.Length - cranes + 1).MaxBy(crane => needed.AsSpan(crane, cranes).ToArray().Sum());
        return (workload with { Cranes = workload.Cranes.Slice(first, cranes) }).ToProblem(doubleCycling);
    }

    /// <summary>All that the schedule depends on; equal for equal workloads, whatever their names.</summary>
    public static string Key(CraneProblem problem)
    {
        var key = new StringBuilder();
        key.Append(CultureInfo.InvariantCulture, $"{problem.Cranes.Length};{problem.Rail.TravelSlots}/{problem.Rail.TravelSections};{problem.Rail.Clearance}");
        foreach (var task in problem.Tasks)
        {
            key.Append(CultureInfo.InvariantCulture, $";{task.Position}:{task.Handling}").AppendJoin(',', task.HandlingByCrane.Select(slots => $" {slots}"));
        }

        foreach (var pair in problem.Precedences)
        {
            key.Append(CultureInfo.InvariantCulture, $";{pair.First}<{pair.Second}");
        }

        return key.ToString();
    }
}
