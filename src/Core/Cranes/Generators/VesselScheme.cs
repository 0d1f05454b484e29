using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>Synthetic calls of container vessels: bays with deck and hold, discharge and load.</summary>
internal static class VesselScheme
{
    private const int Smallest = 2_000;
    private const int Largest = 24_000;
    private const int ClearanceMetres = 29;
    private const decimal BayMetres = 7.25m;
    private const int FirstBay = 20;
    private const int BetweenHulls = 30;

    public static int Cranes(int teu) => 2 + (((teu - Smallest) * 7) + 11_000) / (Largest - Smallest);

    public static BayWorkload Create(IReadOnlyList<int> teus, int cranes, string name, Rng rng)
    {
        var vessels = ImmutableArray.CreateBuilder<WorkloadVessel>();
        var work = ImmutableArray.CreateBuilder<BayWork>();
        decimal bow = 0;
        foreach (var teu in teus)
        {
            var bays = 8 + (((teu - Smallest) * 16) / (Largest - Smallest));
            var ready = vessels.Count == 0 ? 0 : 600 * rng.Next(24);
            vessels.Add(new WorkloadVessel
            {
                Vessel = new CraneVessel { Id = $"V{vessels.Count + 1}", Ready = ready },
                BowMetres = bow,
                FirstBayMetres = FirstBay,
                BayMetres = BayMetres,
            });
            Bays(work, vessels.Count - 1, teu, bays, rng);
            bow += (2 * FirstBay) + (2 * bays * BayMetres) + BetweenHulls;
        }

        var length = (int)bow - BetweenHulls;
        return new BayWorkload
        {
            Name = name,
            Rail = new Rail
            {
                // 45 m a minute.
                TravelSlots = 4,
                TravelSections = 3,
                Clearance = ClearanceMetres,
                From = -(cranes * ClearanceMetres),
                To = length + (cranes * ClearanceMetres),
            },
            Cranes = [.. Enumerable.Range(0, cranes).Select(crane => Crane(crane, cranes, length, rng))],
            Vessels = vessels.ToImmutable(),
            Work = work.ToImmutable(),
        };
    }

    private static WorkloadCrane Crane(int crane, int cranes, int length, Rng rng) => new()
    {
        Crane = new Crane { Id = $"Q{crane + 1}", Start = (int)((((2L * crane) + 1) * length) / (2 * cranes)) },
        SingleSeconds = 105 + (5 * rng.Next(6)),
        TwinSeconds = rng.Next(5) > 0 ? 140 : null,
        TandemSeconds = rng.Next(4) == 0 ? 165 : null,
        DoubleCycleSeconds = 180,
    };

    /// <summary>The bays of one vessel: 817 containers at 2,000 TEU, about 6,500 at 24,000, more amidships, in the hold and under deck by chance.</summary>
    private static void Bays(ImmutableArray<BayWork>.Builder work, int vessel, int teu, int bays, Rng rng)
    {
        var moves = 300 + (int)(teu * 0.2583);
        var shares = new double[bays, 4];
        var sum = 0.0;
        for (var bay = 0; bay < bays; bay++)
        {
            // Bow and stern are narrow.
            var beam = 0.6 + (0.4 * (1 - Math.Abs(((2.0 * bay) + 1 - bays) / bays)));
            var busy = 0.4 + rng.NextDouble();
            for (var kind = 0; kind < 4; kind++)
            {
                var none = rng.Next(10) == 0;
                shares[bay, kind] = none ? 0 : beam * busy * (kind < 2 ? 0.9 : 1.1) * (0.5 + rng.NextDouble());
                sum += shares[bay, kind];
            }
        }

        var (given, taken) = (0.0, 0);
        for (var bay = 0; bay < bays; bay++)
        {
            var rows = 9 + (teu / 2_000);
            var covers = teu >= 8_000 ? 4 : 3;
            var twenties = rng.Next(10) < 3 ? 60 : 15;
            for (var kind = 0; kind < 4; kind++)
            {
                // Rounding keeps to the sum.
                given += shares[bay, kind];
                var count = (int)(moves * given / sum) - taken;
                taken += count;
                var number20 = count * twenties * (kind < 2 ? 1 : 2) / 200;
                var number40 = count - number20;
                if (count == 0)
                {
                    continue;
                }

                var entry = new BayWork
                {
                    Vessel = vessel,
                    Bay = 2 + (4 * bay),
                    Place = kind < 2 ? TaskPlace.Deck : TaskPlace.Hold,
                    Work = kind % 2 == 0 ? TaskWork.Discharge : TaskWork.Load,
                    Containers20 = number20,
                    Containers40 = number40,
                    TwinPairs = number20 / 2 * (60 + rng.Next(40)) / 100,
                    TandemPairs = number40 / 2 * rng.Next(40) / 100,
                    HatchCovers = kind < 2 ? 0 : covers,
                };
                work.Add(entry with { StackLifts = Stacks(entry.Lifts, rows, rng) });
            }
        }
    }

    private static ImmutableArray<int> Stacks(int lifts, int rows, Rng rng)
    {
        var stacks = new int[rows];
        for (var lift = 0; lift < lifts; lift++)
        {
            stacks[rng.Next(rows)]++;
        }

        return [.. stacks];
    }
}
