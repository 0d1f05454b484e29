namespace BerthOpt.Empties;

/// <summary>Says what the cost of a valid plan of empties is made of: demand by demand, move by move, hire by hire.</summary>
public static class EmptiesExplainer
{
    /// <summary>Explains a plan, without prices.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">A valid plan of it.</param>
    /// <param name="item">Id of a location, voyage, link or contract: what has to do with it alone; null for all.</param>
    /// <exception cref="ArgumentException">The plan breaks a rule, or nothing has this id.</exception>
    public static EmptiesExplanation Explain(EmptiesProblem problem, EmptiesPlan plan, string? item = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var check = EmptiesChecker.Check(problem, plan);
        if (!check.IsValid)
        {
            throw new ArgumentException($"The plan breaks a rule: {check.Faults[0]} Expected a valid plan.", nameof(plan));
        }

        if (item is not null && !Has(problem, item))
        {
            throw new ArgumentException($"Nothing is called \"{item}\"; expected the id of a location, voyage, link or contract.", nameof(item));
        }

        var given = new long[problem.Demands.Length];
        foreach (var fulfilment in plan.Fulfilments)
        {
            given[fulfilment.Demand] += fulfilment.Count;
        }

        return new EmptiesExplanation
        {
            Cost = check.Cost,
            Shortages = [.. problem.Demands.Index()
                .Where(demand => demand.Item.Count > given[demand.Index] && (item is null || problem.Locations[demand.Item.Location].Id == item))
                .Select(demand => Shortage(demand.Index, demand.Item, (int)(demand.Item.Count - given[demand.Index])))
                .OrderByDescending(shortage => shortage.Cost).ThenBy(shortage => shortage.Demand).Take(EmptiesExplanation.MaxEntries)],
            Moves = [.. Moves(problem, plan).Where(move => item is null || Concerns(problem, move, item)).OrderByDescending(move => move.Cost.Total).Take(EmptiesExplanation.MaxEntries)],
        };
    }

    /// <summary>Whether a location, voyage, link or contract has an id.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="item">The id.</param>
    public static bool Has(EmptiesProblem problem, string item)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return problem.Locations.Any(its => its.Id == item) || problem.Voyages.Any(its => its.Id == item) || problem.Links.Any(its => its.Id == item) || problem.Leases.Any(its => its.Id == item);
    }

    private static ShortageExplanation Shortage(int index, Demand demand, int missing) =>
        new(index, demand.Location, demand.Type, demand.Period, demand.Count, missing, (long)missing * demand.ShortageCost);

    private static bool Concerns(EmptiesProblem problem, MoveExplanation move, string item) =>
        problem.Locations[move.To].Id == item
        || (move.From is { } from && problem.Locations[from].Id == item)
        || (move.Voyage is { } voyage && problem.Voyages[voyage].Id == item)
        || (move.Link is { } link && problem.Links[link].Id == item)
        || (move.Lease is { } lease && problem.Leases[lease].Id == item);

    private static IEnumerable<MoveExplanation> Moves(EmptiesProblem problem, EmptiesPlan plan)
    {
        foreach (var move in plan.Voyages)
        {
            var voyage = problem.Voyages[move.Voyage];
            var (from, to) = (voyage.Stops[move.FromStop], voyage.Stops[move.ToStop]);
            var legs = voyage.Legs[move.FromStop..move.ToStop].Sum(leg => (long)leg.Cost);
            var handling = (long)problem.Locations[from.Location].LoadCost + problem.Locations[to.Location].DischargeCost;
            yield return new MoveExplanation(move.Voyage, null, null, from.Location, to.Location, from.Departure, to.Arrival, move.Type, move.Count, default(EmptiesCost) with { Transport = legs * move.Count, Handling = handling * move.Count });
        }

        foreach (var move in plan.Links)
        {
            var link = problem.Links[move.Link];
            yield return new MoveExplanation(null, move.Link, null, link.From, link.To, move.Period, move.Period + link.Transit, move.Type, move.Count, default(EmptiesCost) with { Transport = (long)link.Cost * move.Count });
        }

        foreach (var hire in plan.OnHires)
        {
            var (lease, place) = (problem.Leases[hire.Lease], problem.Leases[hire.Lease].OnHire[hire.Place]);
            yield return new MoveExplanation(null, null, hire.Lease, null, place.Location, hire.Period, hire.Period, lease.Type, hire.Count, default(EmptiesCost) with { Leasing = (long)place.Cost * hire.Count });
        }
    }
}
