using BerthOpt.Diagnostics;

namespace BerthOpt.Cranes;

/// <summary>The rules that a workload must keep; each breach is one fault with a JSON Pointer.</summary>
internal static class WorkloadRules
{
    public const int MostContainers = 100_000;
    public const int MostCovers = 20;
    public const int MostBay = 999;
    public const decimal MostSeconds = 100_000;
    public const decimal MostMetres = 1_000_000;

    private const string Rows = "/work";

    public static List<Fault> Faults(BayWorkload workload)
    {
        var faults = new FaultList();
        if (!faults.Require(!workload.Cranes.IsDefaultOrEmpty, "missing", "/cranes", "is empty; expected at least one crane.")
            | !faults.Require(!workload.Vessels.IsDefault, "missing", "/vessels", "is no list; expected one, which may be empty.")
            | !faults.Require(!workload.Work.IsDefault, "missing", Rows, "is no list; expected one, which may be empty."))
        {
            return faults.All;
        }

        faults.Range("/rail/travelSections", workload.Rail.TravelSections, 1, 1_000_000, "sections");
        for (var index = 0; index < workload.Cranes.Length; index++)
        {
            var (place, crane) = ($"/cranes/{index}", workload.Cranes[index]);
            Seconds(faults, $"{place}/singleSeconds", crane.SingleSeconds, true);
            Seconds(faults, $"{place}/twinSeconds", crane.TwinSeconds, true);
            Seconds(faults, $"{place}/tandemSeconds", crane.TandemSeconds, true);
            Seconds(faults, $"{place}/doubleCycleSeconds", crane.DoubleCycleSeconds, true);
            Seconds(faults, $"{place}/hatchCoverSeconds", crane.HatchCoverSeconds, false);
            faults.Range($"{place}/ratePercent", crane.Crane.RatePercent, 1, 10_000, "percent");
        }

        for (var index = 0; index < workload.Vessels.Length; index++)
        {
            var (place, vessel) = ($"/vessels/{index}", workload.Vessels[index]);
            Metres(faults, $"{place}/bowMetres", vessel.BowMetres, -MostMetres, MostMetres);
            Metres(faults, $"{place}/firstBayMetres", vessel.FirstBayMetres, 0, MostMetres);
            Metres(faults, $"{place}/bayMetres", vessel.BayMetres, 0.01m, 100);
        }

        var grid = workload.Grid;
        faults.Require(grid.SecondsPerSlot is >= 0.001m and <= 1_000_000, "out-of-range", "/grid/secondsPerSlot", $"is {grid.SecondsPerSlot}; expected 0.001 to 1000000 seconds.");
        faults.Require(grid.MetresPerSection is >= 0.0001m and <= 1_000_000, "out-of-range", "/grid/metresPerSection", $"is {grid.MetresPerSection}; expected 0.0001 to 1000000 metres.");
        var first = new Dictionary<(int, int, TaskPlace, TaskWork), int>();
        for (var index = 0; index < workload.Work.Length; index++)
        {
            var (place, work) = ($"{Rows}/{index}", workload.Work[index]);
            Row(faults, place, work, workload.Vessels.Length);
            if (!first.TryAdd((work.Vessel, work.Bay, work.Place, work.Work), index))
            {
                faults.Add("duplicate-entry", place, $"is bay {work.Bay}, {work.Place}, {work.Work} of its vessel, which {Rows}/{first[(work.Vessel, work.Bay, work.Place, work.Work)]} has already; expected one entry. Maybe add the two up.");
            }
        }

        return faults.All;
    }

    private static void Row(FaultList faults, string place, BayWork work, int vessels)
    {
        faults.Index($"{place}/vessel", work.Vessel, vessels, "vessel");
        faults.Range($"{place}/bay", work.Bay, 1, MostBay, "(a bay)");
        faults.Require(work.Place is TaskPlace.Deck or TaskPlace.Hold, "bad-place", $"{place}/place", $"is {work.Place}; expected deck or hold.");
        faults.Require(work.Work is TaskWork.Discharge or TaskWork.Load, "bad-work", $"{place}/work", $"is {work.Work}; expected discharge or load.");
        var counted = faults.Range($"{place}/containers20", work.Containers20, 0, MostContainers, "containers")
            & faults.Range($"{place}/containers40", work.Containers40, 0, MostContainers, "containers")
            & faults.Range($"{place}/twinPairs", work.TwinPairs, 0, MostContainers, "pairs")
            & faults.Range($"{place}/tandemPairs", work.TandemPairs, 0, MostContainers, "pairs");
        faults.Range($"{place}/hatchCovers", work.HatchCovers, 0, MostCovers, "covers");
        var odd = work.Bay % 2 != 0;
        faults.Require(!odd || work.Containers40 == 0, "odd-bay", $"{place}/containers40", $"is {work.Containers40} in bay {work.Bay}; expected 0, as an odd bay holds 20' only. Maybe bay {work.Bay - 1} or {work.Bay + 1} is meant.");
        faults.Require(!odd || work.TwinPairs == 0, "odd-bay", $"{place}/twinPairs", $"is {work.TwinPairs} in bay {work.Bay}; expected 0: pairs lie in two odd bays and are told with the even bay between them.");
        faults.Require(work.Bay % 4 != 0 || work.Place != TaskPlace.Hold, "bay-over-two-hatches", $"{place}/bay", $"is {work.Bay} in the hold; expected 2, 6, 10, ... or an odd bay, as bay {work.Bay} lies across two hatches.");
        if (counted)
        {
            faults.Require(2L * work.TwinPairs <= work.Containers20, "too-many-pairs", $"{place}/twinPairs", $"is {work.TwinPairs} of {work.Containers20} 20'; expected at most half of them.");
            faults.Require(2L * work.TandemPairs <= work.Containers40, "too-many-pairs", $"{place}/tandemPairs", $"is {work.TandemPairs} of {work.Containers40} 40'; expected at most half of them.");
            if (!work.StackLifts.IsEmpty && work.StackLifts.Length <= 1000 && work.StackLifts.All(lifts => lifts is >= 0 and <= MostContainers))
            {
                var sum = work.StackLifts.Sum();
                faults.Require(sum == work.Lifts, "stack-sum", $"{place}/stackLifts", $"has {sum} lifts; expected {work.Lifts}, all containers of the entry with each pair as one.");
            }
            else if (!work.StackLifts.IsEmpty)
            {
                faults.Add("out-of-range", $"{place}/stackLifts", $"has {work.StackLifts.Length} stacks, or one out of range; expected up to 1000 stacks of 0 to {MostContainers} lifts.");
            }
        }
    }

    private static void Seconds(FaultList faults, string place, decimal? value, bool positive) =>
        faults.Require(value is null || (value >= 0 && (value > 0 || !positive) && value <= MostSeconds), "out-of-range", place, $"is {value}; expected {(positive ? "more than" : "at least")} 0, up to {MostSeconds} seconds.");

    private static void Metres(FaultList faults, string place, decimal value, decimal min, decimal max) =>
        faults.Require(value >= min && value <= max, "out-of-range", place, $"is {value}; expected {min} to {max} metres.");
}
