using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Cranes;

/// <summary>What a problem takes of the memory.</summary>
internal static class CraneSize
{
    // A model and its mirror image; working plans of lanes, of their decoders and of the proof, each with what it goes back to.
    private const int Models = 2;
    private const int States = 12;

    private const long MostSwept = 1L << 28;
    private const long MostSweptFree = 1L << 24;

    /// <summary>Refuses a problem that is too large.</summary>
    /// <param name="problem">The problem.</param>
    /// <exception cref="InvalidInputException">It is too large.</exception>
    public static void Require(CraneProblem problem) => MemoryLimit.Require(
        BytesOf(problem),
        $"{problem.Tasks.Length} tasks, {problem.Cranes.Length} cranes and {problem.Vessels.Length} vessels",
        "Maybe plan whole bays instead of single moves, or vessels that share no crane apart.");

    /// <summary>Bytes that models and working plans take, roughly and rather too many.</summary>
    public static long BytesOf(CraneProblem problem)
    {
        Int128 tasks = problem.Tasks.Length;
        var objective = problem.Objective;
        var tracks = objective.Completion > 0 || objective.Lateness > 0 ? Math.Max(1, problem.Vessels.Length) : 1;
        var bytes = tasks * problem.Cranes.Length * sizeof(int) * 4 * Models;
        bytes += tasks * (States * 2) * (16 + tracks) * sizeof(int);
        bytes += tasks * tasks * (problem.Precedences.Length > 0 ? sizeof(int) : 0);
        return (long)Int128.Min(bytes, long.MaxValue);
    }

    /// <summary>Whether the tables of a sweep are not too large.</summary>
    public static bool CanSweep(CraneModel model, bool free) =>
        (Int128)model.Groups * model.Groups * (model.Cranes + 1) <= (free ? MostSweptFree : MostSwept);
}
