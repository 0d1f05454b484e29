using System.Collections.Immutable;
using BerthOpt.Cranes;

namespace BerthOpt.Tests.Cranes;

/// <summary>Problems that make use of everything that documents can say; not all of them have a plan.</summary>
internal static class RandomCraneDocuments
{
    public static CraneProblem Create(ulong seed)
    {
        var rng = new Rng(seed);
        bool Often() => rng.Next(3) > 0;
        int Position() => rng.Next(-50, 200);
        var cranes = rng.Next(1, 5);
        var vessels = rng.Next(1, 4);
        var tasks = rng.Next(0, 12);
        ImmutableArray<TaskPair> Pairs() => tasks < 2 ? [] : [.. Enumerable.Range(0, rng.Next(4)).Select(_ => rng.Next(tasks - 1)).Select(first => new TaskPair(first, rng.Next(first + 1, tasks)))];
        return new CraneProblem(new CraneParts
        {
            Name = Often() ? $"seed {seed} \"é\"" : "",
            Grid = new CraneGrid
            {
                SecondsPerSlot = rng.Next(4) switch { 0 => 1, 1 => 0.5m, 2 => 60, _ => 7.25m },
                MetresPerSection = rng.Next(3) switch { 0 => 1, 1 => 14.5m, _ => 0.1m },
                Origin = Often() ? new DateTimeOffset(2026, 5, 1, rng.Next(24), 0, 0, TimeSpan.FromHours(rng.Next(-3, 9))) : null,
            },
            Horizon = rng.Next(1, 100_000),
            Rail = new Rail
            {
                TravelSlots = rng.Next(3),
                TravelSections = rng.Next(1, 3),
                Clearance = rng.Next(4),
                From = Often() ? -60 : null,
                To = Often() ? 210 : null,
            },
            Cranes =
            [
                .. Enumerable.Range(0, cranes).Select(crane => new Crane
                {
                    Id = $"Q{crane}",
                    Ready = Often() ? rng.Next(50) : 0,
                    Until = Often() ? Crane.Never : rng.Next(50, 1000),
                    Start = Often() ? Position() : null,
                    Final = Often() ? null : Position(),
                    Reach = Often() ? null : new Interval(rng.Next(-60, 0), rng.Next(1, 200)),
                    RatePercent = Often() ? 100 : rng.Next(1, 300),
                    Outages = Often() ? [] : [new Interval(3, 9), new Interval(9, 20)],
                }),
            ],
            Vessels =
            [
                .. Enumerable.Range(0, vessels).Select(vessel => new CraneVessel
                {
                    Id = $"ship {vessel}",
                    Ready = Often() ? 0 : rng.Next(100),
                    Due = Often() ? Crane.Never : rng.Next(1000),
                    Deadline = Often() ? Crane.Never : rng.Next(1000),
                    Rate = Often() ? 1 : rng.Next(10),
                }),
            ],
            Tasks =
            [
                .. Enumerable.Range(0, tasks).Select(task => new CraneTask
                {
                    Id = $"{task}",
                    Vessel = rng.Next(vessels),
                    Position = Position(),
                    Handling = rng.Next(100),
                    HandlingByCrane = Often() ? [] : [.. Enumerable.Range(0, cranes).Select(_ => rng.Next(-1, 40))],
                    Moves = Often() ? rng.Next(100) : 0,
                    Bay = rng.Next(30),
                    Place = (TaskPlace)rng.Next(3),
                    Work = (TaskWork)rng.Next(6),
                    Pin = Often() ? null : new TaskPin(null, rng.Next(2) == 0 ? 0 : null),
                }),
            ],
            Precedences = Pairs(),
            NonSimultaneous = Pairs(),
            Direction = (CraneDirection)rng.Next(4),
            Objective = Often() ? new CraneObjective() : new CraneObjective { Makespan = rng.Next(5), Completion = rng.Next(3), Lateness = rng.Next(3), CraneSlots = rng.Next(3), Travel = rng.Next(3) },
        });
    }

    /// <summary>Any plan of the right size.</summary>
    public static CranePlan Plan(CraneProblem problem, ulong seed)
    {
        var rng = new Rng(seed);
        return new CranePlan(problem.Tasks.Select(_ => new TaskAssignment(rng.Next(problem.Cranes.Length), rng.Next(-5, 1000), rng.Next(1000))));
    }
}
