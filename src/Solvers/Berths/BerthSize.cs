using BerthOpt.Diagnostics;
using BerthOpt.Kernels;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>How much memory a problem takes to plan, known before it is taken: a few numbers can say a quay of a continent for a century.</summary>
internal static class BerthSize
{
    private const int FineColumns = 400;
    private const int CoarseColumns = 64;

    /// <summary>Refuses a problem that is too large.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="states">Number of working plans that are kept at once.</param>
    /// <exception cref="InvalidInputException">It is too large.</exception>
    public static void Require(BerthProblem problem, int states)
    {
        var quays = problem.Quays.Sum(quay => (long)quay.Length);
        MemoryLimit.Require(
            BytesOf(problem, states),
            $"{problem.Horizon} slots, {quays} sections of quay and {problem.Calls.Length} calls",
            "Maybe slots and sections are finer than the plan needs, or the horizon is longer.");
    }

    /// <summary>Bytes that model, working plans and bounds take, roughly and rather too many.</summary>
    public static long BytesOf(BerthProblem problem, int states)
    {
        Int128 rows = problem.Horizon + (long)Math.Min(problem.Clearances.Slots, problem.Horizon);
        Int128 bytes = 0;
        long cells = 0;
        foreach (var quay in problem.Quays)
        {
            // At a hybrid quay the wall between two berths is a cell as well.
            var own = quay.Layout switch { QuayLayout.Continuous => quay.Length, QuayLayout.Hybrid => 2 * quay.Berths.Length, _ => quay.Berths.Length };
            var wide = own + (quay.Layout == QuayLayout.Continuous ? Math.Min(problem.Clearances.HullSections, quay.Length) : 0);
            cells += own;
            bytes += rows * ((BitRows.PaddedWords(wide) * 8 * (states + 1)) + (Math.Min(wide, own > FineColumns ? CoarseColumns : FineColumns) * sizeof(int)));
        }

        var bans = problem.Movements.Bans.Length > 0;
        var calls = new List<Int128>(problem.Calls.Length);
        foreach (var call in problem.Calls)
        {
            var handling = call.Handling;
            var tables = handling.BerthRows > 1 || handling.DeviationLossPpm > 0 ? 1 + handling.MaxCranes - handling.MinCranes : 0;
            calls.Add(((Int128)cells * (sizeof(long) + sizeof(int) + (sizeof(int) * tables)))
                + (bans || call.DepartureWindows is not null ? rows * sizeof(int) : 0)
                + (bans || call.ArrivalWindows is not null ? rows / 8 : 0));
        }

        // Some of them stand in a smaller model as well, in which everything is tried.
        bytes += calls.Concat(calls.OrderDescending().Take(ExhaustiveProof.MaxCalls)).Aggregate((Int128)0, (sum, one) => sum + one);

        bytes += rows * problem.CranePools.Length * sizeof(int) * (states + 2);

        // Which slots stays end at, and how many, for quays that share cranes together.
        bytes += rows * (problem.CranePools.Length + problem.Quays.Length) * (sizeof(int) + 1) * states;
        foreach (var cap in problem.Movements.Caps)
        {
            bytes += ((Int128)problem.Horizon / cap.PeriodSlots + 1) * sizeof(int) * states;
        }

        return (long)Int128.Min(bytes, long.MaxValue);
    }
}
