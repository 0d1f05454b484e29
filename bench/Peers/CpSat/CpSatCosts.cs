using BerthOpt.Berths;
using Google.OrTools.Sat;

namespace BerthOpt.Bench.Peers;

/// <summary>The objective, term by term as <see cref="Objective"/> defines it.</summary>
internal sealed class CpSatCosts(BerthProblem problem, CpModel model)
{
    private readonly LinearExprBuilder _cost = LinearExpr.NewBuilder();

    public void Minimize(IReadOnlyList<CpSatCall> calls)
    {
        var weights = problem.Objective;
        _cost.Add(weights.Constant);
        foreach (var call in calls)
        {
            var (rates, priority) = (call.Call.Rates, (long)call.Call.Priority);
            var waiting = (long)weights.Waiting * rates.Waiting * priority;
            var stay = (long)weights.Stay * rates.Stay * priority;
            _cost.AddTerm(call.Start, waiting - stay).Add(-waiting * call.Call.Arrival).AddTerm(call.End, stay);
            Lateness(call, (long)weights.Lateness * rates.Lateness * priority);
            Distance(call, call.Call.PreferredPosition, (long)weights.Deviation * rates.Deviation);
            ByWay(call, way => (long)weights.CraneSlots * rates.CraneSlot * way.Cranes * way.Slots);
            if (problem.Baseline?.Entries[call.Index] is { } planned)
            {
                Change(call, planned, weights.Change);
            }
        }

        if (weights.Makespan > 0 && calls.Count > 0)
        {
            var makespan = model.NewIntVar(0, problem.Horizon, "makespan");
            model.AddMaxEquality(makespan, calls.Select(call => call.End));
            _cost.AddTerm(makespan, weights.Makespan);
        }

        model.Minimize(_cost);
    }

    private void Lateness(CpSatCall call, long price)
    {
        if (price > 0 && call.Call.Due < problem.Horizon)
        {
            var late = model.NewIntVar(0, problem.Horizon, $"late{call.Index}");
            model.Add(late >= call.End - call.Call.Due);
            _cost.AddTerm(late, price);
        }
    }

    /// <summary>A price for each section between where the call lies and a wished section.</summary>
    private void Distance(CpSatCall call, int? wish, long price)
    {
        if (wish is not { } section || price == 0)
        {
            return;
        }

        if (call.Cell is { } cell)
        {
            Away(cell, section, problem.Quays[0].Length, price);
        }
        else
        {
            ByWay(call, way => price * Math.Abs(Position(way) - section));
        }
    }

    private void Change(CpSatCall call, BaselineEntry planned, long weight)
    {
        Away(call.Start, planned.Start, problem.Horizon, weight * planned.StartRate);
        Distance(call, planned.Position, weight * planned.SectionRate);
        ByWay(call, way => planned.Cranes > 0 ? weight * planned.CraneRate * Math.Abs(way.Cranes - planned.Cranes) : 0);
        if (call.Cell is not { } cell)
        {
            ByWay(call, way => Position(way) == planned.Position ? 0 : weight * planned.MoveCost);
        }
        else if (weight * planned.MoveCost > 0)
        {
            var moved = model.NewBoolVar($"moved{call.Index}");
            model.Add(cell == planned.Position).OnlyEnforceIf(moved.Not());
            _cost.AddTerm(moved, weight * planned.MoveCost);
        }

        if (planned.Frozen)
        {
            model.Add(call.Start == planned.Start);
            model.Add((call.Cell ?? call.Sum(Position)) == planned.Position);
            if (planned.Cranes > 0)
            {
                model.Add(call.Cranes == planned.Cranes);
            }
        }
    }

    private void Away(IntVar value, int wish, int extent, long price)
    {
        if (price > 0)
        {
            var away = model.NewIntVar(0, (long)extent + wish, "");
            model.Add(away >= value - wish);
            model.Add(away >= wish - value);
            _cost.AddTerm(away, price);
        }
    }

    private void ByWay(CpSatCall call, Func<CpSatWay, long> price)
    {
        foreach (var way in call.Ways.Where(way => price(way) > 0))
        {
            _cost.AddTerm(way.Taken, price(way));
        }
    }

    private long Position(CpSatWay way) => problem.Quays[0].Berths[way.Berth].Start;
}
