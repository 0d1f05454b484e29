using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Prices what a plan is not: one call is pinned to a wish, its own pin and freeze aside, the calls around it are planned anew from the plan at hand, and what that
/// costs more is the price of the wish. With the same problem, plan and options the answer is the same.
/// </summary>
public static class BerthWhatIf
{
    /// <summary>Default limit on the work for one wish.</summary>
    public const long DefaultWork = 1_000_000;

    /// <summary>Explains one call of a plan, with the prices of its wishes: its wished place, its first possible start, both; or to be taken in, where it is left out.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="call">Index of the call.</param>
    /// <param name="options">Limits for each wish, seed and threads; null for <see cref="DefaultWork"/> on one thread.</param>
    /// <param name="cancellation">Ends it early; prices are then less good, and the explanation is marked (<see cref="CallExplanation.IsComplete"/>).</param>
    /// <exception cref="ArgumentException">The plan breaks a rule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such call, or an option is out of its range.</exception>
    public static CallExplanation Explain(BerthProblem problem, BerthPlan plan, int call, SolverOptions? options = null, CancellationToken cancellation = default)
    {
        var explanation = BerthExplainer.Explain(problem, plan, call);
        ImmutableArray<Counterfactual> prices = [.. Wishes.Of(problem, plan, call).Select(wish => Price(problem, plan, call, wish.Code, wish.Pin, options, cancellation))];
        return explanation with
        {
            Counterfactuals = prices,
            IsComplete = !cancellation.IsCancellationRequested,
            LeftOut = explanation.Assignment is null ? LeftOutReason.Of(problem, plan, call, prices[0]) : null,
        };
    }

    /// <summary>Prices one wish.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="call">Index of the call.</param>
    /// <param name="wish">What the call is pinned to; it is taken in if it is left out.</param>
    /// <param name="options">Limits, seed and threads; null for <see cref="DefaultWork"/> on one thread.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="ArgumentException">The plan breaks a rule.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such call, or an option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The call cannot be pinned so: there is no such quay or crane.</exception>
    public static Counterfactual Price(BerthProblem problem, BerthPlan plan, int call, Pin wish, SolverOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(wish);
        return Price(problem, plan, call, CounterfactualCodes.Asked, wish, options, cancellation);
    }

    private static Counterfactual Price(BerthProblem problem, BerthPlan plan, int call, string code, Pin wish, SolverOptions? options, CancellationToken cancellation)
    {
        options ??= new SolverOptions { TimeLimit = null, WorkLimit = DefaultWork, Threads = 1 };
        var now = BerthChecker.Check(problem, plan);
        if (!now.IsValid)
        {
            throw new ArgumentException($"The plan breaks a rule: {now.Faults[0]} Expected a valid plan.", nameof(plan));
        }

        var wished = WishedCall.In(problem, call, wish);
        var answer = new Counterfactual { Code = code, Pin = wish, Status = CounterfactualStatus.Unknown };
        BerthSize.Require(wished, BerthSolver.GeneralStates);
        var model = new BerthModel(wished);
        if (model.Impossible >= 0)
        {
            return answer with { Status = CounterfactualStatus.Impossible };
        }

        var around = Surroundings.Hold(wished, plan, call, model.Calls[call]);
        var found = BerthSolver.Run(around, plan, repairs: true, options with { Bounds = false, Logger = null }, null, cancellation).Plan;
        var least = model.IdealCost + model.Constant;
        var exact = false;
        if (wished.Calls.Length <= ExhaustiveProof.MaxCalls)
        {
            var proof = new ExhaustiveProof(model);
            var cost = found is null ? long.MaxValue : BerthChecker.Check(wished, found).Cost.Total;
            proof.Run(options.WorkLimit ?? DefaultWork, cost, new StopMonitor(options, cancellation));
            found = proof.BestCost < cost ? proof.Best() : found;
            exact = proof.Bound != long.MinValue;
            if (proof.ProvesInfeasible)
            {
                return answer with { Status = CounterfactualStatus.Impossible };
            }
        }

        if (found is null)
        {
            return answer with { LeastCostChange = least - now.Cost.Total };
        }

        found = Moves.Undo(wished, plan, found, call);
        var then = BerthChecker.Check(wished, found);
        if (!then.IsValid)
        {
            throw new PlanRefusedException(then.Faults[0].ToString());
        }

        var change = then.Cost.Total - now.Cost.Total;
        exact |= then.Cost.Total == least;
        return answer with
        {
            Status = exact ? CounterfactualStatus.Exact : CounterfactualStatus.AtMost,
            CostChange = change,
            LeastCostChange = exact ? change : least - now.Cost.Total,
            Moves = Moves.Between(plan, found, call, now, then),
            OtherCranes = Moves.OfCranes(plan, found, now, then),
        };
    }
}
