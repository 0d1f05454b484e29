using BerthOpt.Berths;
using Google.OrTools.Sat;

namespace BerthOpt.Bench.Peers;

/// <summary>
/// Enough cranes at any time; and where cranes are specific, neighbouring ones that keep the order of their calls along the rail, and
/// time to travel between calls. The number alone is not enough: two calls may have cranes enough between them and no order that fits.
/// </summary>
internal sealed class CpSatCranes(BerthProblem problem, CpModel model)
{
    private readonly CranePool? _pool = Fitting.Pool(problem);

    public void Add(IReadOnlyList<CpSatCall> calls)
    {
        var crews = calls.Where(call => call.Call.Handling.MaxCranes > 0).ToArray();
        if (_pool is null || crews.Length == 0)
        {
            return;
        }

        var total = model.AddCumulative(_pool.Count);
        var specific = model.AddNoOverlap2D();
        foreach (var call in crews)
        {
            var work = model.NewIntervalVar(call.Start, call.Slots, call.WorkEnd, $"work{call.Index}");
            total.AddDemand(work, call.Cranes);
            if (call.FirstCrane is { } first)
            {
                model.Add(call.EndCrane! == first + call.Cranes);
                specific.AddRectangle(work, model.NewIntervalVar(first, call.Cranes, call.EndCrane!, $"crew{call.Index}"));
            }
        }

        for (var one = 0; one < crews.Length && _pool.Rule == CraneRule.Specific; one++)
        {
            for (var two = one + 1; two < crews.Length; two++)
            {
                if (!Apart(crews[one], crews[two]) && !Apart(crews[two], crews[one]))
                {
                    AddPair(crews[one], crews[two]);
                }
            }
        }
    }

    /// <summary>One behind the other in time, or beside the other with its cranes on the same side.</summary>
    private void AddPair(CpSatCall one, CpSatCall two)
    {
        var (leftOne, leftTwo) = (Left(one, two), Left(two, one));
        model.AddBoolOr([Before(one, two), Before(two, one), leftOne, leftTwo]);
        if (_pool!.Travel is { } travel)
        {
            model.AddBoolOr([Travelled(one, two, travel), Travelled(two, one, travel), Parted(one, two), Parted(two, one)]);
        }
    }

    private BoolVar Before(CpSatCall one, CpSatCall two)
    {
        var before = model.NewBoolVar("");
        model.Add(one.WorkEnd <= two.Start).OnlyEnforceIf(before);
        return before;
    }

    private BoolVar Left(CpSatCall one, CpSatCall two)
    {
        var left = Parted(one, two);
        model.Add(Rail(one) + (one.Cell is null ? 1 : one.Width) <= Rail(two)).OnlyEnforceIf(left);
        return left;
    }

    private BoolVar Parted(CpSatCall one, CpSatCall two)
    {
        var parted = model.NewBoolVar("");
        model.Add(one.EndCrane! <= two.FirstCrane!).OnlyEnforceIf(parted);
        return parted;
    }

    /// <summary>A crane of the first call can be at the second in time. Asked of every two that share one: for consecutive ones it implies the others.</summary>
    private BoolVar Travelled(CpSatCall one, CpSatCall two, CraneTravel travel)
    {
        var travelled = model.NewBoolVar("");
        var time = (two.Start - one.WorkEnd - travel.SetupSlots) * travel.SpeedSections;
        model.Add(time >= (Rail(two) - Rail(one)) * travel.SpeedSlots).OnlyEnforceIf(travelled);
        model.Add(time >= (Rail(one) - Rail(two)) * travel.SpeedSlots).OnlyEnforceIf(travelled);
        return travelled;
    }

    private LinearExpr Rail(CpSatCall call) => call.Cell ?? call.Sum(way => problem.Quays[0].Berths[way.Berth].Start);

    /// <summary>Whether the first is always gone, and its cranes could have come, before the second begins.</summary>
    private bool Apart(CpSatCall one, CpSatCall two)
    {
        var travel = _pool!.Travel is { } way ? way.SetupSlots + (((long)problem.Quays[0].Length * way.SpeedSlots) / way.SpeedSections) + 1 : 0;
        return one.WorkEnd.Domain.Max() + travel <= two.Start.Domain.Min();
    }
}
