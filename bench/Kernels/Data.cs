namespace BerthOpt.Bench.Kernels;

/// <summary>Random input, the same in every run.</summary>
internal static class Data
{
    /// <summary>Words in which one bit of eight is set, about as full as a busy quay.</summary>
    public static ulong[] Bits(int words, ulong seed = 1)
    {
        var rng = new Rng(seed);
        return [.. Enumerable.Range(0, words).Select(_ => rng.Next() & rng.Next() & rng.Next())];
    }

    public static int[] Ints(int count, int exclusiveMax, ulong seed = 1)
    {
        var rng = new Rng(seed);
        return [.. Enumerable.Range(0, count).Select(_ => rng.Next(exclusiveMax))];
    }

    public static long[] Longs(int count, int exclusiveMax, ulong seed = 1) => [.. Ints(count, exclusiveMax, seed).Select(value => (long)value)];
}
