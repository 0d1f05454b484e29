using System.Numerics;

namespace BerthOpt;

/// <summary>
/// The random numbers of every generator and solver: xoshiro256**, seeded by splitmix64. The same seed gives the same numbers on every
/// platform and in every release, which the framework's own generator does not promise.
/// </summary>
/// <remarks>
/// Not for secrets, and not for sharing: one thread owns an instance; another thread takes a <see cref="Split"/> of it.
/// D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47(4), 2021.
/// A class and not a struct, because a copied struct would quietly repeat its numbers.
/// </remarks>
public sealed class Rng
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private readonly ulong seed;
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>Creates a generator; every seed is a good one, zero included.</summary>
    public Rng(ulong seed)
    {
        this.seed = seed;
        s0 = SplitMix64(ref seed);
        s1 = SplitMix64(ref seed);
        s2 = SplitMix64(ref seed);
        s3 = SplitMix64(ref seed);
    }

    // For comparing with published outputs, which are given for a state and not for a seed.
    internal Rng(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
            ulong t = s1 << 17;
            s2 ^= s0;
            s3 ^= s1;
            s1 ^= s2;
            s0 ^= s3;
            s2 ^= t;
            s3 = BitOperations.RotateLeft(s3, 45);
            return result;
        }
    }

    /// <summary>A number in [0, <paramref name="exclusiveMax"/>), each equally likely.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMax"/> is not positive.</exception>
    public int Next(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMax);
        return (int)Below((uint)exclusiveMax);
    }

    /// <summary>A number in [<paramref name="min"/>, <paramref name="exclusiveMax"/>), each equally likely.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMax"/> is not above <paramref name="min"/>.</exception>
    public int Next(int min, int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(exclusiveMax, min);
        return (int)(min + Below((uint)((long)exclusiveMax - min)));
    }

    /// <summary>A number in [0, 1), a multiple of 2^-53.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// The generator of stream number <paramref name="stream"/>. It depends on this generator's seed and the stream number alone,
    /// not on how many numbers were drawn before, so that thread 3 gets the same numbers whenever it starts.
    /// </summary>
    /// <remarks>
    /// Two streams of one generator never have the same seed. Each starts at a place of its own in one sequence 2^256 - 1 long; were the
    /// places drawn at random, a million streams of 2^40 numbers each would overlap with a chance of about 2^-176.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stream"/> is negative.</exception>
    public Rng Split(int stream)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stream);
        unchecked
        {
            // Mixed once before the stream is added, or stream k of seed s would be stream k-1 of seed s + gamma.
            return new Rng(Mix(Mix(seed ^ 0xD1B54A32D192ED03) + ((ulong)stream * GoldenGamma)));
        }
    }

    // D. Lemire, "Fast random integer generation in an interval", ACM TOMACS 29(1), 2019: one multiplication, and a division only
    // in the rare case that the low half could be biased.
    private long Below(uint range)
    {
        ulong product = (Next() >> 32) * range;
        uint low = unchecked((uint)product);
        if (low < range)
        {
            uint threshold = unchecked(0u - range) % range;
            while (low < threshold)
            {
                product = (Next() >> 32) * range;
                low = unchecked((uint)product);
            }
        }

        return (long)(product >> 32);
    }

    private static ulong SplitMix64(ref ulong state) => Mix(unchecked(state += GoldenGamma));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
