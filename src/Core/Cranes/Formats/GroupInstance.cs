using System.Collections.Immutable;
using BerthOpt.Formats;

namespace BerthOpt.Cranes.Formats;

/// <summary>
/// What QCSPgen's instances say (Meisel and Bierwirth 2011), in whichever syntax: container groups in bays, cranes with ready times and
/// start bays, t slots a bay, s bays free between two cranes. Positions are the bay numbers as they stand, the clearance is s + 1.
/// </summary>
internal sealed record GroupInstance
{
    /// <summary>All cranes one way: what the published values are of.</summary>
    public const string Unidirectional = "unidirectional";

    /// <summary>Cranes may turn.</summary>
    public const string Free = "free";

    public static readonly ImmutableArray<string> Variants = [Unidirectional, Free];

    public const int MostTasks = 100_000;
    public const int MostPairs = 10_000_000;
    public const int MostBays = 1_000_000;
    public const int MostCranes = 1_000;
    public const int MostMargin = 100_000;
    public const int MostTravel = 1_000_000;
    public const int MostStart = CraneProblem.MaxPosition;

    public required int Bays { get; init; }

    public required int[] Times { get; init; }

    public required int[] Positions { get; init; }

    public required int[] Ready { get; init; }

    public required int[] Starts { get; init; }

    public required int Travel { get; init; }

    public required int Margin { get; init; }

    public required ImmutableArray<TaskPair> Precedences { get; init; }

    public required ImmutableArray<TaskPair> NonSimultaneous { get; init; }

    /// <summary>The problem; its horizon leaves room for one crane that does everything.</summary>
    /// <param name="format">Where it comes from.</param>
    /// <param name="name">Its name.</param>
    /// <param name="variant">One of <see cref="Variants"/>.</param>
    /// <param name="faults">What is told when it is too long.</param>
    /// <param name="place">Where the handling times stand.</param>
    public CraneInstance ToInstance(CraneFormat format, string name, string variant, FormatFaults faults, string place)
    {
        var horizon = Horizon();
        if (horizon > CraneProblem.MaxHorizon)
        {
            faults.Add("out-of-range", place, $"makes plans that may last {horizon} slots; expected at most {CraneProblem.MaxHorizon}.");
        }

        faults.ThrowIfAny();
        return new CraneInstance
        {
            Format = format,
            Variant = variant,
            Extras = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("b", Numbers.Show(Bays)),
            Problem = new CraneProblem(new CraneParts
            {
                Name = name,
                Horizon = (int)horizon,
                Rail = new Rail { TravelSlots = Travel, Clearance = Margin + 1 },
                Cranes = [.. Ready.Zip(Starts).Select((crane, index) => new Crane { Id = Numbers.Show(index + 1), Ready = crane.First, Start = crane.Second })],
                Vessels = [new CraneVessel { Id = "vessel" }],
                Tasks = [.. Times.Zip(Positions).Select((task, index) => new CraneTask { Id = Numbers.Show(index + 1), Handling = task.First, Position = task.Second })],
                Precedences = Precedences,
                NonSimultaneous = NonSimultaneous,
                Direction = variant == Free ? CraneDirection.Free : CraneDirection.Either,
            }),
        };
    }

    /// <summary>The crane that could do all alone latest: its way to the work, the way along it (back and forth where pairs join bays), and the work.</summary>
    private long Horizon()
    {
        var (low, high) = (Positions.Min(), Positions.Max());
        var ways = Precedences.Any(pair => Positions[pair.First] != Positions[pair.Second]) ? Positions.Length : 1;
        var approach = Ready.Zip(Starts).Max(crane => crane.First + ((long)Travel * Math.Max(Math.Abs(crane.Second - low), Math.Abs(crane.Second - high))));
        return Math.Max(1, approach + ((long)Travel * (high - low) * ways) + Times.Sum(time => (long)time));
    }
}
