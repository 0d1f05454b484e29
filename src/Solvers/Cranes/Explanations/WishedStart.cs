namespace BerthOpt.Cranes;

/// <summary>Makes a plan of a problem in which one task is pinned out of a plan without that pin: all others keep their cranes and their order.</summary>
internal static class WishedStart
{
    // Each takes one pass over the plan.
    private const int MostPlaces = 200;

    /// <summary>The cheapest such plan that keeps all rules; null where there is none.</summary>
    public static CranePlan? Find(CraneProblem wished, CranePlan plan, int task)
    {
        var model = new ListModel(new CraneModel(wished));
        if (model.Model.Impossible >= 0)
        {
            return null;
        }

        var known = Array.IndexOf(model.Model.TaskOf, task);
        var crane = wished.Tasks[task].Pin?.Crane ?? plan.Assignments[task].Crane;
        var state = new CraneState(model);
        state.Load(plan);
        int[] order = [.. state.Order], cranes = [.. state.CraneAt];
        int[] rest = [.. Enumerable.Range(0, order.Length).Where(index => order[index] != known)];
        var (best, cost) = ((CranePlan?)null, long.MaxValue);
        var step = (rest.Length / MostPlaces) + 1;
        for (var at = 0; at <= rest.Length; at += step)
        {
            if (!FitsBetween(model, known, rest[..at].Select(index => order[index]), rest[at..].Select(index => order[index])))
            {
                continue;
            }

            state.Load(
                [.. rest[..at].Select(index => order[index]), known, .. rest[at..].Select(index => order[index])],
                [.. rest[..at].Select(index => cranes[index]), crane, .. rest[at..].Select(index => cranes[index])]);
            if (state.Cost < cost && state.ToPlan() is var found && CraneChecker.Check(wished, found) is { IsValid: true } check && check.Cost.Total < cost)
            {
                (best, cost) = (found, check.Cost.Total);
            }
        }

        return best;
    }

    private static bool FitsBetween(ListModel model, int task, IEnumerable<int> before, IEnumerable<int> behind) =>
        !before.Any(other => Array.BinarySearch(model.After[task], other) >= 0) && !behind.Any(other => Array.BinarySearch(model.Before[task], other) >= 0);
}
