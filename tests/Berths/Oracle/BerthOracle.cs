using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>
/// Decides small problems exactly: whether there is a plan, and the least cost of any. It lists every placement of every call, then
/// tries them all, in depth first, leaving out only what cannot beat the best plan so far.
/// </summary>
internal sealed class BerthOracle
{
    private readonly BerthProblem problem;
    private readonly BerthOracleTogether together;
    private readonly int[] room;
    private readonly Option?[] chosen;
    private long best = long.MaxValue;
    private OraclePlacement?[]? bestPlan;
    private long steps;

    private BerthOracle(BerthProblem problem, long steps)
    {
        this.problem = problem;
        this.steps = steps;
        together = new BerthOracleTogether(problem);
        room = [.. together.Totals().Select(total => total.Limit)];
        chosen = new Option?[problem.Calls.Length];
    }

    /// <summary>The answer; null when it would take more than <paramref name="steps"/> comparisons of placements.</summary>
    public static OracleAnswer? Solve(BerthProblem problem, long steps = 3_000_000)
    {
        var oracle = new BerthOracle(problem, steps);
        oracle.Search(oracle.Options(), problem.Objective.Constant, 0);
        return oracle.steps <= 0 ? null
            : oracle.bestPlan is { } plan ? new OracleAnswer(oracle.best, new BerthPlan(plan.Select(placement => placement?.At)))
            : new OracleAnswer(null, null);
    }

    private List<(int Call, List<Option> Options)> Options()
    {
        var placements = new BerthOraclePlacements(problem);
        var totals = together.Totals().ToList();
        var everyEnd = !problem.Movements.Caps.IsEmpty;
        var all = new List<(int, List<Option>)>();
        for (var call = 0; call < problem.Calls.Length; call++)
        {
            var options = placements.Of(call, everyEnd)
                .Select(placement => new Option(placement, placement.Cost, [.. totals.Select((total, index) => (index, total.Use(placement))).Where(use => use.Item2 > 0)]))
                .Where(Fits)
                .ToList();
            if (problem.Calls[call].Optional)
            {
                options.Add(new Option(null, (long)problem.Objective.Rejection * problem.Calls[call].Rates.Rejection, []));
            }

            all.Add((call, [.. options.OrderBy(option => option.Cost)]));
        }

        return all;
    }

    private void Search(List<(int Call, List<Option> Options)> open, long cost, int lastEnd)
    {
        if (open.Count == 0)
        {
            if (cost + (problem.Objective.Makespan * lastEnd) < best)
            {
                best = cost + (problem.Objective.Makespan * lastEnd);
                bestPlan = [.. chosen.Select(option => option!.Placement)];
            }

            return;
        }

        var next = open.MinBy(entry => entry.Options.Count);
        if (next.Options.Count == 0)
        {
            return;
        }

        var rest = open.Where(entry => entry.Call != next.Call).ToList();
        var restCost = rest.Sum(entry => entry.Options[0].Cost);
        foreach (var option in next.Options)
        {
            if (steps <= 0 || cost + option.Cost + restCost + (problem.Objective.Makespan * lastEnd) >= best)
            {
                return; // the options behind cost no less
            }

            chosen[next.Call] = option;
            Use(option, 1);
            var left = rest.ConvertAll(entry => (entry.Call, Options: entry.Options.FindAll(other => Compatible(option, other))));
            var end = Math.Max(lastEnd, option.Placement?.At.End ?? 0);
            Search(left, cost + option.Cost, end);

            Use(option, -1);
        }
    }

    private bool Compatible(Option option, Option other)
    {
        steps--;
        return other.Placement is not { } placement || (Fits(other) && (option.Placement is null || !together.Conflict(option.Placement, placement)));
    }

    private bool Fits(Option option) => Array.TrueForAll(option.Uses, use => use.Amount <= room[use.Total]);

    private void Use(Option option, int sign)
    {
        foreach (var (total, amount) in option.Uses)
        {
            room[total] -= sign * amount;
        }
    }

    /// <summary>A way to treat a call: a placement, or null to leave it out; its cost; and what it takes of each total.</summary>
    private sealed record Option(OraclePlacement? Placement, long Cost, (int Total, int Amount)[] Uses);
}

/// <summary>What the oracle says.</summary>
/// <param name="Cost">The least cost; null when there is no plan.</param>
/// <param name="Plan">A plan of this cost.</param>
internal sealed record OracleAnswer(long? Cost, BerthPlan? Plan);
