using System.Numerics;

namespace BerthOpt.Berths;

/// <summary>A plan that is made from left to right: which calls have come into view, which have begun, and which lie where.</summary>
internal sealed class RollingPlan
{
    private const int HandlingsOfRoom = 4;

    private readonly BerthProblem _problem;
    private readonly int[] _order;
    private readonly int[] _earliest;
    private readonly bool[] _startsAtOneTime;
    private readonly int _guard;
    private readonly int _period;
    private readonly List<int> _open = [];
    private readonly List<int> _begun = [];
    private int _seen;

    public RollingPlan(BerthProblem problem)
    {
        _problem = problem;
        var calls = problem.Calls.Length;
        Stays = new Assignment?[calls];
        _earliest = new int[calls];
        _startsAtOneTime = new bool[calls];
        for (var index = 0; index < calls; index++)
        {
            var call = problem.Calls[index];
            var start = problem.Baseline?.Entries[index] is { Frozen: true } entry ? entry.Start : call.Pin?.Start;
            _earliest[index] = start ?? call.EarliestStart ?? call.Arrival;
            _startsAtOneTime[index] = start is not null;
        }

        _order = [.. Enumerable.Range(0, calls).OrderBy(call => _earliest[call])];
        // A stay that has ended so long ago ties nothing down any more; with caps, one that moved in a period before does not.
        _guard = BerthModel.ReachOf(problem, problem.CranePools.Select((_, pool) => new PoolModel(problem, pool)));
        _period = (int)problem.Movements.Caps.Aggregate(1L, (least, cap) => Math.Min(problem.Horizon + 1L, least / (long)BigInteger.GreatestCommonDivisor(least, cap.PeriodSlots) * cap.PeriodSlots));
    }

    /// <summary>Where each call lies, as far as it is planned.</summary>
    public Assignment?[] Stays { get; }

    /// <summary>Whether all calls have come into view.</summary>
    public bool HasSeenAll => _seen == _order.Length;

    /// <summary>Calls that have not come into view yet.</summary>
    public int Unseen => _order.Length - _seen;

    /// <summary>Slot before which nothing is planned any more.</summary>
    public int Now { get; private set; }

    /// <summary>Lets the next calls come into view.</summary>
    public void See(int calls)
    {
        for (var last = Math.Min(_order.Length, _seen + calls); _seen < last; _seen++)
        {
            _open.Add(_order[_seen]);
        }
    }

    /// <summary>The problem of the calls in view.</summary>
    public PeriodProblem Window()
    {
        var end = EndFor(_open);
        // What must start at a time in the period keeps its room, in view or not.
        int[] free = [.. _open, .. _order.Skip(_seen).TakeWhile(call => _earliest[call] < end).Where(call => _startsAtOneTime[call])];
        var from = _begun.Select(call => Stays[call]!.Value.Start).Append(Now).Min();
        return PeriodProblem.Create(_problem, new TimeShift(from / _period * _period, end), Now, free, _begun, Stays);
    }

    /// <summary>Takes over the plan of a window, and closes what has begun before the first of the last <paramref name="overlap"/> calls in view can.</summary>
    /// <returns>The calls that were closed.</returns>
    public List<int> Take(PeriodProblem window, BerthPlan plan, int overlap)
    {
        var isInView = _open.ToHashSet();
        var first = SpreadCranes(window.Problem, plan);
        for (var index = 0; index < window.Calls.Length; index++)
        {
            if (isInView.Contains(window.Calls[index]))
            {
                Stays[window.Calls[index]] = plan.Assignments[index] is { } stay ? window.OutOf(stay with { FirstCrane = first[index] }) : null;
            }
        }

        Now = HasSeenAll ? int.MaxValue : Math.Max(Now, _earliest[_order[Math.Max(0, _seen - overlap)]]);
        var closed = _open.FindAll(call => (Stays[call]?.Start ?? _earliest[call]) < Now);
        _open.RemoveAll(closed.Contains);
        _begun.AddRange(closed.Where(call => Stays[call] is not null));
        var periodStart = Now / _period * _period;
        _begun.RemoveAll(call => (long)Stays[call]!.Value.End + _guard <= periodStart && Stays[call]!.Value.End < periodStart);
        return closed;
    }

    /// <summary>The problem of calls alone, from the first slot at which one of them can begin; for a bound.</summary>
    public PeriodProblem Alone(List<int> calls)
    {
        var end = Math.Max(EndFor(calls), calls.Max(call => Stays[call]?.End ?? 0));
        var from = calls.Min(call => Math.Min(_earliest[call], _problem.Calls[call].EarliestStart ?? _problem.Calls[call].Arrival));
        return PeriodProblem.Create(_problem, new TimeShift(from / _period * _period, end), 0, calls, [], Stays);
    }

    /// <summary>A slot by which calls can be handled also when they have to wait.</summary>
    private int EndFor(List<int> calls)
    {
        long last = 0, first = long.MaxValue, longest = 1;
        foreach (var call in calls)
        {
            (first, last) = (Math.Min(first, _earliest[call]), Math.Max(last, _earliest[call]));
            longest = Math.Max(longest, LongestHandling(_problem.Calls[call]));
        }

        foreach (var call in _begun)
        {
            last = Math.Max(last, Stays[call]!.Value.End);
        }

        return (int)Math.Min(_problem.Horizon, last + Math.Max(last - Math.Min(first, last), HandlingsOfRoom * longest) + _guard + 1);
    }

    /// <summary>Slots that a call takes with its fewest cranes at its wished place; 0 when none is known.</summary>
    private static long LongestHandling(Call call)
    {
        var work = call.Handling.Work.Where(value => value != Handling.Forbidden).DefaultIfEmpty(0).Max();
        var rate = call.Handling.Productivity.IsEmpty ? 1000 : call.Handling.Productivity[0];
        return (((long)work * 1000) + rate - 1) / rate;
    }

    /// <summary>Cranes near the calls that they serve, so that those that are fixed leave room for others on both sides.</summary>
    private static int[] SpreadCranes(BerthProblem problem, BerthPlan plan)
    {
        var model = new BerthModel(problem);
        var placements = new Placement[problem.Calls.Length];
        // Where cranes travel, they stay where they are.
        if (model.Pools.All(pool => !pool.IsSpecific) || model.Pools.Any(pool => pool.Pool.Travel is not null) || !BerthPlanReader.TryRead(model, plan, placements))
        {
            return [.. plan.Assignments.Select(stay => stay?.FirstCrane ?? -1)];
        }

        var state = new BerthState(model);
        state.Load(placements);
        return state.SpreadCranes();
    }
}
