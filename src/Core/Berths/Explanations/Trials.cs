using System.Collections.Immutable;
using BerthOpt.Berths.Checking;

namespace BerthOpt.Berths;

/// <summary>Puts a call of a plan elsewhere and asks the checker's rules what stands in the way.</summary>
/// <param name="problem">The problem.</param>
/// <param name="visits">The plan's visits; that of the call itself is left alone.</param>
/// <param name="call">The call.</param>
internal sealed class Trials(BerthProblem problem, Visit?[] visits, int call)
{
    private const int MostEnds = 32;

    private readonly long _margin = Margin(problem);

    /// <summary>The call at a place, from a slot on, with some cranes: of all first cranes and departures that are possible, those with the least in their way.</summary>
    public Trial At(int quay, int berth, int position, int start, int cranes, int firstCrane)
    {
        Trial? best = null;
        var ends = Ends(new Assignment(quay, berth, position, start, start + 1, cranes));
        foreach (var first in FirstCranes(quay, cranes, firstCrane))
        {
            foreach (var end in ends)
            {
                var trial = Judge(new Assignment(quay, berth, position, start, end, cranes, first));
                if (best is null || trial.Weight < best.Weight)
                {
                    best = trial;
                }

            }

            // Other cranes help only against obstacles of cranes.
            if (!best!.Obstacles.Any(obstacle => obstacle.Code.StartsWith("crane-", StringComparison.Ordinal)))
            {
                return best;
            }
        }

        return best!;
    }

    /// <summary>What the plan costs more with the call there.</summary>
    public long CostChange(Assignment at)
    {
        var others = visits.Where((visit, index) => index != call && visit is not null).Select(visit => visit!.End).DefaultIfEmpty(0).Max();
        var now = visits[call];
        var before = now is null ? CostAudit.LeftOut(problem, problem.Calls[call]).Total : CostAudit.Of(problem, now).Total;
        var makespan = problem.Objective.Makespan * (Math.Max(others, at.End) - Math.Max(others, now?.End ?? 0));
        return CostAudit.Of(problem, Visit.Of(problem, call, at)).Total - before + makespan;
    }

    private IEnumerable<int> FirstCranes(int quay, int cranes, int own)
    {
        var pool = problem.CranePools.FirstOrDefault(pool => pool.Quays.Contains(quay));
        if (pool is not { Rule: CraneRule.Specific } || cranes == 0)
        {
            return [-1];
        }

        var all = Enumerable.Range(0, Math.Max(1, pool.Count - cranes + 1));
        return own < 0 ? all : all.OrderBy(first => Math.Abs(first - own));
    }

    /// <summary>Departures: the end of handling, and where rules of movement do not let it leave then, the first one at which they do. To stay longer than that never helps.</summary>
    private List<int> Ends(Assignment at)
    {
        var visit = Visit.Of(problem, call, at);
        var done = (int)Math.Min(at.Start + (visit.Handling ?? 1), int.MaxValue - 1);
        List<int> ends = [done];
        if (TimeCheck.CanBeDelayed(problem, visit) && !MayLeave(at with { End = done }))
        {
            foreach (var later in Openings(done).Where(slot => slot <= problem.Horizon).Take(MostEnds))
            {
                ends.Add(later);
                if (MayLeave(at with { End = later }))
                {
                    break;
                }
            }
        }

        return ends;
    }

    private IEnumerable<int> Openings(int after) =>
        (problem.Calls[call].DepartureWindows?.Windows.Select(window => window.From) ?? [])
        .Concat(problem.Movements.Bans.Select(ban => ban.Slots.To))
        .Concat(problem.Movements.Caps.SelectMany(cap => Enumerable.Range((after / cap.PeriodSlots) + 1, MostEnds).Select(period => (int)Math.Min((long)period * cap.PeriodSlots, int.MaxValue))))
        .Where(slot => slot > after).Distinct().Order();

    private bool MayLeave(Assignment at)
    {
        var faults = BerthFaultLog.New(problem);
        MovementCheck.Run(problem, With(at), faults);
        return faults.Listed.IsEmpty;
    }

    private Trial Judge(Assignment at)
    {
        var there = With(at);
        var found = new Obstacles(problem, there, call).Of(Broken(there));

        // A crane's way from one call hides that from the call before.
        for (var before = -1; problem.Features.HasFlag(BerthFeatures.CraneTravel) && before < found.Length;)
        {
            before = found.Length;
            Visit?[] rest = [.. there];
            foreach (var restriction in found.SelectMany(obstacle => obstacle.Restrictions).Where(restriction => restriction.Kind == RestrictionKind.Call))
            {
                rest[restriction.Index] = null;
            }

            found = [.. found, .. new Obstacles(problem, rest, call).Of(Broken(rest)).Where(more => !found.Any(more.IsLike))];
        }

        return new Trial(at, found);
    }

    private ImmutableArray<PlanFault> Broken(Visit?[] there)
    {
        var faults = BerthFaultLog.New(problem);
        Visit?[] alone = new Visit?[there.Length];
        alone[call] = there[call];
        PlaceCheck.Run(problem, alone, faults);
        TimeCheck.Run(problem, alone, faults);
        PinCheck.Run(problem, alone, faults);
        var quay = there[call]!.Assignment.Quay;
        SpaceCheck.Run(problem, Only(there, other => other == quay), faults);
        CraneCheck.Run(problem, problem.CranePools.FirstOrDefault(pool => pool.Quays.Contains(quay)) is { } rail ? Only(there, rail.Quays.Contains) : alone, faults);
        MovementCheck.Run(problem, problem.Movements.Caps.IsEmpty ? alone : there, faults);
        return faults.Listed;
    }

    private static Visit?[] Only(Visit?[] there, Func<int, bool> isQuay) => Array.ConvertAll(there, visit => visit is not null && isQuay(visit.Assignment.Quay) ? visit : null);

    /// <summary>The visits near in time, with the call there; those farther away meet it in no rule.</summary>
    private Visit?[] With(Assignment at)
    {
        var there = new Visit?[visits.Length];
        for (var index = 0; index < there.Length; index++)
        {
            if (index != call && visits[index] is { } other && other.Start <= at.End + _margin && other.End >= at.Start - _margin)
            {
                there[index] = other;
            }
        }

        there[call] = Visit.Of(problem, call, at);
        return there;
    }

    private static long Margin(BerthProblem problem) =>
        problem.Clearances.Slots
        + problem.Movements.Caps.Select(cap => (long)cap.PeriodSlots).DefaultIfEmpty(0).Max()
        + problem.CranePools.Select(pool => pool.Travel is { } travel ? travel.SetupSlots + 1 + (pool.Quays.Sum(quay => (long)problem.Quays[quay].Length) * travel.SpeedSlots / travel.SpeedSections) : 0).DefaultIfEmpty(0).Max();
}
