using BerthOpt.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Empties;

/// <summary>
/// Prices what a plan of empties is not: what one container more would save, where, and what room for one more would. Prices are shadow prices of the network over
/// time (Ahuja, Magnanti and Orlin 1993, chapter 9). With the same problem, plan and options the answer is the same.
/// </summary>
public static class EmptiesWhatIf
{
    /// <summary>Default limit on the work for the prices, and for each demand that is to get one more.</summary>
    public const long DefaultWork = 200_000_000;

    // Nearer to the bound, prices hardly change.
    private const double GapOfPrices = 0.001;
    private const int MostServed = 4;

    /// <summary>Explains a plan with the prices of containers and of room.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="item">
    /// Id of a location, voyage, link or contract: what has to do with it alone, and, of a location, what it would cost to serve one more of its dearest shortages; null for all.
    /// </param>
    /// <param name="options">Limits for each question, seed and threads; null for <see cref="DefaultWork"/> on one thread.</param>
    /// <param name="cancellation">Ends it early; prices are then less good or missing, and the explanation is marked (<see cref="EmptiesExplanation.IsComplete"/>).</param>
    /// <exception cref="ArgumentException">The plan breaks a rule, or nothing has this id.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="InvalidInputException">The problem would fill the memory.</exception>
    public static EmptiesExplanation Explain(EmptiesProblem problem, EmptiesPlan plan, string? item = null, SolverOptions? options = null, CancellationToken cancellation = default)
    {
        var explanation = EmptiesExplainer.Explain(problem, plan, item);
        options = (options ?? new SolverOptions { TimeLimit = null, WorkLimit = DefaultWork, Threads = 1 }) with { Logger = null };
        options.Validate();
        if (ShadowPrices.Find(problem, plan, options with { Gap = Math.Max(options.Gap, GapOfPrices) }, cancellation) is not { } prices)
        {
            return explanation with { IsComplete = false };
        }

        var left = item is null ? 0 : MostServed;
        return explanation with
        {
            LowerBound = prices.LowerBound,
            Rooms = [.. prices.Rooms(item)],
            Moves = [.. explanation.Moves.Select(move => move with { Gain = prices.GainOf(move) })],
            Shortages = [.. explanation.Shortages.Select(shortage => shortage with
            {
                Price = prices.At(shortage.Location, shortage.Type, shortage.Period),
                OneMore = left-- > 0 ? OneMore(problem, plan, explanation.Cost.Total, shortage, options, cancellation) : null,
            })],
            IsComplete = !cancellation.IsCancellationRequested,
        };
    }

    /// <summary>One more is served where leaving it out costs more than anything could: of the present demand just so many are asked for.</summary>
    private static OneMoreServed OneMore(EmptiesProblem problem, EmptiesPlan plan, long now, ShortageExplanation shortage, SolverOptions options, CancellationToken cancellation)
    {
        var demand = problem.Demands[shortage.Demand];
        var served = shortage.Asked - shortage.Missing + 1;
        var wished = problem.Parts with { Demands = problem.Demands.SetItem(shortage.Demand, demand with { Count = served, ShortageCost = EmptiesProblem.MaxUnitCost }) };
        if (EmptiesRules.Faults(wished).Count > 0)
        {
            return new OneMoreServed(CounterfactualStatus.Unknown, null, null, null);
        }

        var result = EmptiesSolver.Solve(new EmptiesProblem(wished), options, plan, progress: null, cancellation);
        var rest = (long)(demand.Count - served) * demand.ShortageCost;
        if (result.Plan is not { } found || found.Fulfilments.Where(given => given.Demand == shortage.Demand).Sum(given => (long)given.Count) < served)
        {
            // Even so dear a shortage was not worth it: there is no way, unless the search has missed it.
            return new OneMoreServed(result.Status == SolveStatus.Optimal ? CounterfactualStatus.Impossible : CounterfactualStatus.Unknown, null, null, null);
        }

        var check = EmptiesChecker.Check(problem, found);
        return check.IsValid
            ? new OneMoreServed(result.Status == SolveStatus.Optimal ? CounterfactualStatus.Exact : CounterfactualStatus.AtMost, check.Cost.Total - now, result.LowerBound + rest - now, found)
            : throw new PlanRefusedException(check.Faults[0].ToString());
    }
}
