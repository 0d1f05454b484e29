using System.Collections.Immutable;
using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>Random changes of the plans of random problems.</summary>
internal static class RandomReplans
{
    /// <summary>Changes that this problem and plan can have.</summary>
    public static BerthReplan Create(BerthProblem problem, BerthPlan plan, ulong seed)
    {
        var rng = new Rng(seed);
        var dice = new Dice(rng, 50);
        var now = rng.Next(problem.Horizon / 2);
        int[] free = [.. Enumerable.Range(0, problem.Calls.Length).Where(call => !(plan.Assignments[call]?.Start < now))];
        Interval Ahead()
        {
            var from = rng.Next(problem.Horizon);
            return new Interval(from, Math.Max(now, from) + 1 + rng.Next(4));
        }

        var events = ImmutableArray.CreateBuilder<BerthEvent>();
        foreach (var call in free)
        {
            if (dice.Rarely())
            {
                events.Add(new CallOmitted { Call = call });
            }
            else if (dice.Sometimes())
            {
                events.Add(new EtaChanged { Call = call, Arrival = Math.Max(0, problem.Calls[call].Arrival + rng.Next(-3, 6)) });
            }
        }

        if (dice.Sometimes())
        {
            events.Add(new CallAdded { NewCall = RandomBerthCalls.Create(dice, 77, problem.Quays, problem.CranePools, problem.Horizon) });
        }

        if (dice.Sometimes() && !problem.CranePools.IsEmpty)
        {
            events.Add(new CraneDown { Pool = 0, Crane = rng.Next(problem.CranePools[0].Count), Slots = Ahead() });
        }

        if (dice.Sometimes())
        {
            events.Add(new BerthClosed { Quay = 0, Sections = dice.Sections(problem.Quays[0].Length), Slots = Ahead() });
        }

        events.AddRange(dice.Some<BerthEvent>(1, () => new WindLimit { Slots = Ahead(), MinLength = rng.Next(4) }));
        events.AddRange(dice.Some<BerthEvent>(1, () => new VisibilityClosed { Slots = Ahead() }));
        var omitted = events.OfType<CallOmitted>().Select(gone => gone.Call).ToHashSet();
        return new BerthReplan
        {
            Now = now,
            Events = events.ToImmutable(),
            Prices = dice.Often() ? new ChangePrices { StartRate = rng.Next(4), SectionRate = rng.Next(3), MoveCost = rng.Next(6), CraneRate = rng.Next(4) } : null,
            FreezeUntil = dice.Sometimes() ? now + rng.Next(5) : 0,
            Pins = [.. free.Where(call => !omitted.Contains(call) && dice.Rarely()).Select(call => new CallPin(call, new Pin(Start: now + rng.Next(4))))],
        };
    }
}
