namespace BerthOpt.Cranes;

/// <summary>The kinds of problems that <see cref="CraneGenerator"/> makes.</summary>
public enum GeneratedCraneKind
{
    /// <summary>Container groups of one vessel (Meisel and Bierwirth 2011); the size is the number of tasks.</summary>
    Qcspgen,

    /// <summary>Container groups of one vessel in the layout of Kim and Park (2004); the size is the number of tasks.</summary>
    KimPark,

    /// <summary>A call of one vessel with deck, hold and hatch covers; the size is its capacity in TEU.</summary>
    Vessel,

    /// <summary>Several vessels at one rail; the size is their number.</summary>
    Rail,
}

/// <summary>
/// Makes problems of any size from a seed. The same kind, size and seed give the same problem on every platform. Everything is
/// synthetic: no generated vessel or crane exists.
/// </summary>
public static class CraneGenerator
{
    /// <summary>Greatest number of tasks of <see cref="Qcspgen"/> and <see cref="KimPark"/>.</summary>
    public const int MaxTasks = 10_000;

    /// <summary>Smallest capacity of a <see cref="Vessel"/>, in TEU.</summary>
    public const int MinTeu = 2_000;

    /// <summary>Greatest capacity of a <see cref="Vessel"/>, in TEU.</summary>
    public const int MaxTeu = 24_000;

    /// <summary>Greatest number of vessels of <see cref="Rail"/>.</summary>
    public const int MaxVessels = 20;

