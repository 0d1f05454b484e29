using BerthOpt.Cranes;
using BerthOpt.Diagnostics;

namespace BerthOpt.Tests.Cranes;

/// <summary>Small random problems whose cranes all move one way, with every rule that a sweep knows.</summary>
internal static class RandomDirectedRails
{
    /// <summary>A problem; parts that make none are drawn again.</summary>
    public static CraneProblem Draw(Rng rng)
    {
        while (true)
        {
            try
            {
                return new CraneProblem(Parts(rng));
            }
            catch (InvalidInputException)
            {
            }
        }
    }

    private static CraneParts Parts(Rng rng)
    {
        var cranes = 1 + rng.Next(3);
        var tasks = 1 + rng.Next(6);
        var positions = 1 + rng.Next(9);
        var clearance = 1 + rng.Next(3);
        bool Rare() => rng.Next(5) == 0;
        var rail = new Rail
        {
            TravelSlots = rng.Next(4),
            TravelSections = 1 + rng.Next(3),
            Clearance = clearance,
            StartsBlock = Rare(),
            From = Rare() ? -rng.Next(4) : null,
            To = Rare() ? positions + rng.Next(4) : null,
        };
        CraneTask[] work = [.. Enumerable.Range(0, tasks).Select(task => new CraneTask
        {
            Id = $"T{task}",
            Position = rng.Next(positions),
            Handling = rng.Next(9),
            Vessel = rng.Next(2),
            HandlingByCrane = Rare() ? [.. Enumerable.Range(0, cranes).Select(_ => rng.Next(10) - 1)] : [],
            Pin = Rare() && Rare() ? new TaskPin(Crane: rng.Next(cranes)) : null,
        })];
        var pairs = from first in Enumerable.Range(0, tasks)
                    from second in Enumerable.Range(first + 1, tasks - first - 1)
                    where work[first].Position == work[second].Position && rng.Next(2) == 0
                    select new TaskPair(first, second);
        return new CraneParts
        {
            Horizon = Rare() ? 10 + rng.Next(20) : 200,
            Rail = rail,
            Cranes = [.. Enumerable.Range(0, cranes).Select(crane => Crane(rng, crane, positions, clearance, rail.StartsBlock))],
            Vessels = [.. Enumerable.Range(0, 2).Select(vessel => new CraneVessel { Id = $"V{vessel}", Ready = Rare() ? rng.Next(9) : 0, Deadline = Rare() ? 15 + rng.Next(20) : BerthOpt.Cranes.Crane.Never })],
            Tasks = [.. work],
            Precedences = [.. pairs],
            Direction = (CraneDirection)(1 + rng.Next(3)),
        };
    }

    private static Crane Crane(Rng rng, int crane, int positions, int clearance, bool spread)
    {
        bool Rare() => rng.Next(5) == 0;
        var from = rng.Next(positions);
        return new Crane
        {
            Id = $"Q{crane}",
            Ready = Rare() ? rng.Next(9) : 0,
            Start = spread ? 1 + (crane * (clearance + 1)) : Rare() ? null : rng.Next(positions),
            Final = Rare() ? rng.Next(positions) : null,
            Until = Rare() ? 15 + rng.Next(25) : BerthOpt.Cranes.Crane.Never,
            Reach = Rare() ? new Interval(from, from + 1 + rng.Next(positions)) : null,
            RatePercent = Rare() ? 50 + rng.Next(100) : 100,
        };
    }
}
