namespace BerthOpt.Berths;

/// <summary>The kinds of problems that <see cref="BerthGenerator"/> makes.</summary>
public enum GeneratedKind
{
    /// <summary>A 1,000 m quay with 10 cranes and a week of feeders, medium ships and jumbos (Meisel and Bierwirth 2009); the size is the number of calls.</summary>
    MeiselBierwirth,

    /// <summary>A 1,200 m quay with 11 cranes (after Park and Kim 2003); the size is the number of calls.</summary>
    ParkKim,

    /// <summary>A synthetic container port of 24 berths' worth of quay with tide, gales, outages and closures; the size is the number of weeks.</summary>
    Port,
}

/// <summary>
/// Makes problems of any size from a seed. The same kind, size and seed give the same problem on every platform. Everything is
/// synthetic: no generated call, ship or quay exists.
/// </summary>
public static class BerthGenerator
{
    /// <summary>Greatest number of calls of <see cref="MeiselBierwirth"/> and <see cref="ParkKim"/>.</summary>
    public const int MaxCalls = 10_000;

    /// <summary>Greatest number of weeks of <see cref="Port"/>.</summary>
    public const int MaxWeeks = 52;

    /// <summary>Makes a problem of a kind that is known only at run time.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="size">Calls or weeks, as the kind says; null for <see cref="DefaultSize"/>.</param>
    /// <param name="seed">Any number; each gives another problem.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not defined, or the size is out of the kind's range.</exception>
    public static BerthProblem Generate(GeneratedKind kind, int? size, ulong seed) => kind switch
    {
        GeneratedKind.MeiselBierwirth => MeiselBierwirth(size ?? DefaultSize(kind), seed),
        GeneratedKind.ParkKim => ParkKim(size ?? DefaultSize(kind), seed),
        GeneratedKind.Port => Port(size ?? DefaultSize(kind), seed),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of problem."),
    };

    /// <summary>The size that a kind has when none is given: 40 calls, or 1 week.</summary>
    /// <param name="kind">The kind.</param>
    public static int DefaultSize(GeneratedKind kind) => kind == GeneratedKind.Port ? 1 : 40;

    /// <summary>The greatest size of a kind; the smallest is 1.</summary>
    /// <param name="kind">The kind.</param>
    public static int MaxSize(GeneratedKind kind) => kind == GeneratedKind.Port ? MaxWeeks : MaxCalls;

    /// <summary>
    /// The scheme of F. Meisel, C. Bierwirth, "Heuristics for the integration of crane productivity in the berth allocation problem",
    /// Transportation Research E 45 (2009), with the rigid, specific cranes of Correcher, Perea and Alvarez-Valdes (2024): one
    /// continuous quay of 100 sections of 10 m, 10 cranes, slots of an hour, and calls with ETA U[0, 168):
    /// <list type="bullet">
    /// <item>60 % feeders: length U[8, 21] sections, work U[5, 15] crane-hours, 1 to 2 cranes;</item>
    /// <item>30 % medium: U[21, 30] sections, U[15, 50] crane-hours, 2 to 4 cranes;</item>
    /// <item>10 % jumbos: U[30, 40] sections, U[50, 65] crane-hours, 4 to 6 cranes.</item>
    /// </list>
    /// q cranes take ceil(work / q) hours; due = ETA + ceil(1.5 * least handling); wished position U[0, 100 - length]. Costs: 200 for
    /// each section of deviation, 1,000 for each hour of waiting, 2,000 for each hour of lateness. The shares are exact up to
    /// rounding. Unlike the paper, no draw is thrown away: the horizon is long enough for every one.
    /// </summary>
    /// <param name="calls">Number of calls, 1 to <see cref="MaxCalls"/>; the week is full at about 60.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="calls"/> is out of range.</exception>
    public static BerthProblem MeiselBierwirth(int calls, ulong seed)
    {
        CheckSize(calls, MaxCalls, nameof(calls));
        return SingleQuayScheme.MeiselBierwirth(calls, seed);
    }

    /// <summary>
    /// A scheme after Y.-M. Park, K. H. Kim, "A scheduling method for berth and quay cranes", OR Spectrum 25 (2003), with the
    /// distributions that we fitted to the 25 public instances GenPK of Correcher, Perea and Alvarez-Valdes (2024), which agree with
    /// every one of their 750 calls: one continuous quay of 120 sections of 10 m, 11 cranes, slots of an hour; ETA U{1..170}, length
    /// U{15..35} sections, work U{10..48} crane-hours, 2 to 5 cranes, ceil(work / q) hours with q cranes,
    /// due = ETA + ceil(1.5 * least handling), and a wished position U{0..119}, which is beyond reach for some calls. Costs as in
    /// <see cref="MeiselBierwirth"/>. Those instances price the last occupied hour, so their lateness starts one hour later.
    /// </summary>
    /// <param name="calls">Number of calls, 1 to <see cref="MaxCalls"/>; 20 to 40 in the instances.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="calls"/> is out of range.</exception>
    public static BerthProblem ParkKim(int calls, ulong seed)
    {
        CheckSize(calls, MaxCalls, nameof(calls));
        return SingleQuayScheme.ParkKim(calls, seed);
    }

    /// <summary>
    /// A synthetic container port with the public outline of a large one: 8,651 m of quay at -20 m (24 berths' worth, here four
    /// continuous quays), 91 ship-to-shore cranes (75 and 16 automated ones, a pool for each quay), and 210 calls a week from 80 m
    /// feeders to 400 m ships of 24,000 TEU. Everything else is made up:
    /// <list type="bullet">
    /// <item>Grid: 30 minutes, in which a tide moves by at most about 0.4 m, and 10 m, half the room between two hulls.</item>
    /// <item>Each call belongs to a weekly service with a pro forma time and place, laid out nearly without conflict; the ETA is the
    /// pro forma time plus noise that grows with the ship (standard deviation 3 h for feeders to 9 h for the largest, cut off at three times that).</item>
    /// <item>Work is container moves at 26 an hour and crane, productivity exponent 0.9, loss 0.1 % a section of deviation.</item>
    /// <item>Draughts go to 16 m; 12 % of the draught is kept under the keel. A channel of 15.5 m and a tide synthesised from M2, S2,
    /// N2, K1 and O1 give deep ships windows for arrival and for departure.</item>
    /// <item>Due times are the pro forma departures, later by as much as the ship itself is late. Larger ships have higher rates
    /// and, from 295 m on, priority 2 (3 from 366 m on).</item>
    /// <item>Each week has a gale of 6 to 14 h that bans movements of hulls of 200 m and more, a crane that is out for 24 to 60 h, and
    /// a stretch of 150 to 300 m closed for 24 to 48 h. Hulls keep 20 m apart and 10 m from the quay's ends; half an hour passes
    /// between two ships at one place.</item>
    /// <item>Ships whose pro forma stay crosses the start of the plan lie alongside at slot 0, pinned, with the rest of their work.</item>
    /// </list>
    /// Four days follow the last week, so that all calls can leave. Costs are in a synthetic currency.
    /// </summary>
    /// <param name="weeks">Number of weeks, 1 to <see cref="MaxWeeks"/>.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weeks"/> is out of range.</exception>
    public static BerthProblem Port(int weeks, ulong seed)
    {
        CheckSize(weeks, MaxWeeks, nameof(weeks));
        return PortScheme.Create(weeks, seed);
    }

    private static void CheckSize(int size, int max, string name)
    {
        if (size < 1 || size > max)
        {
            throw new ArgumentOutOfRangeException(name, size, $"Expected 1 to {max}.");
        }
    }
}