    /// <summary>Makes a problem of a kind that is known only at run time.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="size">Tasks, TEU or vessels, as the kind says; null for <see cref="DefaultSize"/>.</param>
    /// <param name="seed">Any number; each gives another problem.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not defined, or the size is out of the kind's range.</exception>
    public static CraneProblem Generate(GeneratedCraneKind kind, int? size, ulong seed) => kind switch
    {
        GeneratedCraneKind.Qcspgen => Qcspgen(OfSize(size ?? DefaultSize(kind)), seed),
        GeneratedCraneKind.KimPark => KimPark(size ?? DefaultSize(kind), seed),
        GeneratedCraneKind.Vessel => Vessel(size ?? DefaultSize(kind), seed).ToProblem(),
        GeneratedCraneKind.Rail => Rail(size ?? DefaultSize(kind), seed).ToProblem(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of problem."),
    };

    /// <summary>The size that a kind has when none is given: 50 tasks, 25 tasks, 24,000 TEU, 3 vessels.</summary>
    /// <param name="kind">The kind.</param>
    public static int DefaultSize(GeneratedCraneKind kind) => kind switch
    {
        GeneratedCraneKind.Qcspgen => 50,
        GeneratedCraneKind.KimPark => 25,
        GeneratedCraneKind.Vessel => MaxTeu,
        _ => 3,
    };

    /// <summary>The smallest size of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static int MinSize(GeneratedCraneKind kind) => kind == GeneratedCraneKind.Vessel ? MinTeu : 1;

    /// <summary>The greatest size of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static int MaxSize(GeneratedCraneKind kind) => kind switch
    {
        GeneratedCraneKind.Vessel => MaxTeu,
        GeneratedCraneKind.Rail => MaxVessels,
        _ => MaxTasks,
    };

    /// <summary>
    /// The scheme of Meisel and Bierwirth (2011), as published instances show it: a vessel's containers are cut into groups no larger
    /// than a bay and none empty; groups go to bays, largest first, uniformly or around one or two bays, or to the nearest bay with room;
    /// precedences within bays have about a given density after their closure (Hall and Posner 2001; exact at 100 %). Cranes are ready at 0 and start at bays
    /// 1, 1 + (s + 1), and so on. Clusters have a standard deviation of a quarter of the vessel; all cranes move one way.
    /// </summary>
    /// <param name="parameters">The parameters; <see cref="QcspgenParameters.Set"/> has those of the published sets.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of range.</exception>
    /// <exception cref="ArgumentException">The groups are too many or too few for the containers, or do not fit into the bays.</exception>
    public static CraneProblem Qcspgen(QcspgenParameters parameters, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Check(parameters.Tasks, 1, MaxTasks, nameof(parameters.Tasks));
        Check(parameters.Bays, 1, 10_000, nameof(parameters.Bays));
        Check(parameters.Capacity, 1, 100_000, nameof(parameters.Capacity));
        Check(parameters.FillPercent, 1, 100, nameof(parameters.FillPercent));
        Check(parameters.PrecedencePercent, 0, 100, nameof(parameters.PrecedencePercent));
        Check(parameters.ApartPercent, 0, 100, nameof(parameters.ApartPercent));
        Check(parameters.Cranes, 1, 1_000, nameof(parameters.Cranes));
        Check(parameters.Travel, 0, 1_000, nameof(parameters.Travel));
        Check(parameters.Margin, 0, 1_000, nameof(parameters.Margin));
        return QcspgenScheme.Create(parameters, seed);
    }

    /// <summary>
    /// The layout of K. H. Kim, Y.-M. Park, "A crane scheduling method for port container terminals", European Journal of Operational
    /// Research 156 (2004), as published instances show it: as many bays as tasks, in each at most one task of deck discharge, hold
    /// discharge, hold load and deck load, in this order; times U{1..60}; a crane for about nine tasks, spread over the vessel; one bay
    /// free between two cranes, one slot a bay. All cranes move one way.
    /// </summary>
    /// <param name="tasks">Number of tasks, 1 to <see cref="MaxTasks"/>; 10 to 50 in the instances.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tasks"/> is out of range.</exception>
    public static CraneProblem KimPark(int tasks, ulong seed)
    {
        Check(tasks, 1, MaxTasks, nameof(tasks));
        return KimParkScheme.Create(tasks, seed);
    }

    /// <summary>
    /// A call of a container vessel: 8 bays of 40' at 2,000 TEU to 24 at 24,000, each with discharge and load on deck and in the hold (one
    /// in ten of these is missing), 817 to about 6,500 moves, more amidships; 20' mostly in a third of the bays, of which 60 to 99 % can
    /// be twinned; three or four hatch covers a bay; 2 to 9 cranes of 105 to 130 seconds a lift, most of which twin and some of which
    /// lift in tandem, 29 m apart at least and 45 m a minute fast. Stacks are told, so that <see cref="BayWorkload.ToProblem"/> can double-cycle.
    /// </summary>
    /// <param name="teu">Capacity, <see cref="MinTeu"/> to <see cref="MaxTeu"/>.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="teu"/> is out of range.</exception>
    public static BayWorkload Vessel(int teu, ulong seed)
    {
        Check(teu, MinTeu, MaxTeu, nameof(teu));
        return VesselScheme.Create([teu], VesselScheme.Cranes(teu), $"Vessel of {teu} TEU, seed {seed}", new Rng(seed));
    }

    /// <summary>Several such vessels of 2,000 to 24,000 TEU beside one another at one rail, 30 m between hulls, the first at the quay and the others berthing within four hours, with two thirds of the cranes that each would have alone.</summary>
    /// <param name="vessels">Number of vessels, 1 to <see cref="MaxVessels"/>.</param>
    /// <param name="seed">Any number.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="vessels"/> is out of range.</exception>
    public static BayWorkload Rail(int vessels, ulong seed)
    {
        Check(vessels, 1, MaxVessels, nameof(vessels));
        var rng = new Rng(seed);
        int[] teus = [.. Enumerable.Range(0, vessels).Select(_ => 1000 * rng.Next(MinTeu / 1000, (MaxTeu / 1000) + 1))];
        return VesselScheme.Create(teus, Math.Max(2, teus.Sum(VesselScheme.Cranes) * 2 / 3), $"{vessels} vessels, seed {seed}", rng);
    }

    /// <summary>The published set's parameters that are nearest to a number of tasks.</summary>
    private static QcspgenParameters OfSize(int tasks)
    {
        Check(tasks, 1, MaxTasks, nameof(tasks));
        return tasks switch
        {
            < 10 => new QcspgenParameters { Tasks = tasks, Bays = Math.Max(1, tasks), Capacity = 200, Cranes = 2 },
            <= 40 => QcspgenParameters.Set('A')[0] with { Tasks = tasks },
            <= 70 => QcspgenParameters.Set('B')[0] with { Tasks = tasks },
            <= 100 => QcspgenParameters.Set('C')[0] with { Tasks = tasks },
            _ => new QcspgenParameters { Tasks = tasks, Bays = tasks / 5, Capacity = 600, Cranes = Math.Min(1000, 1 + (tasks / 17)) },
        };
    }

    private static void Check(int value, int min, int max, string name)
    {
        if (value < min || value > max)
        {
            throw new ArgumentOutOfRangeException(name, value, $"Expected {min} to {max}.");
        }
    }
}
