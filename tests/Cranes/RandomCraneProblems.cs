using System.Collections.Immutable;
using BerthOpt.Cranes;

namespace BerthOpt.Tests.Cranes;

/// <summary>
/// Small random problems over all features of the model: 1 to 4 cranes, 1 to 8 tasks, 15 to 40 slots, travel of none, many and parts of
/// slots. The same seed gives the same problem for ever; a seed in a failed test is enough to see it again.
/// </summary>
internal static class RandomCraneProblems
{
    /// <summary>The problem of a seed.</summary>
    public static CraneProblem Create(ulong seed) => new(Parts(seed));

    /// <summary>Its parts, for laws that change them.</summary>
    public static CraneParts Parts(ulong seed)
    {
        for (var rng = new Rng(seed); ; rng = new Rng(rng.Next()))
        {
            // Cranes may stand too near, a rail be too short: then the next one.
            var parts = Try(rng) with { Name = $"random {seed}" };
            if (CraneRules.Faults(parts).Count == 0)
            {
                return parts;
            }
        }
    }

    private static CraneParts Try(Rng rng)
    {
        // Some problems are plain and some use nearly everything, so that features meet alone and in company.
        var percent = new[] { 5, 15, 35 }[rng.Next(3)];
        bool Sometimes() => rng.Next(100) < percent;
        var horizon = rng.Next(15, 41);
        var length = rng.Next(3, 13);
        var cranes = rng.Next(1, 5);
        var tasks = rng.Next(1, 9);
        var vessels = rng.Next(1, 3);
        var blocks = Sometimes();
        ImmutableArray<TaskPair> Pairs() => Sometimes() && tasks > 1 ? [.. Enumerable.Range(0, rng.Next(1, 4)).Select(_ => rng.Next(tasks - 1)).Select(first => new TaskPair(first, rng.Next(first + 1, tasks)))] : [];
        return new CraneParts
        {
            Horizon = horizon,
            Rail = new Rail
            {
                TravelSlots = rng.Next(4),
                TravelSections = rng.Next(1, 4),
                Clearance = rng.Next(3),
                From = Sometimes() ? -rng.Next(4) : null,
                To = Sometimes() ? length + rng.Next(4) : null,
                StartsBlock = blocks,
            },
            Cranes = [.. Enumerable.Range(0, cranes).Select(index => Crane(rng, index, length, horizon, Sometimes, Sometimes() || (blocks && rng.Next(2) == 0)))],
            Vessels = [.. Enumerable.Range(0, vessels).Select(index => Vessel(rng, index, horizon, Sometimes))],
            Tasks = [.. Enumerable.Range(0, tasks).Select(index => Task(rng, index, cranes, vessels, length, Sometimes))],
            Precedences = Pairs(),
            NonSimultaneous = Pairs(),
            Direction = Sometimes() ? (CraneDirection)rng.Next(4) : CraneDirection.Free,
            Objective = new CraneObjective { Makespan = rng.Next(3), Completion = rng.Next(2), Lateness = rng.Next(2), CraneSlots = rng.Next(2), Travel = rng.Next(2) },
        };
    }

    private static Crane Crane(Rng rng, int index, int length, int horizon, Func<bool> sometimes, bool starts)
    {
        var from = rng.Next(length);
        var outage = rng.Next(horizon);
        return new Crane
        {
            Id = $"Q{index}",
            Ready = sometimes() ? rng.Next(8) : 0,
            Until = sometimes() ? rng.Next(horizon / 2, horizon + 1) : BerthOpt.Cranes.Crane.Never,
            Start = starts ? rng.Next(length) : null,
            Final = sometimes() ? rng.Next(length) : null,
            Reach = sometimes() ? new Interval(from, rng.Next(from + 1, length + 1)) : null,
            RatePercent = sometimes() ? rng.Next(60, 250) : 100,
            Outages = sometimes() ? [new Interval(outage, outage + rng.Next(1, 4)), new Interval(outage + 3, outage + rng.Next(4, 9))] : [],
        };
    }

    private static CraneVessel Vessel(Rng rng, int index, int horizon, Func<bool> sometimes) => new()
    {
        Id = $"V{index}",
        Ready = sometimes() ? rng.Next(8) : 0,
        Due = sometimes() ? rng.Next(horizon) : BerthOpt.Cranes.Crane.Never,
        Deadline = sometimes() ? rng.Next(horizon / 2, horizon + 1) : BerthOpt.Cranes.Crane.Never,
        Rate = rng.Next(1, 3),
    };

    private static CraneTask Task(Rng rng, int index, int cranes, int vessels, int length, Func<bool> sometimes) => new()
    {
        Id = $"T{index}",
        Vessel = rng.Next(vessels),
        Position = rng.Next(length),
        Handling = rng.Next(6) == 0 ? 0 : rng.Next(1, 7),
        HandlingByCrane = sometimes() ? [.. Enumerable.Range(0, cranes).Select(_ => rng.Next(-1, 7))] : [],
        Moves = rng.Next(20),
        Pin = sometimes() && rng.Next(3) == 0 ? new TaskPin(rng.Next(2) == 0 ? rng.Next(cranes) : null, rng.Next(2) == 0 ? rng.Next(15) : null) : null,
    };
}
