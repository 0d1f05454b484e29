using BerthOpt.Cranes;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests.Cranes;

/// <summary>Small problems drawn at random, with all that a problem may have, and the best plan of each by trying all lists of tasks.</summary>
internal static class SmallRails
{
    /// <summary>Problems of up to so many tasks; those that no crane can do are left out.</summary>
    public static IEnumerable<CraneProblem> Draw(int count, int tasks, bool withDuty = false)
    {
        for (var seed = 1UL; count > 0; seed++)
        {
            CraneProblem problem;
            try
            {
                problem = Draw(new Rng(seed), tasks, withDuty);
            }
            catch (InvalidInputException)
            {
                continue;
            }

            if (new CraneModel(problem).Impossible < 0)
            {
                count--;
                yield return problem;
            }
        }
    }

    /// <summary>Cost of the best plan; <see cref="long.MaxValue"/> when there is none. Each list is timed by looking at all pairs.</summary>
    public static long BestCost(CraneProblem problem)
    {
        var count = problem.Tasks.Length;
        var plan = new TaskAssignment[count];
        var model = new CraneModel(problem);
        var done = new List<int>();
        var best = long.MaxValue;
        void Extend()
        {
            if (EndsCost(problem, plan, done) >= best)
            {
                return;
            }

            if (done.Count == count)
            {
                var check = CraneChecker.Check(problem, new CranePlan(plan));
                best = check.IsValid ? Math.Min(best, check.Cost.Total) : best;
                return;
            }

            for (var task = 0; task < count; task++)
            {
                if (done.Contains(task) || problem.Precedences.Any(pair => pair.Second == task && !done.Contains(pair.First)))
                {
                    continue;
                }

                for (var crane = 0; crane < problem.Cranes.Length; crane++)
                {
                    if (model.Can(model.IndexOf[task], crane))
                    {
                        plan[task] = Timed(problem, model, plan, done, task, crane);
                        done.Add(task);
                        Extend();
                        done.RemoveAt(done.Count - 1);
                    }
                }
            }
        }

        Extend();
        return best;
    }

    /// <summary>What the ends of the tasks so far cost; more tasks only add to it.</summary>
    private static long EndsCost(CraneProblem problem, TaskAssignment[] plan, List<int> done)
    {
        var ends = new int[problem.Vessels.Length];
        foreach (var task in done)
        {
            ref var end = ref ends[problem.Tasks[task].Vessel];
            end = Math.Max(end, plan[task].End);
        }

        var cost = problem.Objective.Makespan * ends.Max();
        for (var vessel = 0; vessel < ends.Length; vessel++)
        {
            var terms = problem.Vessels[vessel];
            cost += terms.Rate * ((problem.Objective.Completion * ends[vessel]) + (problem.Objective.Lateness * Math.Max(0, ends[vessel] - terms.Due)));
        }

        return cost;
    }

    private static TaskAssignment Timed(CraneProblem problem, CraneModel model, TaskAssignment[] plan, List<int> done, int task, int crane)
    {
        var at = (model.IndexOf[task] * model.Cranes) + crane;
        var start = (long)model.Release[at];
        foreach (var other in done)
        {
            var ahead = plan[other].Crane == crane ? Math.Abs(problem.Tasks[other].Position - problem.Tasks[task].Position)
                : plan[other].Crane < crane ? problem.Tasks[other].Position - problem.Tasks[task].Position + (problem.Rail.Clearance * (crane - plan[other].Crane))
                : problem.Tasks[task].Position - problem.Tasks[other].Position + (problem.Rail.Clearance * (plan[other].Crane - crane));
            var mustWait = ahead > 0 || plan[other].Crane == crane || problem.Precedences.Contains(new TaskPair(other, task))
                || problem.NonSimultaneous.Any(pair => pair == new TaskPair(other, task) || pair == new TaskPair(task, other));
            start = mustWait ? Math.Max(start, plan[other].End + (ahead > 0 ? problem.Rail.Travel(ahead) : 0)) : start;
        }

        foreach (var outage in problem.Cranes[crane].Outages)
        {
            start = outage.To > start && outage.From < start + model.Handling[at] ? outage.To : start;
        }

        return new TaskAssignment(crane, (int)start, (int)start + model.Handling[at]);
    }

    private static CraneProblem Draw(Rng rng, int most, bool withDuty)
    {
        bool Some(int rarity) => rng.Next(rarity) == 0;
        var (tasks, cranes, vessels) = (1 + rng.Next(most), 1 + rng.Next(3), 1 + rng.Next(2));
        var pairs = Enumerable.Range(0, tasks).SelectMany(first => Enumerable.Range(first + 1, tasks - first - 1).Select(second => new TaskPair(first, second))).ToArray();
        var kinds = pairs.Select(_ => rng.Next(8)).ToArray();
        return new CraneProblem(new CraneParts
        {
            Horizon = 200,
            Rail = new Rail { Clearance = rng.Next(3), TravelSlots = rng.Next(3), TravelSections = 1 + rng.Next(2), StartsBlock = Some(3), From = Some(6) ? -rng.Next(3) : null, To = Some(6) ? 8 + rng.Next(4) : null },
            Cranes = [.. Enumerable.Range(0, cranes).Select(crane => new Crane
            {
                Id = $"Q{crane}",
                Ready = Some(3) ? rng.Next(8) : 0,
                Start = Some(2) ? rng.Next(8) + (2 * crane) : null,
                Final = Some(5) ? rng.Next(8) : null,
                RatePercent = Some(5) ? 50 + rng.Next(100) : 100,
                Reach = Some(6) ? new Interval(rng.Next(3), 6 + rng.Next(4)) : null,
                Outages = Some(6) ? [new Interval(4, 5 + rng.Next(6))] : [],
                Until = Some(8) ? 40 + rng.Next(30) : Crane.Never,
            })],
            Vessels = [.. Enumerable.Range(0, vessels).Select(vessel => new CraneVessel { Id = $"V{vessel}", Ready = Some(3) ? rng.Next(10) : 0, Due = rng.Next(30), Rate = 1 + rng.Next(3), Deadline = Some(8) ? 30 + rng.Next(30) : Crane.Never })],
            Tasks = [.. Enumerable.Range(0, tasks).Select(task => new CraneTask
            {
                Id = $"T{task}",
                Vessel = rng.Next(vessels),
                Position = rng.Next(8),
                Handling = 1 + rng.Next(9),
                Pin = Some(15) ? new TaskPin(Some(2) ? rng.Next(cranes) : null, Some(3) ? rng.Next(12) : null) : null,
            })],
            Precedences = [.. pairs.Where((_, index) => kinds[index] == 0)],
            NonSimultaneous = [.. pairs.Where((_, index) => kinds[index] == 1)],
            Objective = rng.Next(withDuty ? 5 : 4) switch
            {
                0 => new CraneObjective { Makespan = 0, Completion = 1 },
                1 => new CraneObjective { Completion = 1, Lateness = 3 },
                2 => new CraneObjective { Makespan = 2, Travel = 1 },
                3 => new CraneObjective(),
                _ => new CraneObjective { Makespan = 3, CraneSlots = 1 },
            },
        });
    }
}
