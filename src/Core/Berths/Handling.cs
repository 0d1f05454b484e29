using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>
/// How long a call is worked on, by berth, number of cranes and distance from the wished position:
/// <code>
/// slots(k, q, d) = ceil( Work[k][q] * 1000 / Productivity[q] * (1 + DeviationLossPpm / 1,000,000 * d) )
/// </code>
/// with k the berth, q the number of cranes, and d the deviation in sections (<see cref="Call.PreferredPosition"/>).
/// The division is exact, one rounding up at the end. Meisel and Bierwirth 2009: productivity q^alpha, loss beta per section.
/// </summary>
public sealed record Handling
{
    /// <summary>A berth, or a number of cranes, at which the call cannot be worked on.</summary>
    public const int Forbidden = -1;

    private Handling()
    {
    }

    /// <summary>Smallest number of cranes; 0 when cranes do not matter to this call.</summary>
    public required int MinCranes { get; init; }

    /// <summary>Greatest number of cranes; at least <see cref="MinCranes"/>.</summary>
    public required int MaxCranes { get; init; }

    /// <summary>
    /// Work by berth and number of cranes, row by row: one row, or one for each berth of the problem (in the order of quays and their
    /// berths); one column, or one for each number of cranes. In slots for tables, in crane-slots with <see cref="Productivity"/>;
    /// 1 or more, or <see cref="Forbidden"/>.
    /// </summary>
    public required ImmutableArray<int> Work { get; init; }

    /// <summary>Number of rows of <see cref="Work"/>: 1, or the number of berths of the problem.</summary>
    public int BerthRows { get; init; } = 1;

    /// <summary>Thousandths of a single crane's rate for each number of cranes, <see cref="MinCranes"/> first; empty when work is in slots.</summary>
    public ImmutableArray<int> Productivity { get; init; } = [];

    /// <summary>Loss in millionths for each section of deviation; 0 to 1,000,000; default 0. Beta = 0.01 per section is 10,000.</summary>
    public int DeviationLossPpm { get; init; }

    /// <summary>Number of columns of <see cref="Work"/>.</summary>
    public int CraneColumns => BerthRows == 0 ? 0 : Work.Length / BerthRows;

    /// <summary>The same time everywhere.</summary>
    /// <param name="slots">Handling time in slots; at least 1.</param>
    public static Handling Fixed(int slots) => new() { MinCranes = 0, MaxCranes = 0, Work = [slots] };

    /// <summary>A time for each berth.</summary>
    /// <param name="slotsByBerth">Slots, or <see cref="Forbidden"/>, for each berth of the problem.</param>
    public static Handling ByBerth(ImmutableArray<int> slotsByBerth) =>
        new() { MinCranes = 0, MaxCranes = 0, Work = slotsByBerth, BerthRows = slotsByBerth.Length };

    /// <summary>A time for each number of cranes.</summary>
    /// <param name="minCranes">Smallest number of cranes; at least 1.</param>
    /// <param name="slotsByCranes">Slots, or <see cref="Forbidden"/>, for <paramref name="minCranes"/>, <c>minCranes + 1</c>, and so on.</param>
    public static Handling ByCranes(int minCranes, ImmutableArray<int> slotsByCranes) =>
        new() { MinCranes = minCranes, MaxCranes = minCranes + slotsByCranes.Length - 1, Work = slotsByCranes };

    /// <summary>A time for each berth and number of cranes.</summary>
    /// <param name="minCranes">Smallest number of cranes; at least 1.</param>
    /// <param name="maxCranes">Greatest number of cranes.</param>
    /// <param name="berths">Number of berths of the problem.</param>
    /// <param name="slots">Slots, or <see cref="Forbidden"/>, berth by berth.</param>
    public static Handling ByBerthAndCranes(int minCranes, int maxCranes, int berths, ImmutableArray<int> slots) =>
        new() { MinCranes = minCranes, MaxCranes = maxCranes, Work = slots, BerthRows = berths };

    /// <summary>Work that q cranes do at the rate q^alpha.</summary>
    /// <param name="minCranes">Smallest number of cranes; at least 1.</param>
    /// <param name="maxCranes">Greatest number of cranes.</param>
    /// <param name="craneSlots">Work in crane-slots; at least 1.</param>
    /// <param name="exponent">Alpha, above 0 and at most 1; 0.9 in Meisel and Bierwirth 2009. Rates are rounded to thousandths.</param>
    public static Handling ByWork(int minCranes, int maxCranes, int craneSlots, double exponent) => new()
    {
        MinCranes = minCranes,
        MaxCranes = maxCranes,
        Work = [craneSlots],
        Productivity = [.. Enumerable.Range(minCranes, Math.Max(0, maxCranes - minCranes + 1))
            .Select(cranes => (int)Math.Round(1000 * Math.Pow(cranes, exponent)))],
    };
}
