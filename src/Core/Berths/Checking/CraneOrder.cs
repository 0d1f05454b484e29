using BerthOpt.Diagnostics;

namespace BerthOpt.Berths.Checking;

/// <summary>Whether the numbered cranes of a rail can all be where and when they must: working, in reach, one call each, in order, in time.</summary>
internal static class CraneOrder
{
    public static void Run(BerthProblem problem, CranePool pool, List<Visit> working, FaultLog<PlanFault> faults)
    {
        var crews = working.Select(visit => Crew.Of(problem, pool, visit)).OfType<Crew>().OrderBy(crew => crew.Visit.Start).ThenBy(crew => crew.Visit.Index).ToList();
        var byVisit = crews.ToDictionary(crew => crew.Visit);
        foreach (var crew in crews)
        {
            Outages(pool, crew, faults);
            Reaches(pool, crew, faults);
        }

        Pairs.Meeting(crews.Select(crew => crew.Visit), visit => visit.WorkEnd, (one, two) => Order(pool, byVisit[one], byVisit[two], faults));
        if (pool.Travel is { } travel)
        {
            Travel(pool, travel, crews, faults);
        }
    }

    private static void Outages(CranePool pool, Crew crew, FaultLog<PlanFault> faults)
    {
        foreach (var outage in pool.Outages)
        {
            if (crew.Has(outage.Crane) && outage.Slots.From < crew.Visit.WorkEnd && crew.Visit.Start < outage.Slots.To)
            {
                faults.Add(BerthFaultCodes.CraneOut, crew.Visit, $"is worked on from {faults.Words.Times(crew.Visit.Start, crew.Visit.WorkEnd)} by crane {outage.Crane + 1} of pool \"{pool.Id}\"; expected another one, for it is out from {faults.Words.Times(outage.Slots.From, outage.Slots.To)}{(outage.Reason.Length == 0 ? "" : $" ({outage.Reason})")}.");
            }
        }
    }

    private static void Reaches(CranePool pool, Crew crew, FaultLog<PlanFault> faults)
    {
        if (crew.Visit.Sections is not { } hull)
        {
            return;
        }

        foreach (var crane in pool.Reaches.Where(reach => crew.Has(reach.Crane)).GroupBy(reach => reach.Crane))
        {
            if (!crane.Any(reach => reach.Quay == crew.Visit.Assignment.Quay && reach.Sections.From <= hull.From && hull.To <= reach.Sections.To))
            {
                faults.Add(BerthFaultCodes.CraneOutOfReach, crew.Visit, $"lies at {faults.Words.Metres(hull.From, hull.To)} of quay \"{crew.Visit.Quay!.Id}\"; expected within the reach of crane {crane.Key + 1} of pool \"{pool.Id}\".");
            }
        }
    }

    private static void Order(CranePool pool, Crew one, Crew two, FaultLog<PlanFault> faults)
    {
        if (one.From < two.To && two.From < one.To)
        {
            faults.Add(BerthFaultCodes.CraneShared, one.Visit.Index, two.Visit.Index, $"{one} and {two} share cranes of pool \"{pool.Id}\" at the same time; expected cranes of their own.");
        }
        else if (one.IsLeftOf(two) ? one.From > two.From : two.IsLeftOf(one) && two.From > one.From)
        {
            var (left, right) = one.IsLeftOf(two) ? (one, two) : (two, one);
            faults.Add(BerthFaultCodes.CraneCrossing, left.Visit.Index, right.Visit.Index, $"{left} lies left of {right} at the same time; expected its cranes of pool \"{pool.Id}\" to stand left too.");
        }
    }

    private static void Travel(CranePool pool, CraneTravel travel, List<Crew> crews, FaultLog<PlanFault> faults)
    {
        var last = new Crew?[pool.Count];
        foreach (var next in crews)
        {
            var told = new HashSet<Crew>();
            for (var crane = next.From; crane < next.To; crane++)
            {
                if (last[crane] is { } before && before.Visit.WorkEnd <= next.Visit.Start && told.Add(before))
                {
                    Trip(pool, travel, before, next, faults);
                }

                last[crane] = next;
            }
        }
    }

    private static void Trip(CranePool pool, CraneTravel travel, Crew before, Crew next, FaultLog<PlanFault> faults)
    {
        var distance = Math.Abs(next.Place - before.Place);
        var free = next.Visit.Start - before.Visit.WorkEnd - travel.SetupSlots;
        if ((Int128)free * travel.SpeedSections < (Int128)distance * travel.SpeedSlots)
        {
            var needed = (long)Int128.Min(long.MaxValue / 4, travel.SetupSlots + ((((Int128)distance * travel.SpeedSlots) + travel.SpeedSections - 1) / travel.SpeedSections));
            faults.Add(BerthFaultCodes.CraneTravel, before.Visit.Index, next.Visit.Index, $"{next} starts at {faults.Words.Time(next.Visit.Start)}, but needs cranes of {before} of pool \"{pool.Id}\" that are free from {faults.Words.Time(before.Visit.WorkEnd)} on; expected {faults.Words.Time(before.Visit.WorkEnd + needed)} or later, {faults.Words.Duration(needed)} for {faults.Words.Metres(distance)} and setup.");
        }
    }
}
