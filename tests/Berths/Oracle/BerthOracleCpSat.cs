using BerthOpt.Berths;
using Google.OrTools.Sat;

namespace BerthOpt.Tests.Berths;

/// <summary>
/// The same question as set packing: one placement for each call, none of two that conflict, every total kept, the makespan as the
/// greatest end; handed to a general solver.
/// </summary>
internal static class BerthOracleCpSat
{
    /// <summary>The least cost, null when there is no plan; or nothing at all when there are more than <paramref name="mostPairs"/> pairs of placements.</summary>
    public static (bool Answered, long? Cost) Solve(BerthProblem problem, int mostPairs = 30_000)
    {
        var together = new BerthOracleTogether(problem);
        var placements = new BerthOraclePlacements(problem);
        var ways = Enumerable.Range(0, problem.Calls.Length).Select(call => placements.Of(call, everyEnd: true).ToList()).ToList();
        if (ways.Index().Sum(one => ways.Skip(one.Index + 1).Sum(two => one.Item.Count * two.Count)) > mostPairs)
        {
            return (false, null);
        }

        var model = new CpModel();
        var cost = LinearExpr.NewBuilder().Add(problem.Objective.Constant);
        var makespan = model.NewIntVar(0, problem.Horizon, "makespan");
        var chosen = new List<(OraclePlacement Placement, BoolVar Taken)>();
        for (var call = 0; call < ways.Count; call++)
        {
            var choices = ways[call].ConvertAll(placement => (placement, model.NewBoolVar("")));
            foreach (var (placement, taken) in choices)
            {
                cost.AddTerm(taken, placement.Cost);
                model.Add(makespan >= placement.At.End).OnlyEnforceIf(taken);
                foreach (var (other, too) in chosen)
                {
                    if (together.Conflict(placement, other))
                    {
                        model.AddBoolOr([taken.Not(), too.Not()]);
                    }
                }
            }

            var literals = choices.ConvertAll(choice => (ILiteral)choice.Item2);
            if (problem.Calls[call].Optional)
            {
                var leftOut = model.NewBoolVar("");
                cost.AddTerm(leftOut, (long)problem.Objective.Rejection * problem.Calls[call].Rates.Rejection);
                literals.Add(leftOut);
            }

            model.AddExactlyOne(literals);
            chosen.AddRange(choices);
        }

        foreach (var total in together.Totals())
        {
            var sum = LinearExpr.NewBuilder();
            foreach (var (placement, taken) in chosen)
            {
                sum.AddTerm(taken, total.Use(placement));
            }

            model.Add(sum <= total.Limit);
        }

        model.Minimize(cost.AddTerm(makespan, problem.Objective.Makespan));
        var solver = new CpSolver { StringParameters = "num_workers:1" };
        return solver.Solve(model) switch
        {
            CpSolverStatus.Optimal => (true, (long)Math.Round(solver.ObjectiveValue)),
            CpSolverStatus.Infeasible => (true, null),
            var status => throw new InvalidOperationException($"CP-SAT says {status}."),
        };
    }
}
