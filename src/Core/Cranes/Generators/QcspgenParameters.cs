using System.Collections.Immutable;

namespace BerthOpt.Cranes;

/// <summary>How container groups are spread over the bays.</summary>
public enum GroupSpread
{
    /// <summary>All bays alike.</summary>
    Uniform,

    /// <summary>Around one bay.</summary>
    OneCluster,

    /// <summary>Around two bays, half the vessel apart.</summary>
    TwoClusters,
}

/// <summary>What <see cref="CraneGenerator.Qcspgen"/> needs (F. Meisel, C. Bierwirth, "A unified approach for the evaluation of quay crane scheduling models and algorithms", Computers &amp; Operations Research 38 (2011)).</summary>
public sealed record QcspgenParameters
{
    /// <summary>Number of tasks n; 1 to 10,000, and at most half of the containers on board; default 50.</summary>
    public int Tasks { get; init; } = 50;

    /// <summary>Number of bays b; 1 to 10,000; default 15.</summary>
    public int Bays { get; init; } = 15;

    /// <summary>Containers that a bay can hold, c; 1 to 100,000; default 400.</summary>
    public int Capacity { get; init; } = 400;

    /// <summary>Handled share of all capacity, f, in percent; 1 to 100; default 50.</summary>
    public int FillPercent { get; init; } = 50;

    /// <summary>How the groups are spread; default uniform.</summary>
    public GroupSpread Spread { get; init; }

    /// <summary>Share of the pairs of a bay that have a precedence, d, in percent, transitive ones included; 0 to 100; default 100.</summary>
    public int PrecedencePercent { get; init; } = 100;

    /// <summary>Share of the pairs of different bays that are non-simultaneous, g, in percent; 0 to 100; default 0.</summary>
    public int ApartPercent { get; init; }

    /// <summary>Number of cranes q; 1 to 1,000; default 4.</summary>
    public int Cranes { get; init; } = 4;

    /// <summary>Slots that a crane travels a bay, t; 0 to 1,000; default 1.</summary>
    public int Travel { get; init; } = 1;

    /// <summary>Bays free between two cranes, s; 0 to 1,000; default 1.</summary>
    public int Margin { get; init; } = 1;

    /// <summary>The rows of one of the sets A to G of the paper, ten published instances each.</summary>
    /// <param name="set">A letter from A to G.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such set.</exception>
    public static ImmutableArray<QcspgenParameters> Set(char set)
    {
        var middle = new QcspgenParameters();
        return set switch
        {
            'A' => [.. Steps(10, 40, 5).Select(tasks => middle with { Tasks = tasks, Bays = 10, Capacity = 200, Cranes = 2 })],
            'B' => [.. Steps(45, 70, 5).Select(tasks => middle with { Tasks = tasks })],
            'C' => [.. Steps(75, 100, 5).Select(tasks => middle with { Tasks = tasks, Bays = 20, Capacity = 600, Cranes = 6 })],
            'D' => [.. Steps(20, 80, 60).SelectMany(fill => Enum.GetValues<GroupSpread>().Select(spread => middle with { FillPercent = fill, Spread = spread }))],
            'E' => [.. Steps(80, 100, 5).Select(density => middle with { PrecedencePercent = density })],
            'F' => [.. Steps(2, 6, 1).Select(cranes => middle with { Cranes = cranes })],
            'G' => [.. Steps(0, 4, 1).Select(margin => middle with { Margin = margin })],
            _ => throw new ArgumentOutOfRangeException(nameof(set), set, "Expected a letter from A to G."),
        };
    }

    private static IEnumerable<int> Steps(int from, int to, int step)
    {
        for (var value = from; value <= to; value += step)
        {
            yield return value;
        }
    }
}
