using BerthOpt.Search;

namespace BerthOpt.Berths;

/// <summary>
/// Makes a valid plan of one that breaks rules: first come calls whose place is pinned, then those of the plan that can stay where they are,
/// then the others one by one, each at its cheapest place.
/// </summary>
internal static class BerthRepair
{
    /// <summary>Repairs a plan.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="plan">A plan with an entry for each call.</param>
    /// <returns>A valid plan; null where some call finds no place beside the others.</returns>
    public static StartPlan<BerthPlan>? TryRepair(BerthModel model, BerthPlan plan)
    {
        var problem = model.Problem;
        if (plan.Assignments.Length != problem.Calls.Length)
        {
            return null;
        }

        plan = Departures.Delayed(problem, plan);
        int[] order = [.. Enumerable.Range(0, problem.Calls.Length).OrderBy(call => IsPinned(problem, call) ? 0 : 1).ThenBy(call => plan.Assignments[call]?.Start ?? model.Calls[call].Earliest)];
        var why = StandingCalls.Of(problem, plan, order);
        var state = new BerthState(model);
        var insertion = new Insertion(state, new Rng(1));
        var left = new List<int>();
        foreach (var call in order)
        {
            if (plan.Assignments[call] is not null && why[call] is null ? !TryKeep(state, call, plan.Assignments[call]!.Value) : !IsPinned(problem, call) || !TryInsert(state, insertion, call))
            {
                left.Add(call);
            }
        }

        foreach (var call in left)
        {
            if (!TryInsert(state, insertion, call) && !problem.Calls[call].Optional)
            {
                return null;
            }
        }

        var repaired = state.ToPlan();
        var verdict = BerthAssertions.Verdict(problem, repaired);
        return verdict.IsValid ? new StartPlan<BerthPlan>(repaired, verdict.Cost) : null;
    }

    private static bool IsPinned(BerthProblem problem, int call) => problem.Calls[call].Pin is { Start: not null } || problem.Baseline?.Entries[call] is { Frozen: true };

    private static bool TryKeep(BerthState state, int call, Assignment stay)
    {
        if (!BerthPlanReader.TryRead(state.Model, call, stay, out var placement) || !PlacementFit.IsFree(state, call, ref placement))
        {
            return false;
        }

        state.Place(call, placement);
        return true;
    }

    private static bool TryInsert(BerthState state, Insertion insertion, int call)
    {
        var model = state.Model.Calls[call];
        var found = insertion.TryFind(call, model.Optional ? model.RejectionCost : state.Model.MissingCost, out var placement);
        if (found)
        {
            state.Place(call, placement);
        }

        return found;
    }
}
