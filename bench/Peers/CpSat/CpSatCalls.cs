using BerthOpt.Berths;
using Google.OrTools.Sat;
using Google.OrTools.Util;

namespace BerthOpt.Bench.Peers;

/// <summary>Makes the decisions on each call: when, where, and with how many cranes.</summary>
internal sealed class CpSatCalls(BerthProblem problem, CpModel model)
{
    private readonly Quay _quay = problem.Quays[0];
    private readonly CranePool? _pool = Fitting.Pool(problem);

    /// <summary>
    /// Whether one number says where any call lies, so that plans are rectangles: at a continuous quay, and at a hybrid one whose berths
    /// are all alike to all calls. Elsewhere each berth is a way of its own.
    /// </summary>
    public bool AreRectangles { get; } = problem.Quays[0].Layout == QuayLayout.Continuous
        || (problem.Quays[0].Layout == QuayLayout.Hybrid
            && (problem.Features & (BerthFeatures.OpeningTimes | BerthFeatures.Closures | BerthFeatures.Baseline | BerthFeatures.SpecificCranes | BerthFeatures.HandlingByBerth)) == 0
            && problem.Calls.All(call => call.BerthsNeeded > 0 && (call.PreferredPosition is null || problem.Objective.Deviation * call.Rates.Deviation == 0)));

    public CpSatCall Add(int index)
    {
        var call = problem.Calls[index];
        var places = Fitting.Places(_quay, call).ToList();
        var ways = (AreRectangles ? Ways(call, -1, 0) : places.SelectMany(place => Ways(call, place.Cell, place.Width))).ToList();
        model.AddExactlyOne(ways.Select(way => way.Taken));

        var latest = Math.Min(Math.Min(problem.Horizon, _quay.Close), call.Deadline);
        var workEnd = model.NewIntVar(0, latest, $"workEnd{index}");
        var slots = Variable(Domain.FromValues([.. ways.Select(way => (long)way.Slots)]), $"slots{index}");
        var isSpecific = _pool is { Rule: CraneRule.Specific } && call.Handling.MaxCranes > 0;
        var decisions = new CpSatCall(index, call)
        {
            Ways = ways,
            Start = Times(call.ArrivalWindows, Math.Max(call.Arrival, _quay.Open), Math.Min(latest, call.LatestStart), $"start{index}"),
            Slots = slots,
            WorkEnd = workEnd,
            End = call.DepartureWindows is null ? workEnd : Times(call.DepartureWindows, 0, latest, $"end{index}"),
            Length = call.DepartureWindows is null ? slots : model.NewIntVar(0, latest, $"length{index}"),
            Cell = AreRectangles ? Variable(Domain.FromValues([.. places.Select(place => (long)place.Cell)]), $"cell{index}") : null,
            Width = _quay.Layout == QuayLayout.Continuous ? call.Length : call.BerthsNeeded,
            Cranes = Variable(Domain.FromValues([.. ways.Select(way => (long)way.Cranes)]), $"cranes{index}"),
            FirstCrane = isSpecific ? model.NewIntVar(0, _pool!.Count - 1, $"first{index}") : null,
            EndCrane = isSpecific ? model.NewIntVar(1, _pool!.Count, $"endCrane{index}") : null,
        };
        Link(decisions);
        return decisions;
    }

    private void Link(CpSatCall decisions)
    {
        model.Add(decisions.Slots == decisions.Sum(way => way.Slots));
        model.Add(decisions.Cranes == decisions.Sum(way => way.Cranes));
        model.Add(decisions.WorkEnd == decisions.Start + decisions.Slots);
        if (decisions.Call.DepartureWindows is not null)
        {
            model.Add(decisions.End >= decisions.WorkEnd);
            model.Add(decisions.End == decisions.Start + decisions.Length);
        }

        foreach (var way in decisions.Ways.Where(_ => !AreRectangles))
        {
            var filled = _quay.Berths.Skip(way.Berth).Take(way.Filled).ToArray();
            model.Add(decisions.Start >= filled.Max(berth => berth.Open)).OnlyEnforceIf(way.Taken);
            model.Add(decisions.End <= filled.Min(berth => berth.Close)).OnlyEnforceIf(way.Taken);
        }
    }

    /// <summary>A way for each number of cranes.</summary>
    private IEnumerable<CpSatWay> Ways(Call call, int berth, int filled) => Fitting.Works(problem, call, berth)
        .Select(work => new CpSatWay(berth, filled, work.Cranes, work.Slots, model.NewBoolVar($"at{berth}with{work.Cranes}")));

    private IntVar Times(TideWindows? windows, int from, int to, string name) => Variable(
        Domain.FromIntervals([.. (windows?.Windows ?? [new Interval(0, int.MaxValue)])
            .Select(window => new long[] { Math.Max(window.From, from), Math.Min(window.To - 1, to) })
            .Where(window => window[0] <= window[1])]),
        name);

    /// <summary>A variable; one without a value makes the model infeasible, not invalid.</summary>
    private IntVar Variable(Domain domain, string name)
    {
        if (domain.IsEmpty())
        {
            model.AddBoolOr([]);
            return model.NewConstant(0);
        }

        return model.NewIntVarFromDomain(domain, name);
    }
}
