namespace BerthOpt.Berths.Checking;

/// <summary>The numbered cranes <c>[From, To)</c> that work on a call; as many of them as the pool has.</summary>
internal sealed class Crew
{
    private Crew(Visit visit, int from, int to, int quayOnRail, long place)
    {
        Visit = visit;
        From = from;
        To = to;
        QuayOnRail = quayOnRail;
        Place = place;
    }

    public Visit Visit { get; }

    public int From { get; }

    public int To { get; }

    /// <summary>First section of the hull along the rail, the quays of the pool laid end to end.</summary>
    public long Place { get; }

    private int QuayOnRail { get; }

    /// <summary>The cranes of a call; null when none of them is in the pool.</summary>
    public static Crew? Of(BerthProblem problem, CranePool pool, Visit visit)
    {
        var from = visit.Assignment.FirstCrane;
        var to = (int)Math.Min(pool.Count, (long)from + visit.Assignment.Cranes);
        if (from < 0 || to <= from)
        {
            return null;
        }

        var quayOnRail = pool.Quays.IndexOf(visit.Assignment.Quay);
        var before = pool.Quays.Take(quayOnRail).Sum(quay => (long)problem.Quays[quay].Length);
        return new Crew(visit, from, to, quayOnRail, before + visit.Assignment.Position);
    }

    public bool Has(int crane) => crane >= From && crane < To;

    /// <summary>Whether this call lies left of the other one: at an earlier quay of the rail, or at a lower section of the same quay.</summary>
    public bool IsLeftOf(Crew other) =>
        QuayOnRail < other.QuayOnRail || (QuayOnRail == other.QuayOnRail && Visit.Sections?.From < other.Visit.Sections?.From);

    /// <summary>For people: cranes count from 1, as in documents and drawings.</summary>
    public override string ToString() => $"{Visit.Name} (cranes {From + 1} to {To})";
}
