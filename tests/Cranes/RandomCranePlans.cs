using BerthOpt.Cranes;
using BerthOpt.Tests.Cranes.Oracle;

namespace BerthOpt.Tests.Cranes;

/// <summary>Plans for random problems: good ones, built task by task as early as the oracle lets them, and changed ones.</summary>
internal static class RandomCranePlans
{
    /// <summary>Each task in random order (of precedence) as early as possible with a random crane; one that fits nowhere is put anywhere.</summary>
    public static TaskAssignment[] Greedy(CraneProblem problem, CraneOracle oracle, Rng rng)
    {
        var plan = new TaskAssignment?[problem.Tasks.Length];
        var left = Enumerable.Range(0, plan.Length).ToList();
        while (left.Count > 0)
        {
            var free = left.Where(task => !problem.Precedences.Any(pair => pair.Second == task && plan[pair.First] is null)).ToList();
            var next = free[rng.Next(free.Count)];
            left.Remove(next);
            plan[next] = Earliest(problem, oracle, plan, next, rng) ?? new TaskAssignment(rng.Next(problem.Cranes.Length), 0, 0);
        }

        return [.. plan.Select(at => at!.Value)];
    }

    /// <summary>Changes one or two entries, mostly by little, and mostly keeps the end right.</summary>
    public static TaskAssignment[] Changed(CraneProblem problem, CraneOracle oracle, TaskAssignment[] plan, Rng rng)
    {
        var changed = plan.ToArray();
        for (var round = rng.Next(2); round >= 0; round--)
        {
            var task = rng.Next(plan.Length);
            var other = rng.Next(plan.Length);
            var by = rng.Next(12) == 0 ? rng.Next(-60, 61) : rng.Next(2) == 0 ? 1 : -1;
            var at = changed[task];
            switch (rng.Next(9))
            {
                case 0:
                    changed[task] = at with { End = at.End + by };
                    continue;
                case 1:
                    changed[task] = at with { Crane = at.Crane + by };
                    break;
                case 2:
                    changed[task] = at with { Crane = rng.Next(problem.Cranes.Length) };
                    break;
                case 3:
                    (changed[task], changed[other]) = (changed[other], changed[task]);
                    changed[other] = Ended(problem, oracle, other, changed[other]);
                    break;
                case 4:
                    changed[task] = at with { Start = changed[other].Start };
                    break;
                case 5:
                    changed[task] = at with { Start = changed[other].End };
                    break;
                default:
                    changed[task] = at with { Start = at.Start + by };
                    break;
            }

            changed[task] = Ended(problem, oracle, task, changed[task]);
        }

        return changed;
    }

    private static TaskAssignment? Earliest(CraneProblem problem, CraneOracle oracle, TaskAssignment?[] plan, int task, Rng rng)
    {
        var first = rng.Next(problem.Cranes.Length);
        for (var turn = 0; turn < problem.Cranes.Length; turn++)
        {
            var crane = (first + turn) % problem.Cranes.Length;
            for (var start = 0; oracle.Slots(task, crane) is { } slots && start + slots <= problem.Horizon; start++)
            {
                plan[task] = new TaskAssignment(crane, start, start + slots);
                if (oracle.Broken(plan).Count == 0)
                {
                    return plan[task];
                }
            }
        }

        return null;
    }

    private static TaskAssignment Ended(CraneProblem problem, CraneOracle oracle, int task, TaskAssignment at) =>
        at.Crane >= 0 && at.Crane < problem.Cranes.Length && oracle.Slots(task, at.Crane) is { } slots ? at with { End = at.Start + slots } : at;
}
