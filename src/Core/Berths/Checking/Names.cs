namespace BerthOpt.Berths.Checking;

/// <summary>Ids of several calls in one message.</summary>
internal static class Names
{
    private const int Most = 10;

    public static string Of(IEnumerable<Visit> visits)
    {
        var ids = visits.Select(visit => $"\"{visit.Call.Id}\"").Distinct().ToList();
        return ids.Count <= Most ? string.Join(", ", ids) : $"{string.Join(", ", ids.Take(Most))} and {ids.Count - Most} more";
    }
}
