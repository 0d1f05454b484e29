using System.Runtime.Intrinsics;

namespace BerthOpt.Kernels;

/// <summary>Moves starts of stays out of the way of something that takes the slots <c>[from, to)</c>: one start a lane.</summary>
internal static class Starts
{
    /// <summary>
    /// Later: <c>starts[i] = to + pauses[i]</c> where <c>[starts[i], starts[i] + slots[i])</c> comes nearer than <c>pauses[i]</c> to
    /// <c>[from, to)</c>. No sum may exceed 32 bits.
    /// </summary>
    /// <returns>Whether any start moved.</returns>
    public static bool Delay<TMode>(Span<int> starts, ReadOnlySpan<int> slots, ReadOnlySpan<int> pauses, int from, int to)
        where TMode : struct, ISimdMode
    {
        slots = slots[..starts.Length];
        pauses = pauses[..starts.Length];
        var moved = false;
        var index = 0;
        if (TMode.UseVectors && starts.Length >= Vector256<int>.Count)
        {
            var (first, behind) = (Vector256.Create(from), Vector256.Create(to));
            var any = Vector256<int>.Zero;
            for (; index <= starts.Length - Vector256<int>.Count; index += Vector256<int>.Count)
            {
                var start = Vector256.Create(starts[index..]);
                var pause = Vector256.Create(pauses[index..]);
                var later = behind + pause;
                var meets = Vector256.LessThan(start, later) & Vector256.LessThan(first, start + Vector256.Create(slots[index..]) + pause);
                any |= meets;
                Vector256.ConditionalSelect(meets, later, start).CopyTo(starts[index..]);
            }

            moved = any != Vector256<int>.Zero;
        }

        for (; index < starts.Length; index++)
        {
            var (start, pause) = (starts[index], pauses[index]);
            if (start < to + pause && from < start + slots[index] + pause)
            {
                starts[index] = to + pause;
                moved = true;
            }
        }

        return moved;
    }

    /// <summary>
    /// Earlier: <c>starts[i] = from - pauses[i] - slots[i]</c> where <c>[starts[i], starts[i] + slots[i])</c> comes nearer than
    /// <c>pauses[i]</c> to <c>[from, to)</c>. No sum may exceed 32 bits.
    /// </summary>
    /// <returns>Whether any start moved.</returns>
    public static bool Advance<TMode>(Span<int> starts, ReadOnlySpan<int> slots, ReadOnlySpan<int> pauses, int from, int to)
        where TMode : struct, ISimdMode
    {
        slots = slots[..starts.Length];
        pauses = pauses[..starts.Length];
        var moved = false;
        var index = 0;
        if (TMode.UseVectors && starts.Length >= Vector256<int>.Count)
        {
            var (first, behind) = (Vector256.Create(from), Vector256.Create(to));
            var any = Vector256<int>.Zero;
            for (; index <= starts.Length - Vector256<int>.Count; index += Vector256<int>.Count)
            {
                var start = Vector256.Create(starts[index..]);
                var pause = Vector256.Create(pauses[index..]);
                var reach = Vector256.Create(slots[index..]) + pause;
                var meets = Vector256.LessThan(start, behind + pause) & Vector256.LessThan(first, start + reach);
                any |= meets;
                Vector256.ConditionalSelect(meets, first - reach, start).CopyTo(starts[index..]);
            }

            moved = any != Vector256<int>.Zero;
        }

        for (; index < starts.Length; index++)
        {
            var (start, reach) = (starts[index], slots[index] + pauses[index]);
            if (start < to + pauses[index] && from < start + reach)
            {
                starts[index] = from - reach;
                moved = true;
            }
        }

        return moved;
    }
}
