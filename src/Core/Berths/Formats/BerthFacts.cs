namespace BerthOpt.Berths.Formats;

/// <summary>
/// All that the cost and the validity of a problem's plans depend on, fact by fact, in one canonical order: two problems with the same
/// facts judge every plan alike. Names and reasons are no facts; times that nothing can reach and wishes without a price are left out.
/// </summary>
internal static class BerthFacts
{
    /// <summary>The first fact in which two problems differ; null when they judge every plan alike.</summary>
    public static (string Place, string First, string Second)? Difference(BerthProblem first, BerthProblem second)
    {
        using var others = Of(second).GetEnumerator();
        foreach (var (place, value) in Of(first))
        {
            var other = others.MoveNext() ? others.Current : ("the end", "nothing");
            if ((place, value) != other)
            {
                return (place, value, place == other.Item1 ? other.Item2 : $"{other.Item2} at {other.Item1}");
            }
        }

        return others.MoveNext() ? (others.Current.Place, "nothing", others.Current.Value) : null;
    }

    public static IEnumerable<(string Place, string Value)> Of(BerthProblem problem)
    {
        var horizon = problem.Horizon;
        yield return ("/horizon", $"{horizon}");
        yield return ("/grid/costScale", $"{problem.Grid.CostScale}");
        for (var index = 0; index < problem.Quays.Length; index++)
        {
            var quay = problem.Quays[index];
            var place = $"/quays/{index}";
            yield return ($"{place}/length", $"{quay.Length}");
            yield return ($"{place}/layout", $"{quay.Layout}");
            yield return ($"{place}/open", $"{quay.Open} to {Math.Min(quay.Close, horizon)}");
            yield return ($"{place}/breaks", List(quay.Breaks.Distinct().Order()));
            yield return ($"{place}/depths", List(quay.Depths));
            yield return ($"{place}/offers", List(quay.Offers));
            foreach (var (berth, number) in quay.Berths.Select((berth, number) => (berth, number)))
            {
                yield return ($"{place}/berths/{number}", $"{berth.Start}+{berth.Length} open {berth.Open} to {Math.Min(berth.Close, horizon)} offers {List(berth.Offers)}");
            }
        }

        foreach (var (pool, index) in problem.CranePools.Select((pool, index) => (pool, index)))
        {
            yield return ($"/cranePools/{index}", $"{pool.Count} {pool.Rule} at {List(pool.Quays)}");
            yield return ($"/cranePools/{index}/outages", List(pool.Outages.Select(outage => (outage.Crane, outage.Slots))));
            yield return ($"/cranePools/{index}/reaches", List(pool.Reaches));
            yield return ($"/cranePools/{index}/travel", $"{pool.Travel}");
        }

        yield return ("/closures", List(problem.Closures.Select(closure => (closure.Quay, closure.Sections, closure.Slots))));
        yield return ("/movements", $"{List(problem.Movements.Caps)} {List(problem.Movements.Bans.Select(ban => (ban.Slots, ban.MinLength)))}");
        yield return ("/clearances", $"{problem.Clearances}");
        yield return ("/objective/makespan", $"{problem.Objective.Makespan}");
        yield return ("/objective/constant", $"{problem.Objective.Constant}");
        for (var index = 0; index < problem.Calls.Length; index++)
        {
            foreach (var (place, value) in OfCall(problem, index))
            {
                yield return ($"/calls/{index}{place}", value);
            }
        }
    }

    private static IEnumerable<(string Place, string Value)> OfCall(BerthProblem problem, int index)
    {
        var call = problem.Calls[index];
        var weights = problem.Objective;
        var horizon = problem.Horizon;
        var deviation = (long)weights.Deviation * call.Rates.Deviation;
        var lateness = (long)weights.Lateness * call.Rates.Lateness * call.Priority;
        yield return ("/length", $"{call.Length}");
        yield return ("/berthsNeeded", problem.Features.HasFlag(BerthFeatures.HybridQuay) ? $"{call.BerthsNeeded}" : "");
        yield return ("/arrival", $"{call.Arrival}");
        yield return ("/earliestStart", $"{call.EarliestStart ?? call.Arrival}");
        yield return ("/latestStart", $"{Math.Min(call.LatestStart, horizon)}");
        yield return ("/deadline", $"{Math.Min(call.Deadline, horizon)}");
        yield return ("/due", lateness == 0 ? "" : $"{Math.Min(call.Due, horizon)}");
        yield return ("/rates/waiting", $"{(long)weights.Waiting * call.Rates.Waiting * call.Priority}");
        yield return ("/rates/stay", $"{(long)weights.Stay * call.Rates.Stay * call.Priority}");
        yield return ("/rates/lateness", $"{lateness}");
        yield return ("/rates/deviation", $"{deviation}");
        yield return ("/rates/craneSlot", $"{(long)weights.CraneSlots * call.Rates.CraneSlot}");
        yield return ("/rates/speedUp", call.EarliestStart < call.Arrival ? $"{(long)weights.SpeedUp * call.Rates.SpeedUp}" : "");
        yield return ("/rates/rejection", call.Optional ? $"optional at {weights.Rejection * call.Rates.Rejection}" : "");
        yield return ("/draughtCentimetres", problem.Features.HasFlag(BerthFeatures.Depths) ? $"{call.DraughtCentimetres}" : "");
        yield return ("/arrivalWindows", Windows(call.ArrivalWindows));
        yield return ("/departureWindows", Windows(call.DepartureWindows));
        yield return ("/allowed", List(call.Allowed));
        yield return ("/requires", List(call.Requires));
        yield return ("/pin", $"{call.Pin}");
        var wish = deviation > 0 || call.Handling.DeviationLossPpm > 0;
        yield return ("/preferredQuay", wish && problem.Quays.Length > 1 ? $"{call.PreferredQuay}" : "");
        yield return ("/preferredPosition", wish ? $"{call.PreferredPosition}" : "");
        var handling = call.Handling;
        yield return ("/handling", $"{handling.MinCranes} to {handling.MaxCranes} cranes, {List(handling.Productivity)}, {handling.DeviationLossPpm}");
        var rows = Math.Max(1, problem.Quays.Sum(quay => quay.Berths.Length));
        for (var row = 0; row < rows; row++)
        {
            var from = handling.BerthRows == 1 ? 0 : row * handling.CraneColumns;
            yield return ($"/handling/{row}", string.Join(' ', handling.Work.AsSpan(from, handling.CraneColumns).ToArray()));
        }

        var entry = problem.Baseline?.Entries[index];
        var change = (long)weights.Change;
        yield return ("/baseline", entry is null ? "" : string.Join(' ', entry.Quay, entry.Position, entry.Frozen || entry.StartRate > 0 ? entry.Start : 0, entry.Cranes,
            entry.Frozen, entry.StartRate * change, entry.SectionRate * change, entry.MoveCost * change, entry.CraneRate * change));
    }

    private static string Windows(TideWindows? windows) => windows is null ? "at any time" : string.Join(' ', windows.Windows.Select(window => $"{window.From}-{window.To}"));

    private static string List<T>(IEnumerable<T> items) => string.Join("; ", items.Select(item => $"{item}"));
}
