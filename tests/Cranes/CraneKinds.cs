using BerthOpt.Cranes;

namespace BerthOpt.Tests.Cranes;

/// <summary>A problem of every kind that the crane solver treats in a way of its own.</summary>
internal static class CraneKinds
{
    public static IReadOnlyList<(string Kind, CraneProblem Problem)> All { get; } =
    [
        ("one way", CraneGenerator.KimPark(25, 1)),
        ("free", With(CraneGenerator.KimPark(20, 2), parts => parts with { Direction = CraneDirection.Free })),
        ("few tasks", With(CraneGenerator.KimPark(10, 3), parts => parts with { Direction = CraneDirection.Free })),
        ("a call", CraneGenerator.Vessel(6_000, 4).ToProblem()),
        ("several vessels", CraneGenerator.Rail(2, 5).ToProblem()),
        ("ends of vessels", With(CraneGenerator.Rail(2, 6).ToProblem(), parts => parts with { Objective = new CraneObjective { Makespan = 0, Completion = 2, Lateness = 3 }, Vessels = [.. parts.Vessels.Select(vessel => vessel with { Due = vessel.Ready + 20_000 })] })),
        ("all terms", With(CraneGenerator.Vessel(4_000, 7).ToProblem(), parts => parts with { Objective = new CraneObjective { Makespan = 10, Completion = 5, CraneSlots = 2, Travel = 1 } })),
        ("outages", With(CraneGenerator.Vessel(4_000, 8).ToProblem(), parts => parts.WithCrane(0, crane => crane with { Outages = [new Interval(5_000, 9_000)] }))),
    ];

    private static CraneProblem With(CraneProblem problem, Func<CraneParts, CraneParts> change) => new(change(problem.Parts));
}
