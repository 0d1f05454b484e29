using System.Collections.Immutable;
using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>Problems of about a dozen calls, one for each way in which ports differ; each has a plan.</summary>
internal static class BerthKinds
{
    /// <summary>One of each kind, by name.</summary>
    public static IReadOnlyList<(string Kind, BerthProblem Problem)> All { get; } =
    [
        ("discrete", Discrete(1)),
        ("hybrid", Hybrid(2)),
        ("continuous", BerthGenerator.MeiselBierwirth(12, 3)),
        ("specific cranes", SpecificCranes(4)),
        ("tidal", Tidal(5)),
        ("replanning", Replanning(6)),
        ("optional calls", OptionalCalls(7)),
        ("everything", Everything()),
    ];

    /// <summary>Berths with times of their own, as in Cordeau et al. 2005.</summary>
    public static BerthProblem Discrete(ulong seed) => WithBerths(QuayLayout.Discrete, seed);

    /// <summary>Short berths of which long ships fill several.</summary>
    public static BerthProblem Hybrid(ulong seed) => WithBerths(QuayLayout.Hybrid, seed);

    /// <summary>The same problem with its first call alone.</summary>
    public static BerthProblem First(BerthProblem problem) => new(problem.Parts with
    {
        Calls = [problem.Calls[0]],
        Baseline = problem.Baseline is { } baseline ? new Baseline { Entries = [baseline.Entries[0]] } : null,
    });

    private static BerthProblem WithBerths(QuayLayout layout, ulong seed)
    {
        var rng = new Rng(seed);
        return new BerthProblem(new BerthParts
        {
            Horizon = 400,
            Quays = [new Quay { Id = "Q", Length = 40, Layout = layout, Berths = [.. Enumerable.Range(0, 4).Select(number => new Berth { Id = $"B{number}", Start = number * 10, Length = 10 })] }],
            Calls = [.. Enumerable.Range(0, 14).Select(index => new Call
            {
                Id = $"C{index}",
                Length = rng.Next(4, layout == QuayLayout.Hybrid ? 18 : 11),
                Arrival = rng.Next(0, 60),
                Handling = Handling.ByBerth([.. Enumerable.Range(0, 4).Select(_ => rng.Next(6, 25))]),
                Rates = new Rates { Waiting = rng.Next(1, 5), Stay = rng.Next(1, 3) },
            })],
        });
    }

    private static BerthProblem SpecificCranes(ulong seed)
    {
        var parts = BerthGenerator.MeiselBierwirth(12, seed).Parts;
        return new BerthProblem(parts with
        {
            CranePools = [new CranePool
            {
                Id = "rail",
                Count = 10,
                Quays = [0],
                Outages = [new CraneOutage(3, new Interval(20, 60))],
                Reaches = [new CraneReach(0, 0, new Interval(0, 70))],
                Travel = new CraneTravel { SetupSlots = 1, SpeedSections = 20 },
            }],
        });
    }

    /// <summary>Deep ships move at high water only, a gale stops everyone, and the channel takes three ships in an hour.</summary>
    private static BerthProblem Tidal(ulong seed)
    {
        var parts = BerthGenerator.ParkKim(12, seed).Parts;
        var rng = new Rng(seed);
        ImmutableArray<Interval> tides = [.. Enumerable.Range(0, (parts.Horizon / 12) + 1).Select(tide => new Interval(tide * 12, (tide * 12) + 4))];
        return new BerthProblem(parts with
        {
            Calls = [.. parts.Calls.Select(call => rng.Next(2) == 0 ? call : call with { ArrivalWindows = new TideWindows(tides), DepartureWindows = new TideWindows(tides) })],
            Movements = new MovementLimits
            {
                Bans = [new MovementBan { Slots = new Interval(30, 36), Reason = "gale" }],
                Caps = [new MovementCap { PeriodSlots = 2, Max = 3 }],
            },
        });
    }

    /// <summary>A plan is in force; then a stretch of quay closes.</summary>
    private static BerthProblem Replanning(ulong seed)
    {
        var problem = BerthGenerator.MeiselBierwirth(12, seed);
        var plan = FirstComeFirstServed.Plan(problem);
        return new BerthProblem(problem.Parts with
        {
            Closures = [new Closure { Quay = 0, Sections = new Interval(30, 50), Slots = new Interval(40, 90) }],
            Baseline = new Baseline
            {
                Entries = [.. plan.Assignments.Select(at => at is { } then
                    ? new BaselineEntry { Quay = then.Quay, Position = then.Position, Start = then.Start, Cranes = then.Cranes, Frozen = then.End < 30, StartRate = 20, SectionRate = 1, MoveCost = 50, CraneRate = 10 }
                    : null)],
            },
        });
    }

    private static BerthProblem OptionalCalls(ulong seed)
    {
        var parts = BerthGenerator.ParkKim(14, seed).Parts;
        var rng = new Rng(seed);
        return new BerthProblem(parts with
        {
            Calls = [.. parts.Calls.Select(call => rng.Next(2) == 0 ? call : call with { Optional = true, Rates = call.Rates with { Rejection = rng.Next(2000) } })],
            Objective = parts.Objective with { Makespan = 3 },
        });
    }

    /// <summary>The largest of the small random problems that have a plan: quays, cranes, tides, baseline and more at once.</summary>
    private static BerthProblem Everything() => Enumerable.Range(0, 400)
        .Select(seed => RandomBerthProblems.Create((ulong)seed))
        .Where(problem => BerthOracle.Solve(problem, 50_000)?.Cost is not null)
        .MaxBy(problem => System.Numerics.BitOperations.PopCount((uint)problem.Features))!;
}
