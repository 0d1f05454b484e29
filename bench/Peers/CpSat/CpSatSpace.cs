using BerthOpt.Berths;
using Google.OrTools.Sat;

namespace BerthOpt.Bench.Peers;

/// <summary>No two calls at one place at one time, and none where it is closed.</summary>
internal static class CpSatSpace
{
    /// <summary>Rectangles of quay and time that do not overlap, and that never need more than the quay has.</summary>
    public static void AddRectangles(BerthProblem problem, CpModel model, IReadOnlyList<CpSatCall> calls)
    {
        var rectangles = model.AddNoOverlap2D();
        var room = model.AddCumulative(Fitting.CellCount(problem.Quays[0]));
        foreach (var call in calls)
        {
            var time = Stay(model, call);
            rectangles.AddRectangle(time, model.NewFixedSizeIntervalVar(call.Cell!, call.Width, $"hull{call.Index}"));
            room.AddDemand(time, call.Width);
        }

        foreach (var closure in problem.Closures)
        {
            rectangles.AddRectangle(Fixed(model, closure.Slots), Fixed(model, closure.Sections));
        }
    }

    /// <summary>For each berth, optional intervals that do not overlap.</summary>
    public static void AddBerths(BerthProblem problem, CpModel model, IReadOnlyList<CpSatCall> calls)
    {
        var quay = problem.Quays[0];
        var berths = quay.Berths.Select(_ => new List<IntervalVar>()).ToArray();
        foreach (var call in calls)
        {
            foreach (var way in call.Ways)
            {
                var interval = call.Call.DepartureWindows is null
                    ? model.NewOptionalFixedSizeIntervalVar(call.Start, way.Slots, way.Taken, "")
                    : model.NewOptionalIntervalVar(call.Start, call.Length, call.End, way.Taken, "");
                for (var berth = way.Berth; berth < way.Berth + way.Filled; berth++)
                {
                    berths[berth].Add(interval);
                }

                var last = quay.Berths[way.Berth + way.Filled - 1];
                foreach (var closure in problem.Closures.Where(closure => closure.Sections.From < last.Start + last.Length && quay.Berths[way.Berth].Start < closure.Sections.To))
                {
                    model.AddNoOverlap([interval, Fixed(model, closure.Slots)]);
                }
            }
        }

        foreach (var berth in berths)
        {
            model.AddNoOverlap(berth);
        }
    }

    private static IntervalVar Stay(CpModel model, CpSatCall call) => call switch
    {
        { Call.DepartureWindows: not null } => model.NewIntervalVar(call.Start, call.Length, call.End, $"stay{call.Index}"),
        { Ways.Count: 1 } => model.NewFixedSizeIntervalVar(call.Start, call.Ways[0].Slots, $"stay{call.Index}"),
        _ => model.NewIntervalVar(call.Start, call.Slots, call.End, $"stay{call.Index}"),
    };

    private static IntervalVar Fixed(CpModel model, Interval run) => model.NewFixedSizeIntervalVar(model.NewConstant(run.From), run.Length, "");
}
