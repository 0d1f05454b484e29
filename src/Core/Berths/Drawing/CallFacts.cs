using BerthOpt.Berths.Checking;
using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>All figures of one call, line by line, for its tooltip.</summary>
internal static class CallFacts
{
    public static string Of(Scene scene, Visit visit)
    {
        var (call, clock, assignment) = (visit.Call, scene.Clock, visit.Assignment);
        var (from, to) = visit.Sections!.Value;
        var waited = visit.Start - call.Arrival;
        List<string> lines =
        [
            $"{call.Id}, {Words.Number(scene.Metres(call.Length), 1)} m",
            $"{visit.Quay!.Id}{(visit.FirstBerth < 0 ? "" : $", berth {Berths(visit)}")}: {Words.Number(scene.Metres(from), 1)} to {Words.Number(scene.Metres(to), 1)} m{Wish(scene, visit)}",
            $"ETA {clock.Instant(call.Arrival)}; berths {clock.Instant(visit.Start)}"
                + (waited > 0 ? $", waits {clock.Duration(waited)}" : waited < 0 ? $", {clock.Duration(-waited)} faster" : ", at once"),
            $"handling {clock.Duration(Math.Max(0, visit.WorkEnd - visit.Start))}; leaves {clock.Instant(visit.End)}"
                + (visit.End > visit.WorkEnd ? $", {clock.Duration(visit.End - visit.WorkEnd)} after its handling" : ""),
        ];
        if (call.Due != Call.Never)
        {
            lines.Add($"due {clock.Instant(call.Due)}" + (visit.End > call.Due ? $", {clock.Duration(visit.End - call.Due)} late" : ", in time"));
        }

        if (assignment.Cranes > 0)
        {
            lines.Add(assignment.FirstCrane < 0 ? $"{assignment.Cranes} cranes"
                : assignment.Cranes == 1 ? $"crane {assignment.FirstCrane + 1L}" : $"cranes {assignment.FirstCrane + 1L} to {(long)assignment.FirstCrane + assignment.Cranes}");
        }

        lines.AddRange(Extras(scene, visit.Index, call));
        return string.Join('\n', lines);
    }

    private static IEnumerable<string> Extras(Scene scene, int index, Call call)
    {
        if (call.Moves > 0)
        {
            yield return $"{Words.Number(call.Moves)} container moves";
        }

        if (call.DraughtCentimetres > 0)
        {
            yield return $"needs {Words.Number(call.DraughtCentimetres / 100.0, 2)} m of water";
        }

        if (call.Priority > 1)
        {
            yield return $"priority {call.Priority}";
        }

        if (call.Pin is not null)
        {
            yield return "pinned by the planner";
        }

        yield return $"cost {scene.Cost(scene.Check.CostByCall[index].Total)}";
        foreach (var fault in scene.FaultsOf[index].Take(3))
        {
            yield return $"broken rule: {fault.Message}";
        }
    }

    private static string Berths(Visit visit)
    {
        var berths = visit.Quay!.Berths;
        return visit.BerthCount > 1 ? $"{berths[visit.FirstBerth].Id} to {berths[visit.FirstBerth + visit.BerthCount - 1].Id}" : berths[visit.FirstBerth].Id;
    }

    private static string Wish(Scene scene, Visit visit)
    {
        var call = visit.Call;
        return call.PreferredQuay is { } quay && quay != visit.Assignment.Quay ? $", wished {scene.Problem.Quays[quay].Id}"
            : call.PreferredPosition is { } position && visit.Deviation > 0 ? $", {Words.Number(scene.Metres(visit.Deviation), 1)} m from the wished {Words.Number(scene.Metres(position), 1)} m"
            : "";
    }
}
