using System.Collections.Immutable;
using BerthOpt.Cranes.Checking;

namespace BerthOpt.Cranes;

/// <summary>What keeps a task of a valid plan from an earlier start, rule by rule as the checker knows them.</summary>
/// <param name="problem">The problem.</param>
/// <param name="stints">The plan's tasks.</param>
internal sealed class StartReasons(CraneProblem problem, Stint[] stints)
{
    private readonly ILookup<int, int> _before = problem.Precedences.ToLookup(pair => pair.Second, pair => pair.First);
    private readonly ILookup<int, int> _apart = problem.NonSimultaneous.SelectMany(pair => new[] { (pair.First, pair.Second), (First: pair.Second, Second: pair.First) }).ToLookup(pair => pair.First, pair => pair.Second);

    /// <summary>All reasons, the latest first; of those that are as late, tasks first.</summary>
    public ImmutableArray<StartReason> Of(Stint stint) => [.. Own(stint).Concat(Orders(stint)).Concat(Room(stint))
        .OrderByDescending(reason => reason.From).ThenBy(reason => reason.Task < 0 ? 1 : 0).ThenBy(reason => reason.Task)];

    /// <summary>What its vessel, its crane, that crane's outages and its pin say.</summary>
    public IEnumerable<StartReason> Own(Stint stint)
    {
        var crane = stint.Crane!;
        yield return Reason(CraneFaultCodes.VesselNotReady, problem.Vessels[stint.Task.Vessel].Ready);
        var ready = crane.Ready + (crane.Start is { } at ? problem.Rail.Travel(Math.Abs((long)at - stint.Task.Position)) : 0);
        if (ready > 0)
        {
            yield return Reason(CraneFaultCodes.CraneNotReady, ready, crane: stint.Number);
        }

        if (stint.Task.Pin?.Start is { } pin)
        {
            yield return Reason(CraneFaultCodes.PinBroken, pin);
        }

        if (crane.Outages.Any(outage => outage.To == stint.Start))
        {
            yield return Reason(CraneFaultCodes.CraneOut, stint.Start, crane: stint.Number);
        }

        foreach (var (number, other) in problem.Cranes.Index().Where(_ => problem.Rail.StartsBlock))
        {
            if (number != stint.Number && other.Start is { } start && RailCheck.Missing(problem.Rail, stint.Number, stint.Task.Position, number, start) is > 0 and var missing)
            {
                yield return Reason(CraneFaultCodes.StartInTheWay, other.Ready + problem.Rail.Travel(missing), crane: number);
            }
        }
    }

    /// <summary>Tasks that must come before it, or come before it since both cannot be at once.</summary>
    public IEnumerable<StartReason> Orders(Stint stint)
    {
        foreach (var first in _before[stint.Index])
        {
            yield return Reason(CraneFaultCodes.Precedence, stints[first].Free, first, stints[first].Number);
        }

        foreach (var first in _apart[stint.Index].Where(first => stints[first].Free <= stint.Start))
        {
            yield return Reason(CraneFaultCodes.NonSimultaneous, stints[first].Free, first, stints[first].Number);
        }
    }

    /// <summary>Of its own crane, and of each that had to make room, the task before it that lets it start the latest.</summary>
    private IEnumerable<StartReason> Room(Stint stint) => Before(stint).GroupBy(reason => reason.Crane).Select(crane => crane.MaxBy(reason => reason.From)!);

    private IEnumerable<StartReason> Before(Stint stint)
    {
        foreach (var other in stints)
        {
            if (other.Index == stint.Index || other.Free > stint.Start || (other.Start == stint.Start && other.Index > stint.Index))
            {
                continue;
            }

            var isOwn = other.Number == stint.Number;
            var missing = RailCheck.Missing(problem.Rail, other.Number, other.Task.Position, stint.Number, stint.Task.Position);
            if (isOwn || missing > 0)
            {
                var way = problem.Rail.Travel(missing);
                yield return Reason(!isOwn ? CraneFaultCodes.Interference : way > 0 ? CraneFaultCodes.CraneTravel : CraneFaultCodes.CraneShared, other.Free + way, other.Index, other.Number);
            }
        }
    }

    private static StartReason Reason(string code, long from, int task = -1, int crane = -1) => new(code, (int)Math.Min(from, int.MaxValue), task, crane);
}
