using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths.Checking;

/// <summary>Whether each call's place exists, holds its hull, and suits it.</summary>
internal static class PlaceCheck
{
    public static void Run(BerthProblem problem, Visit?[] visits, FaultLog<PlanFault> faults)
    {
        foreach (var visit in visits)
        {
            if (visit is null)
            {
                continue;
            }

            if (visit.Quay is not { } quay)
            {
                faults.Add(BerthFaultCodes.QuayUnknown, visit, $"lies at quay number {visit.Assignment.Quay}; expected 0 to {problem.Quays.Length - 1}.");
                continue;
            }

            if (quay.Layout == QuayLayout.Continuous)
            {
                Hull(problem.Clearances.QuayEndSections, visit, quay, faults);
            }
            else
            {
                Berths(visit, quay, faults);
            }

            if (visit.Sections is { } sections)
            {
                Suits(visit, quay, sections.From, sections.To, faults);
            }
        }
    }

    private static void Hull(int endRoom, Visit visit, Quay quay, FaultLog<PlanFault> faults)
    {
        var (from, to) = ((long)visit.Assignment.Position, (long)visit.Assignment.Position + visit.Call.Length);
        if (visit.Assignment.Berth != -1)
        {
            faults.Add(BerthFaultCodes.BerthMismatch, visit, $"has berth number {visit.Assignment.Berth} at the continuous quay \"{quay.Id}\"; expected -1, for it has no berths.");
        }

        if (from < 0 || to > quay.Length)
        {
            faults.Add(BerthFaultCodes.OutsideQuay, visit, $"lies at {faults.Words.Metres(from, to)}; expected within {faults.Words.Metres(0, quay.Length)} of quay \"{quay.Id}\".");
        }
        else if (from < endRoom || to > quay.Length - endRoom)
        {
            faults.Add(BerthFaultCodes.QuayEndClearance, visit, $"lies at {faults.Words.Metres(from, to)} of quay \"{quay.Id}\"; expected {faults.Words.Metres(endRoom)} free at either end, within {faults.Words.Metres(endRoom, quay.Length - endRoom)}.");
        }
    }

    private static void Berths(Visit visit, Quay quay, FaultLog<PlanFault> faults)
    {
        if (visit.BerthCount == 0)
        {
            faults.Add(BerthFaultCodes.BerthUnknown, visit, $"lies at berth number {visit.Assignment.Berth} of quay \"{quay.Id}\"; expected 0 to {quay.Berths.Length - 1}.");
            return;
        }

        var berth = quay.Berths[visit.FirstBerth];
        if (visit.Assignment.Position != berth.Start)
        {
            faults.Add(BerthFaultCodes.BerthMismatch, visit, $"lies at {faults.Words.Metres(visit.Assignment.Position)} at berth \"{berth.Id}\"; expected {faults.Words.Metres(berth.Start)}, where the berth starts.");
        }

        if (quay.Layout == QuayLayout.Discrete)
        {
            if (visit.Call.Length > berth.Length)
            {
                faults.Add(BerthFaultCodes.HullTooLong, visit, $"is {faults.Words.Metres(visit.Call.Length)} long; expected at most {faults.Words.Metres(berth.Length)}, the length of berth \"{berth.Id}\".");
            }
        }
        else if (BerthFilling.Wanted(quay, visit.Call, visit.FirstBerth) > visit.BerthCount)
        {
            if (visit.Call.BerthsNeeded > 0)
            {
                faults.Add(BerthFaultCodes.OutsideQuay, visit, $"fills {visit.Call.BerthsNeeded} berths from \"{berth.Id}\" on; expected at most {visit.BerthCount}, for quay \"{quay.Id}\" ends there.");
            }
            else
            {
                var room = quay.Berths.Skip(visit.FirstBerth).Sum(next => (long)next.Length);
                faults.Add(BerthFaultCodes.HullTooLong, visit, $"is {faults.Words.Metres(visit.Call.Length)} long; expected at most {faults.Words.Metres(room)}, the length of the berths of quay \"{quay.Id}\" from \"{berth.Id}\" on.");
            }
        }
    }

    private static void Suits(Visit visit, Quay quay, long from, long to, FaultLog<PlanFault> faults)
    {
        foreach (var border in quay.Breaks)
        {
            if (from < border && border < to)
            {
                faults.Add(BerthFaultCodes.AcrossBreak, visit, $"lies at {faults.Words.Metres(from, to)} of quay \"{quay.Id}\"; expected not to lie across the break at {faults.Words.Metres(border)}.");
            }
        }

        DepthStretch? shallowest = null;
        foreach (var stretch in quay.Depths)
        {
            var under = stretch.From < to && from < stretch.To;
            if (under && stretch.Centimetres < (shallowest?.Centimetres ?? visit.Call.DraughtCentimetres))
            {
                shallowest = stretch;
            }
        }

        if (shallowest is { } shallow)
        {
            faults.Add(BerthFaultCodes.TooShallow, visit, $"lies in {Show.Number(shallow.Centimetres / 100m)} m of water at {faults.Words.Metres(shallow.From, shallow.To)} of quay \"{quay.Id}\"; expected at least {Show.Number(visit.Call.DraughtCentimetres / 100m)} m under its whole hull.");
        }

        if (!visit.Call.Allowed.IsEmpty
            && !visit.Call.Allowed.Any(place => place.Quay == visit.Assignment.Quay && place.Sections.From <= from && to <= place.Sections.To))
        {
            faults.Add(BerthFaultCodes.PlaceNotAllowed, visit, $"lies at {faults.Words.Metres(from, to)} of quay \"{quay.Id}\"; expected one of its {visit.Call.Allowed.Length} allowed places.");
        }

        foreach (var need in visit.Call.Requires)
        {
            Offered(visit, quay, need, faults);
        }
    }

    private static void Offered(Visit visit, Quay quay, string need, FaultLog<PlanFault> faults)
    {
        if (quay.Offers.Contains(need))
        {
            return;
        }

        if (quay.Layout == QuayLayout.Continuous)
        {
            faults.Add(BerthFaultCodes.EquipmentMissing, visit, $"requires \"{need}\"; quay \"{quay.Id}\" does not offer it.");
        }

        for (var number = visit.FirstBerth; number < visit.FirstBerth + visit.BerthCount; number++)
        {
            if (!quay.Berths[number].Offers.Contains(need))
            {
                faults.Add(BerthFaultCodes.EquipmentMissing, visit, $"requires \"{need}\"; neither quay \"{quay.Id}\" nor its berth \"{quay.Berths[number].Id}\" offers it.");
            }
        }
    }
}
