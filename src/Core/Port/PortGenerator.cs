using System.Collections.Immutable;
using BerthOpt.Berths;
using BerthOpt.Cranes;

namespace BerthOpt.Port;

/// <summary>
/// Makes a day at a quay from a seed: calls, and the bays of each. The same size and seed give the same on every platform; everything is
/// synthetic.
/// </summary>
public static class PortGenerator
{
    /// <summary>Greatest number of calls.</summary>
    public const int MaxCalls = 50;

    private const int BetweenCranes = 29;
    private const int MetresPerSection = 10;
    private const int MinutesPerSlot = 15;

    /// <summary>
    /// A quay of 300 m for every two calls (600 m at least) with one crane for every 75 m; calls of 2,000 to 24,000 TEU that arrive
    /// within a day, with bays as <see cref="CraneGenerator.Vessel"/> draws them and up to one crane for every three bays of 40'. The berth problem's own handling
    /// times are a guess: 25 moves an hour and crane, exponent 0.9.
    /// </summary>
    /// <param name="calls">Number of calls, 1 to <see cref="MaxCalls"/>.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="calls"/> is out of range.</exception>
    public static PortWork Day(int calls, ulong seed)
    {
        if (calls is < 1 or > MaxCalls)
        {
            throw new ArgumentOutOfRangeException(nameof(calls), calls, $"Expected 1 to {MaxCalls}.");
        }

        var rng = new Rng(seed);
        var quay = Math.Max(600, 300 * ((calls + 1) / 2));
        var cranes = quay / 75;
        var drawn = Enumerable.Range(0, calls).Select(call => Draw(call, quay, cranes, rng)).OrderBy(drawn => drawn.Call.Arrival).ToList();
        var hours = drawn.Sum(call => (long)call.Call.Handling.Work[0]);
        var berths = new BerthProblem(new BerthParts
        {
            Name = $"A day with {(calls == 1 ? "1 call" : $"{calls} calls")}, seed {seed}",
            Grid = new Grid { MinutesPerSlot = MinutesPerSlot, MetresPerSection = MetresPerSection },
            Horizon = (int)((26 * 60 / MinutesPerSlot) + (2 * hours) + 100),
            Quays = [new Quay { Id = "Quay", Length = quay / MetresPerSection }],
            CranePools = [new CranePool { Id = "Rail", Count = cranes, Quays = [0] }],
            Clearances = new Clearances { HullSections = 3 },
            Calls = [.. drawn.Select(call => call.Call)],
        });
        return new PortWork(berths, new BayWorkload
        {
            Name = berths.Name,
            Rail = new Rail { TravelSlots = 4, TravelSections = 3, Clearance = BetweenCranes, From = -cranes * BetweenCranes, To = quay + (cranes * BetweenCranes) },
            Cranes = [.. Enumerable.Range(0, cranes).Select(crane => new WorkloadCrane
            {
                Crane = new Crane { Id = $"Q{crane + 1}", Start = ((75 * crane) + 37) },
                SingleSeconds = 110 + (5 * rng.Next(5)),
                TwinSeconds = 145,
            })],
            Vessels = [.. drawn.Select(call => call.Vessel with { Vessel = new CraneVessel { Id = call.Call.Id } })],
            Work = [.. drawn.SelectMany((call, vessel) => call.Work.Select(work => work with { Vessel = vessel }))],
        });
    }

    private static (Call Call, WorkloadVessel Vessel, ImmutableArray<BayWork> Work) Draw(int index, int quay, int cranes, Rng rng)
    {
        // Many small ships, few large ones; none longer than the quay.
        var most = Math.Min(23, (quay - 200) / 15);
        var teu = 1000 * (2 + (rng.Next(most) * rng.Next(most) / Math.Max(1, most)));
        var bays = CraneGenerator.Vessel(teu, rng.Next());
        var vessel = bays.Vessels[0];
        var last = bays.Work.Max(work => work.Bay);
        var length = (int)Math.Ceiling((vessel.FirstBayMetres + ((last - 1) * vessel.BayMetres / 2) + vessel.FirstBayMetres) / MetresPerSection);
        var most40 = Math.Clamp((last + 2) / 4 / 3, 1, cranes);
        var moves = bays.Work.Sum(work => work.Moves);
        var arrival = rng.Next(24 * 60 / MinutesPerSlot);
        var slots = (moves * 60 / 25 / MinutesPerSlot) + 1;
        var stay = slots / most40;
        return (new Call
        {
            Id = $"V{index + 1:D2}",
            Length = length,
            Arrival = arrival,
            Due = arrival + stay + (stay / 4) + 4,
            Handling = Handling.ByWork(Math.Max(1, most40 / 2), most40, slots, 0.9),
            Moves = moves,
            PreferredPosition = rng.Next((quay / MetresPerSection) - length + 1),
            Priority = teu >= 12_000 ? 3 : teu >= 6_000 ? 2 : 1,
            Rates = new Rates { Waiting = 100, Stay = 50, Lateness = 200, Deviation = 5, CraneSlot = 10 },
        }, vessel, bays.Work);
    }
}
