using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace BerthOpt.Empties;

/// <summary>Containers that a voyage carries.</summary>
/// <param name="Voyage">Index of the voyage.</param>
/// <param name="FromStop">Number of the stop at which they go on board, from 0.</param>
/// <param name="ToStop">Number of the stop at which they come ashore.</param>
/// <param name="Type">Index of the container type.</param>
/// <param name="Count">Containers, at least 1.</param>
public readonly record struct VoyageMove(int Voyage, int FromStop, int ToStop, int Type, int Count);

/// <summary>Containers that leave by a link.</summary>
/// <param name="Link">Index of the link.</param>
/// <param name="Period">Period of departure.</param>
/// <param name="Type">Index of the container type.</param>
/// <param name="Count">Containers, at least 1.</param>
public readonly record struct LinkMove(int Link, int Period, int Type, int Count);

/// <summary>Runs of a conversion.</summary>
/// <param name="Conversion">Index of the conversion.</param>
/// <param name="Period">Period in which they begin.</param>
/// <param name="Count">Runs, at least 1.</param>
public readonly record struct ConversionRun(int Conversion, int Period, int Count);

/// <summary>Containers given to exporters.</summary>
/// <param name="Demand">Index of the demand.</param>
/// <param name="Type">Index of the type that is given: the one asked for, or one that may stand in for it.</param>
/// <param name="Count">How many of those asked for are served, at least 1; of a substitute each takes <see cref="Substitution.Count"/> containers.</param>
public readonly record struct Fulfilment(int Demand, int Type, int Count);

/// <summary>Containers taken on hire, or given back.</summary>
/// <param name="Lease">Index of the contract.</param>
/// <param name="Place">Number of the place in its list, from 0.</param>
/// <param name="Period">Period, at whose beginning they are taken and at whose end they are given back.</param>
/// <param name="Count">Containers, at least 1.</param>
public readonly record struct HireMove(int Lease, int Place, int Period, int Count);

/// <summary>Which empties go where, when and how. What it does not list stays where it is. Immutable; entries are in order.</summary>
public sealed class EmptiesPlan
{
    private string? hash;

    /// <summary>A plan that moves nothing and gives nothing.</summary>
    public static EmptiesPlan Empty { get; } = new();

    /// <summary>Containers on voyages.</summary>
    public ImmutableArray<VoyageMove> Voyages { get; init => field = [.. value.Order(Comparer<VoyageMove>.Create((a, b) => (a.Voyage, a.FromStop, a.ToStop, a.Type, a.Count).CompareTo((b.Voyage, b.FromStop, b.ToStop, b.Type, b.Count))))]; } = [];

    /// <summary>Containers on links.</summary>
    public ImmutableArray<LinkMove> Links { get; init => field = [.. value.Order(Comparer<LinkMove>.Create((a, b) => (a.Link, a.Period, a.Type, a.Count).CompareTo((b.Link, b.Period, b.Type, b.Count))))]; } = [];

    /// <summary>Runs of conversions.</summary>
    public ImmutableArray<ConversionRun> Conversions { get; init => field = [.. value.Order(Comparer<ConversionRun>.Create((a, b) => (a.Conversion, a.Period, a.Count).CompareTo((b.Conversion, b.Period, b.Count))))]; } = [];

    /// <summary>Containers given to exporters.</summary>
    public ImmutableArray<Fulfilment> Fulfilments { get; init => field = [.. value.Order(Comparer<Fulfilment>.Create((a, b) => (a.Demand, a.Type, a.Count).CompareTo((b.Demand, b.Type, b.Count))))]; } = [];

    /// <summary>Containers taken on hire.</summary>
    public ImmutableArray<HireMove> OnHires { get; init => field = Ordered(value); } = [];

    /// <summary>Containers given back.</summary>
    public ImmutableArray<HireMove> OffHires { get; init => field = Ordered(value); } = [];

    /// <summary>
    /// Identity of the plan: SHA-256 in 64 lower-case hexadecimal digits. Equal plans have equal hashes, on every platform. Hashed are the six lists
    /// in the order of this page, each as its length and then the numbers of its entries in the order of their parameters; all numbers are 32-bit little-endian.
    /// </summary>
    public string Hash => hash ??= ComputeHash();

    private static ImmutableArray<HireMove> Ordered(ImmutableArray<HireMove> hires) =>
        [.. hires.Order(Comparer<HireMove>.Create((a, b) => (a.Lease, a.Place, a.Period, a.Count).CompareTo((b.Lease, b.Place, b.Period, b.Count))))];

    private string ComputeHash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(sha, Voyages.Length, Voyages.SelectMany(move => new[] { move.Voyage, move.FromStop, move.ToStop, move.Type, move.Count }));
        Add(sha, Links.Length, Links.SelectMany(move => new[] { move.Link, move.Period, move.Type, move.Count }));
        Add(sha, Conversions.Length, Conversions.SelectMany(run => new[] { run.Conversion, run.Period, run.Count }));
        Add(sha, Fulfilments.Length, Fulfilments.SelectMany(given => new[] { given.Demand, given.Type, given.Count }));
        Add(sha, OnHires.Length, OnHires.SelectMany(hire => new[] { hire.Lease, hire.Place, hire.Period, hire.Count }));
        Add(sha, OffHires.Length, OffHires.SelectMany(hire => new[] { hire.Lease, hire.Place, hire.Period, hire.Count }));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private static void Add(IncrementalHash sha, int length, IEnumerable<int> numbers)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        sha.AppendData(bytes);
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
            sha.AppendData(bytes);
        }
    }
}
