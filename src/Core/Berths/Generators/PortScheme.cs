using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>Composes the synthetic port of <see cref="BerthGenerator.Port"/> from its parts.</summary>
internal static class PortScheme
{
    public const int SlotsPerHour = 2;
    public const int SlotsPerWeek = 7 * 24 * SlotsPerHour;
    public const int HullGap = 2;
    public const int EndGap = 1;

    private const int TailSlots = 4 * 24 * SlotsPerHour;
    private const int QuayDepth = 2000;

    // 1,750 + 2,540 + 2,521 + 1,840 = 8,651 m in whole sections; 75 cranes and, at the last quay, 16 automated ones.
    private static readonly (string Id, int Metres, int Cranes)[] QuayList =
        [("East", 1750, 20), ("Central", 2540, 28), ("West", 2521, 27), ("Auto", 1840, 16)];

    public static BerthProblem Create(int weeks, ulong seed)
    {
        var root = new Rng(seed);
        var quays = QuayList.Select(quay => new Quay
        {
            Id = quay.Id,
            Length = quay.Metres / 10,
            Depths = [new DepthStretch(0, quay.Metres / 10, QuayDepth)],
        }).ToImmutableArray();
        var cranes = QuayList.Select(quay => quay.Cranes).ToArray();
        var horizon = (weeks * SlotsPerWeek) + TailSlots;
        var tide = PortTide.Levels(horizon + 1, root.Split(0));
        var services = ProForma.Draw([.. quays.Select(quay => quay.Length)], cranes, root.Split(1));
        var calls = PortCalls.Draw(services, weeks, tide, root.Split(2));
        var trouble = PortTrouble.Draw(quays, cranes, weeks, root.Split(3));

        return new BerthProblem(new BerthParts
        {
            Name = $"Synthetic port, {(weeks == 1 ? "1 week" : $"{weeks} weeks")}, seed {seed}",
            Grid = new Grid { MinutesPerSlot = 30, MetresPerSection = 10, Origin = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.FromHours(8)) },
            Horizon = horizon,
            Quays = quays,
            CranePools = [.. QuayList.Select((quay, index) => new CranePool
            {
                Id = $"{quay.Id} cranes",
                Count = quay.Cranes,
                Quays = [index],
                Outages = [.. trouble.Outages.Where(outage => outage.Quay == index).Select(outage => outage.Outage)],
            })],
            Calls = calls,
            Closures = trouble.Closures,
            Movements = new MovementLimits { Bans = trouble.Gales },
            Clearances = new Clearances { HullSections = HullGap, QuayEndSections = EndGap, Slots = 1 },
        });
    }
}
