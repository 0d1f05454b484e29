using BerthOpt.Cranes.Checking;

namespace BerthOpt.Cranes;

/// <summary>What a task of a plan may wish: another crane near its own; and with its own as early as that could begin it if only the tasks that must come before it did.</summary>
internal static class TaskWishes
{
    private const int MostCranes = 4;

    public static IEnumerable<(string Code, TaskPin Pin)> Of(CraneProblem problem, CranePlan plan, int task)
    {
        var pin = problem.Tasks[task].Pin;
        var now = plan.Assignments[task];
        if (pin?.Start is null)
        {
            var stints = Stint.All(problem, plan);
            var reasons = new StartReasons(problem, stints);
            var first = reasons.Own(stints[task]).Concat(reasons.Orders(stints[task]).Where(reason => reason.Code == CraneFaultCodes.Precedence)).Max(reason => reason.From);
            if (first < now.Start)
            {
                yield return (CraneCounterfactualCodes.FirstStart, new TaskPin(now.Crane, first));
            }
        }

        var model = new CraneModel(problem);
        var known = Array.IndexOf(model.TaskOf, task);
        var others = pin?.Crane is not null ? [] : Enumerable.Range(0, problem.Cranes.Length)
            .Where(crane => crane != now.Crane && model.Can(known, crane)).OrderBy(crane => Math.Abs(crane - now.Crane)).ThenBy(crane => crane).Take(MostCranes);
        foreach (var crane in others)
        {
            yield return (CraneCounterfactualCodes.OtherCrane, new TaskPin(crane, pin?.Start));
        }
    }
}
