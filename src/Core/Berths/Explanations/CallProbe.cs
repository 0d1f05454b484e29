using System.Collections.Immutable;
using BerthOpt.Berths.Checking;

namespace BerthOpt.Berths;

/// <summary>Looks around a call of a plan: earlier, nearer to its wish, with more cranes.</summary>
/// <param name="problem">The problem.</param>
/// <param name="visits">The plan's visits.</param>
/// <param name="call">The call.</param>
internal sealed class CallProbe(BerthProblem problem, Visit?[] visits, int call)
{
    private readonly Trials _trials = new(problem, visits, call);
    private readonly Call _call = problem.Calls[call];

    /// <summary>The starts before its own, nearest first.</summary>
    public ImmutableArray<Stretch> Earlier(Assignment at)
    {
        var stretches = new Stretches(_trials, CallExplanation.MaxStretches);
        var earliest = Math.Min(_call.EarliestStart ?? _call.Arrival, at.Start - 1);
        for (var start = at.Start - 1; start >= Math.Max(0, earliest) && !stretches.IsFull; start--)
        {
            stretches.Add(at.Quay, start, _trials.At(at.Quay, at.Berth, at.Position, start, at.Cranes, at.FirstCrane));
        }

        return stretches.Found;
    }

    /// <summary>The places nearer to its wish, the nearest to it first.</summary>
    public ImmutableArray<Stretch> Nearer(Assignment at)
    {
        var now = HandlingTime.Deviation(_call, at, problem.Quays[at.Quay]);
        var quay = _call.PreferredQuay ?? at.Quay;
        var stretches = new Stretches(_trials, CallExplanation.MaxStretches);
        foreach (var (berth, position) in now == 0 ? [] : Places(quay, at, now))
        {
            stretches.Add(quay, position, _trials.At(quay, berth, position, at.Start, at.Cranes, quay == at.Quay ? at.FirstCrane : -1));
            if (stretches.IsFull)
            {
                break;
            }
        }

        return stretches.Found;
    }

    /// <summary>With one crane more; null where it can use no more.</summary>
    public Stretch? MoreCranes(Assignment at)
    {
        if (at.Cranes >= _call.Handling.MaxCranes)
        {
            return null;
        }

        var stretches = new Stretches(_trials, 1);
        stretches.Add(at.Quay, at.Cranes + 1, _trials.At(at.Quay, at.Berth, at.Position, at.Start, at.Cranes + 1, at.FirstCrane));
        return stretches.Found[0];
    }

    /// <summary>Places of a quay at which the call deviates less than now: at a continuous one outwards from the wish, first towards where the call lies.</summary>
    private IEnumerable<(int Berth, int Position)> Places(int index, Assignment at, long now)
    {
        var quay = problem.Quays[index];
        var wish = _call.PreferredPosition ?? 0;
        long Away(int berth, int position) => HandlingTime.Deviation(_call, at with { Quay = index, Berth = berth, Position = position }, quay);
        if (quay.Layout != QuayLayout.Continuous)
        {
            return quay.Berths.Index().Select(berth => (Berth: berth.Index, Position: berth.Item.Start)).Where(place => Away(place.Berth, place.Position) < now).OrderBy(place => Away(place.Berth, place.Position));
        }

        var last = quay.Length - _call.Length;
        var left = Enumerable.Range(0, Math.Clamp(wish, 0, Math.Max(0, last + 1))).Reverse();
        var right = Enumerable.Range(Math.Max(0, wish), Math.Max(0, last + 1 - Math.Max(0, wish)));
        int[] nearest = wish >= 0 && wish <= last ? [] : [wish];
        return (index == at.Quay && at.Position < wish ? nearest.Concat(right.Take(1)).Concat(left).Concat(right.Skip(1)) : nearest.Concat(right).Concat(left))
            .Select(position => (-1, position)).Where(place => Away(-1, place.position) < now);
    }
}
