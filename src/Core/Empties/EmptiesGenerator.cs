using BerthOpt.Empties.Generators;

namespace BerthOpt.Empties;

/// <summary>The kinds of problems that <see cref="EmptiesGenerator"/> makes.</summary>
public enum GeneratedEmptiesKind
{
    /// <summary>The liner services of a global carrier; the size is the number of its ports.</summary>
    Carrier,

    /// <summary>A hub port with depots, feeders, overseas services and inland ports by rail and truck; the size is the number of inland ports.</summary>
    Hub,
}

/// <summary>
/// Makes problems of any size from a seed. The same kind, size and seed give the same problem on every platform. Everything is
/// synthetic: no generated port, service or forecast exists.
/// </summary>
public static class EmptiesGenerator
{
    /// <summary>Smallest number of ports of a carrier.</summary>
    public const int MinPorts = 6;

    /// <summary>Greatest number of ports of a carrier.</summary>
    public const int MaxPorts = 300;

    /// <summary>Greatest number of inland ports of a hub.</summary>
    public const int MaxInlandPorts = 200;

    /// <summary>Greatest number of weeks.</summary>
    public const int MaxWeeks = 52;

    /// <summary>Makes a problem of a kind that is known only at run time.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="size">Ports or inland ports, as the kind says; null for <see cref="DefaultSize"/>.</param>
    /// <param name="seed">Any number; each gives another problem.</param>
    /// <param name="weeks">Weeks that are planned, in periods of a day; 1 to 52; null for 16 weeks of a carrier and 13 of a hub.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not defined, or the size or the weeks are out of range.</exception>
    public static EmptiesProblem Generate(GeneratedEmptiesKind kind, int? size, ulong seed, int? weeks = null) => kind switch
    {
        GeneratedEmptiesKind.Carrier => Carrier(size ?? DefaultSize(kind), seed, weeks ?? 16),
        GeneratedEmptiesKind.Hub => Hub(size ?? DefaultSize(kind), seed, weeks ?? 13),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of problem."),
    };

    /// <summary>The size that a kind has when none is given: 40 ports, 60 inland ports.</summary>
    /// <param name="kind">The kind.</param>
    public static int DefaultSize(GeneratedEmptiesKind kind) => kind == GeneratedEmptiesKind.Carrier ? 40 : 60;

    /// <summary>The smallest size of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static int MinSize(GeneratedEmptiesKind kind) => kind == GeneratedEmptiesKind.Carrier ? MinPorts : 1;

    /// <summary>The greatest size of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public static int MaxSize(GeneratedEmptiesKind kind) => kind == GeneratedEmptiesKind.Carrier ? MaxPorts : MaxInlandPorts;

    /// <summary>
    /// A global carrier: ports in up to eight regions, some of which export more than they import; weekly rings within a region and between two of them,
    /// four weekly calls for each port; 20', 40' high cubes and reefers, which may stand in for high cubes. Laden cargo leaves less room on the legs
    /// out of exporting regions.
    /// </summary>
    /// <param name="ports">Number of ports; 6 to 300.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="weeks">Weeks that are planned; 1 to 52.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static EmptiesProblem Carrier(int ports, ulong seed, int weeks = 16)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ports, MinPorts);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ports, MaxPorts);
        return new CarrierScheme(ports, Weeks(weeks), new Rng(seed)).Problem($"carrier-{ports}-{weeks}w-{seed}");
    }

    /// <summary>
    /// A hub port that exports more than it imports, as Qingdao does: a depot with a repair shop, feeders along the coast, services from surplus ports
    /// overseas, inland ports by train, truck and barge, street turns between importers and exporters near by, and boxes on short hire.
    /// </summary>
    /// <param name="inlandPorts">Number of inland ports; 1 to 200.</param>
    /// <param name="seed">Any number.</param>
    /// <param name="weeks">Weeks that are planned; 1 to 52.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static EmptiesProblem Hub(int inlandPorts, ulong seed, int weeks = 13)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inlandPorts, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inlandPorts, MaxInlandPorts);
        return new HubScheme(inlandPorts, Weeks(weeks), new Rng(seed)).Problem($"hub-{inlandPorts}-{weeks}w-{seed}");
    }

    private static int Weeks(int weeks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weeks, MaxWeeks);
        return weeks;
    }
}
