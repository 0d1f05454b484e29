using System.Collections.Immutable;
using BerthOpt.Berths.Checking;

namespace BerthOpt.Berths;

/// <summary>Finds why an optional call is left out.</summary>
internal static class LeftOutReason
{
    /// <summary>The reason.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="call">The call.</param>
    /// <param name="takenIn">What it would cost to take it in.</param>
    public static LeftOut Of(BerthProblem problem, BerthPlan plan, int call, Counterfactual takenIn)
    {
        var model = new BerthModel(problem);
        var quays = Quays(model, call);
        if (model.Calls[call].Zones.Length == 0)
        {
            return new LeftOut(LeftOutCodes.NoPlace, null, null, quays);
        }

        var (place, change) = Cheapest(model, plan, call);
        var code = change < 0 || takenIn.CostChange < 0 ? LeftOutCodes.WorthTakingIn : place is null ? LeftOutCodes.NoRoomFound : LeftOutCodes.TooDear;
        return new LeftOut(code, place, change, quays);
    }

    private static (Assignment? Place, long? Change) Cheapest(BerthModel model, BerthPlan plan, int call)
    {
        var placements = new Placement[model.Calls.Length];
        if (!BerthPlanReader.TryRead(model, plan, placements))
        {
            return (null, null);
        }

        CraneSides.Arrange(model, placements);
        var state = new BerthState(model);
        state.Load(placements);
        if (!new Insertion(state, new Rng(1)).TryFind(call, long.MaxValue, out var placement))
        {
            return (null, null);
        }

        state.Place(call, placement);
        var taken = new BerthPlan(plan.Assignments.SetItem(call, state.ToPlan().Assignments[call])); // the others keep their cranes
        var check = BerthChecker.Check(model.Problem, taken);
        return check.IsValid ? (taken.Assignments[call], check.Cost.Total - BerthChecker.Check(model.Problem, plan).Cost.Total) : (null, null);
    }

    /// <summary>For each quay: free where the call can lie there alone; else what keeps it from the place at which least does, at its earliest start.</summary>
    private static ImmutableArray<Stretch> Quays(BerthModel model, int call)
    {
        var problem = model.Problem;
        var trials = new Trials(problem, new Visit?[problem.Calls.Length], call);
        var wanted = problem.Calls[call];
        var start = Math.Min(wanted.EarliestStart ?? wanted.Arrival, problem.Horizon - 1);
        return [.. problem.Quays.Index().Select(quay =>
        {
            if (Array.Find(model.Calls[call].Zones, zone => zone.Quay == quay.Index) is { } zone)
            {
                return new Stretch(quay.Index, model.Quays[quay.Index].Section(zone.From), model.Quays[quay.Index].Section(zone.To - 1) + 1, [], null);
            }

            IEnumerable<(int Berth, int Position)> places = quay.Item.Layout == QuayLayout.Continuous
                ? Enumerable.Range(0, Math.Max(1, quay.Item.Length - wanted.Length + 1)).Select(position => (-1, position))
                : quay.Item.Berths.Index().Select(berth => (berth.Index, berth.Item.Start));
            var best = places.Select(place => trials.At(quay.Index, place.Berth, place.Position, start, wanted.Handling.MinCranes, -1)).MinBy(trial => trial.Weight)!;
            return new Stretch(quay.Index, best.Assignment.Position, best.Assignment.Position + 1, best.Obstacles, null);
        })];
    }
}
