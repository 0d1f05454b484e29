namespace BerthOpt.Empties.Checking;

/// <summary>How long containers wait, the first that came being the first that goes.</summary>
internal static class Waiting
{
    /// <summary>Ends of periods for which the containers of one account pay, all together.</summary>
    public static Int128 PaidPeriods(List<Posting> postings, int free, int periods) => Stays(postings, periods).Aggregate((Int128)0, (sum, stay) => sum + ((Int128)stay.Count * Math.Max(0, stay.Periods - free)));

    /// <summary>How many containers wait for how many ends of periods; those that never go wait to the end of the plan.</summary>
    public static IEnumerable<(int Periods, long Count)> Stays(List<Posting> postings, int periods)
    {
        var waiting = new Queue<(int Since, long Count)>();
        var (since, count) = (0, 0L);
        foreach (var (period, came, went) in postings)
        {
            waiting.Enqueue((period, came));
            for (var going = went; going > 0;)
            {
                if (count == 0)
                {
                    if (!waiting.TryDequeue(out var oldest))
                    {
                        break;
                    }

                    (since, count) = oldest;
                }

                var leaving = Math.Min(going, count);
                (going, count) = (going - leaving, count - leaving);
                if (leaving > 0)
                {
                    yield return (period - since, leaving);
                }
            }
        }

        foreach (var (from, left) in waiting.Prepend((since, count)).Where(group => group.Item2 > 0 && group.Item1 < periods))
        {
            yield return (periods - from, left);
        }
    }
}
