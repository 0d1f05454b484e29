using BerthOpt.Cranes;
using Google.OrTools.Sat;

namespace BerthOpt.Bench.Peers;

/// <summary>What ties two tasks: order, travel of one crane, cranes in each other's way, and the direction of all.</summary>
internal sealed class CpSatRail
{
    private readonly CraneProblem problem;
    private readonly CpModel model;
    private readonly HashSet<(int, int)> apart;
    private readonly ILiteral? upward;

    private CpSatRail(CraneProblem problem, CpModel model)
    {
        (this.problem, this.model) = (problem, model);
        apart = [.. problem.NonSimultaneous.Select(pair => (Math.Min(pair.First, pair.Second), Math.Max(pair.First, pair.Second)))];
        upward = problem.Direction switch
        {
            CraneDirection.Free => null,
            CraneDirection.Upward => model.TrueLiteral(),
            CraneDirection.Downward => model.FalseLiteral(),
            _ => model.NewBoolVar("upward"),
        };
    }

    /// <summary>Adds all of it.</summary>
    public static void Add(CraneProblem problem, CpModel model, IReadOnlyList<CpSatTask> tasks)
    {
        var rail = new CpSatRail(problem, model);
        foreach (var pair in problem.Precedences)
        {
            model.Add(tasks[pair.First].End <= tasks[pair.Second].Start);
        }

        for (var one = 0; one < tasks.Count; one++)
        {
            for (var two = one + 1; two < tasks.Count; two++)
            {
                rail.Pair(tasks[one], tasks[two]);
            }
        }
    }

    private void Pair(CpSatTask one, CpSatTask two)
    {
        var (first, second) = (model.NewBoolVar(""), model.NewBoolVar(""));
        model.Add(one.End <= two.Start).OnlyEnforceIf(first);
        model.Add(two.End <= one.Start).OnlyEnforceIf(second);
        if (apart.Contains((one.Index, two.Index)))
        {
            model.AddBoolOr([first, second]);
        }

        foreach (var (left, does) in one.By)
        {
            foreach (var (right, doesToo) in two.By)
            {
                var between = left < right ? (long)one.Task.Position - two.Task.Position : (long)two.Task.Position - one.Task.Position;
                var missing = left == right ? Math.Abs(between) : between + ((long)problem.Rail.Clearance * Math.Abs(left - right));
                if (missing <= 0 && left != right)
                {
                    continue;
                }

                var gap = problem.Rail.Travel(missing);
                model.AddBoolOr([does.Not(), doesToo.Not(), first, second]);
                if (gap > 0)
                {
                    model.Add(one.End + gap <= two.Start).OnlyEnforceIf([does, doesToo, first]);
                    model.Add(two.End + gap <= one.Start).OnlyEnforceIf([does, doesToo, second]);
                }

                if (left == right && upward is not null && one.Task.Position != two.Task.Position)
                {
                    var (low, high) = one.Task.Position < two.Task.Position ? (first, second) : (second, first);
                    model.AddBoolOr([does.Not(), doesToo.Not(), upward.Not(), low]);
                    model.AddBoolOr([does.Not(), doesToo.Not(), upward, high]);
                }
            }
        }
    }
}
