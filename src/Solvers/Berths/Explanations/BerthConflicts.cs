namespace BerthOpt.Berths;

/// <summary>
/// Finds out why a problem has no plan: a small set of calls and rules that cannot hold together. A deletion filter (Chinneck and Dravnieks 1991)
/// leaves out whatever is not needed for the proof; every proof is a search of our own that tries everything.
/// </summary>
public static class BerthConflicts
{
    /// <summary>Default limit on the work.</summary>
    public const long DefaultWork = 50_000_000;

    // Of one question, so that a hard one does not take all.
    private const int Questions = 12;

    /// <summary>Finds a conflict.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="work">Limit on the work; with the same limit the answer is the same.</param>
    /// <param name="cancellation">Ends it early; the conflict may then not be minimal.</param>
    /// <returns>The conflict; null where there is a plan, or where there is no proof within the limit that there is none.</returns>
    public static BerthConflict? Find(BerthProblem problem, long work = DefaultWork, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfNegative(work);
        var question = new Feasibility(problem, work, Math.Max(1, work / Questions), cancellation);
        var kept = Restriction.Of(problem);
        if (question.IsFeasible(kept) is not false)
        {
            return null;
        }

        for (var block = Math.Max(1, kept.Length / 2); ; block /= 2)
        {
            var isMinimal = true;
            for (var from = 0; from < kept.Length;)
            {
                var rest = kept.RemoveRange(from, Math.Min(block, kept.Length - from));
                var answer = question.IsFeasible(rest);
                if (answer is false)
                {
                    kept = rest;
                }
                else
                {
                    isMinimal &= answer is true;
                    from += block;
                }
            }

            if (block == 1)
            {
                return new BerthConflict(kept, isMinimal);
            }
        }
    }
}
