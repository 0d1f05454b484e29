using BerthOpt.Berths;
using BerthOpt.Berths.Checking;

namespace BerthOpt.Port;

/// <summary>One call at a rail: from when to when cranes work on it, how many it has, and what more of them gain.</summary>
internal sealed class SplitStay
{
    public required int Call { get; init; }

    public required int From { get; init; }

    public required int To { get; init; }

    /// <summary>Cranes that the berth plan gives it.</summary>
    public required int Planned { get; init; }

    /// <summary>First of them; -1 where the plan does not say.</summary>
    public required int First { get; init; }

    public required int Most { get; init; }

    public required long Priority { get; init; }

    /// <summary>Whether each crane of the pool reaches it.</summary>
    public required bool[] Reached { get; init; }

    /// <summary>Thousandths that it is faster for each number of cranes from <see cref="Planned"/> on; null where that number is forbidden.</summary>
    public required long?[] SpeedUp { get; init; }

    /// <summary>The calls that cranes of a pool work on, in their order along the rail.</summary>
    public static SplitStay[] All(BerthProblem problem, BerthPlan plan, int index)
    {
        var pool = problem.CranePools[index];
        return
        [
            .. Visit.All(problem, plan).OfType<Visit>()
                .Where(visit => visit.Assignment.Cranes > 0 && pool.Quays.Contains(visit.Assignment.Quay) && visit.WorkEnd > visit.Start)
                .OrderBy(visit => pool.Quays.IndexOf(visit.Assignment.Quay)).ThenBy(visit => visit.Assignment.Position).ThenBy(visit => visit.Start)
                .Select(visit => Of(problem, pool, visit)),
        ];
    }

    /// <summary>What so many working cranes gain in some slots; null where they are too many.</summary>
    public Int128? Gain(int cranes, int from, int to) =>
        cranes < Planned || cranes > Most || SpeedUp[cranes - Planned] is not { } speedUp ? null
            : Priority * speedUp * (((Int128)(To - from) + (To - to + 1)) * (to - from) / 2);

    /// <summary>What it costs that a crane joins at a slot.</summary>
    public Int128 Join(int slot, int joinSlots) => (Int128)Priority * (1000 / Planned) * joinSlots * (To - slot);

    private static SplitStay Of(BerthProblem problem, CranePool pool, Visit visit)
    {
        var (planned, most) = (visit.Assignment.Cranes, Math.Min(pool.Count, visit.Call.Handling.MaxCranes));
        return new SplitStay
        {
            Call = visit.Index,
            From = (int)visit.Start,
            To = (int)visit.WorkEnd,
            Planned = planned,
            First = pool.Rule == CraneRule.Specific ? visit.Assignment.FirstCrane : -1,
            Most = most,
            Priority = visit.Call.Priority,
            Reached = [.. Enumerable.Range(0, pool.Count).Select(crane => Reaches(pool, crane, visit))],
            SpeedUp =
            [
                .. Enumerable.Range(planned, most - planned + 1)
                    .Select(cranes => HandlingTime.Of(problem, visit.Call, visit.Assignment with { Cranes = cranes }, visit.Deviation) is { } slots ? (1000 * (visit.WorkEnd - visit.Start) / slots) - 1000 : (long?)null),
            ],
        };
    }

    private static bool Reaches(CranePool pool, int crane, Visit visit)
    {
        var reaches = pool.Reaches.Where(reach => reach.Crane == crane).ToList();
        return reaches.Count == 0 || (visit.Sections is { } hull && reaches.Exists(reach => reach.Quay == visit.Assignment.Quay && reach.Sections.From <= hull.From && hull.To <= reach.Sections.To));
    }
}
