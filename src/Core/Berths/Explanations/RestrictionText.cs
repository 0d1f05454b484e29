using BerthOpt.Berths.Checking;

namespace BerthOpt.Berths;

/// <summary>Restrictions in words, for people.</summary>
public static class RestrictionText
{
    /// <summary>A restriction in words.</summary>
    /// <param name="problem">Its problem.</param>
    /// <param name="restriction">The restriction.</param>
    public static string Of(BerthProblem problem, Restriction restriction)
    {
        ArgumentNullException.ThrowIfNull(problem);
        string Call() => $"call \"{problem.Calls[restriction.Index].Id}\"";
        string Quay() => $"quay \"{problem.Quays[restriction.Index].Id}\"";
        string Pool() => $"crane pool \"{problem.CranePools[restriction.Index].Id}\"";
        static string Why(string reason) => reason.Length == 0 ? "" : $" ({reason})";
        return restriction.Kind switch
        {
            RestrictionKind.Call => Call(),
            RestrictionKind.Arrival => $"the arrival of {Call()}",
            RestrictionKind.LatestStart => $"the latest start of {Call()}",
            RestrictionKind.Deadline => $"the deadline of {Call()}",
            RestrictionKind.ArrivalWindows => $"the arrival windows of {Call()}",
            RestrictionKind.DepartureWindows => $"the departure windows of {Call()}",
            RestrictionKind.AllowedPlaces => $"the allowed places of {Call()}",
            RestrictionKind.Equipment => $"the equipment that {Call()} requires",
            RestrictionKind.Draught => $"the draught of {Call()}",
            RestrictionKind.Pin => $"the pin of {Call()}",
            RestrictionKind.Frozen => $"the freeze of {Call()}",
            RestrictionKind.Opening => $"the opening times of {Quay()}",
            RestrictionKind.Break => $"the break at {BerthFaultLog.WordsOf(problem.Grid).Metres(problem.Quays[restriction.Index].Breaks[restriction.Part])} of {Quay()}",
            RestrictionKind.Closure => $"closure {restriction.Index + 1} at quay \"{problem.Quays[problem.Closures[restriction.Index].Quay].Id}\"{Why(problem.Closures[restriction.Index].Reason)}",
            RestrictionKind.Clearances => "the clearances",
            RestrictionKind.MovementBan => $"movement ban {restriction.Index + 1}{Why(problem.Movements.Bans[restriction.Index].Reason)}",
            RestrictionKind.MovementCap => $"movement cap {restriction.Index + 1}",
            RestrictionKind.CraneOutage => $"the outage of crane {problem.CranePools[restriction.Index].Outages[restriction.Part].Crane + 1} in {Pool()}{Why(problem.CranePools[restriction.Index].Outages[restriction.Part].Reason)}",
            RestrictionKind.CraneReach => $"the reach of crane {restriction.Part + 1} in {Pool()}",
            RestrictionKind.CraneTravel => $"the travel of cranes in {Pool()}",
            RestrictionKind.Now => $"the time of the replan (\"nowMinutes\"), before which {Call()} cannot begin",
            RestrictionKind.Begun => $"that {Call()} has begun",
            _ => $"{restriction}",
        };
    }

    /// <summary>A conflict in one sentence.</summary>
    /// <param name="problem">The problem that has no plan.</param>
    /// <param name="conflict">The conflict.</param>
    public static string Of(BerthProblem problem, BerthConflict conflict)
    {
        ArgumentNullException.ThrowIfNull(conflict);
        var names = conflict.Restrictions.Select(restriction => Of(problem, restriction)).ToList();
        var list = names.Count <= 1 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
        return conflict.IsMinimal
            ? $"These cannot hold together: {list}. Without any one of them the others can."
            : $"These cannot hold together: {list}. Maybe not all of them are needed for that.";
    }
}
