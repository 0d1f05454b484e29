using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace BerthOpt.Kernels;

/// <summary>
/// Kernels over a bit matrix: one row of <c>words</c> 64-bit words for each time slot, one bit for each cell of quay.
/// A row is padded to <see cref="PaddedWords"/>, so that whole vectors hold whole rows or whole parts of one row.
/// </summary>
internal static class BitRows
{
    private const int Lanes = 8;

    /// <summary>Words of a row for <paramref name="cells"/> cells: 1, 2, 4, or a multiple of 8.</summary>
    public static int PaddedWords(int cells)
    {
        var words = Math.Max(1, (cells + 63) >> 6);
        return words <= Lanes ? (int)BitOperations.RoundUpToPowerOf2((uint)words) : (words + Lanes - 1) / Lanes * Lanes;
    }

    /// <summary><c>result[w] = OR over r in [from, to) of rows[r * words + w]</c>.</summary>
    public static void Or<TMode>(ReadOnlySpan<ulong> rows, int words, int from, int to, Span<ulong> result)
        where TMode : struct, ISimdMode
    {
        var part = rows[(from * words)..(to * words)];
        result = result[..words];
        if (TMode.UseVectors && words >= Lanes)
        {
            // Wide rows: column block by column block, so that the sum stays in a register and the loads are the only traffic.
            for (var column = 0; column < words; column += Lanes)
            {
                var sum = Vector512<ulong>.Zero;
                for (var index = column; index < part.Length; index += words)
                {
                    sum |= Vector512.Create(part.Slice(index, Lanes));
                }

                sum.CopyTo(result[column..]);
            }

            return;
        }

        result.Clear();
        var done = 0;
        if (TMode.UseVectors && part.Length >= Lanes)
        {
            // Narrow rows: a vector holds 8 / words rows; they are folded once at the end.
            var sum = Vector512<ulong>.Zero;
            for (; done <= part.Length - Lanes; done += Lanes)
            {
                sum |= Vector512.Create(part.Slice(done, Lanes));
            }

            for (var lane = 0; lane < Lanes; lane++)
            {
                result[lane & (words - 1)] |= sum[lane];
            }
        }

        for (; done < part.Length; done += words)
        {
            for (var word = 0; word < words; word++)
            {
                result[word] |= part[done + word];
            }
        }
    }

    /// <summary>
    /// Turns blocked cells into starts of free runs: afterwards bit x is set exactly when cells x to x + width - 1 were all clear.
    /// Cells behind the last word count as blocked. Log-step: after step k a bit says that 2^k cells are free.
    /// </summary>
    public static void FreeRuns<TMode>(Span<ulong> cells, int width)
        where TMode : struct, ISimdMode
    {
        for (var word = 0; word < cells.Length; word++)
        {
            cells[word] = ~cells[word];
        }

        var have = 1;
        while (have < width)
        {
            var step = Math.Min(have, width - have);
            AndShiftedDown<TMode>(cells, step);
            have += step;
        }
    }

    /// <summary><c>cells[x] &amp;= cells[x + shift]</c>, with clear bits behind the end.</summary>
    private static void AndShiftedDown<TMode>(Span<ulong> cells, int shift)
        where TMode : struct, ISimdMode
    {
        var jump = shift >> 6;
        var bits = shift & 63;
        var word = 0;
        if (TMode.UseVectors && cells.Length > Lanes)
        {
            // Reads run ahead of writes, so the words can be changed in place.
            for (; word + jump + 1 + Lanes <= cells.Length; word += Lanes)
            {
                var near = Vector512.Create(cells.Slice(word + jump, Lanes));
                if (bits != 0)
                {
                    near = (near >>> bits) | (Vector512.Create(cells.Slice(word + jump + 1, Lanes)) << (64 - bits));
                }

                (Vector512.Create(cells.Slice(word, Lanes)) & near).CopyTo(cells[word..]);
            }
        }

        for (; word < cells.Length; word++)
        {
            var near = word + jump < cells.Length ? cells[word + jump] : 0;
            var far = word + jump + 1 < cells.Length ? cells[word + jump + 1] : 0;
            cells[word] &= bits == 0 ? near : (near >> bits) | (far << (64 - bits));
        }
    }

    /// <summary>Keeps of each run of set bits the first and the last one.</summary>
    public static void KeepEnds(Span<ulong> bits)
    {
        ulong before = 0;
        for (var word = 0; word < bits.Length; word++)
        {
            var value = bits[word];
            var after = word + 1 < bits.Length ? bits[word + 1] << 63 : 0;
            bits[word] = value & ~(((value << 1) | before) & ((value >> 1) | after));
            before = value >> 63;
        }
    }

    /// <summary>The set bit of <c>[from, to)</c> nearest to <paramref name="aim"/>, the lower of two equally near; -1 when none is set.</summary>
    public static int Nearest(ReadOnlySpan<ulong> bits, int from, int to, int aim)
    {
        if (from >= to)
        {
            return -1;
        }

        aim = Math.Clamp(aim, from, to - 1);
        var right = NextSet(bits, aim, to);
        var left = PreviousSet(bits, from, aim);
        if (left < 0 || (right >= 0 && right - aim < aim - left))
        {
            return right;
        }

        return left;
    }

    /// <summary>The first set bit of <c>[from, to)</c>; -1 when there is none.</summary>
    public static int NextSet(ReadOnlySpan<ulong> bits, int from, int to)
    {
        if (from >= to)
        {
            return -1;
        }

        var word = from >> 6;
        var last = (to - 1) >> 6;
        var value = bits[word] & (ulong.MaxValue << (from & 63));
        while (value == 0)
        {
            if (++word > last)
            {
                return -1;
            }

            value = bits[word];
        }

        var found = (word << 6) + BitOperations.TrailingZeroCount(value);
        return found < to ? found : -1;
    }

    /// <summary>The last set bit of <c>[from, to]</c>; -1 when there is none.</summary>
    public static int PreviousSet(ReadOnlySpan<ulong> bits, int from, int to)
    {
        if (to < from)
        {
            return -1;
        }

        var word = to >> 6;
        var first = from >> 6;
        var value = bits[word] & (ulong.MaxValue >> (63 - (to & 63)));
        while (value == 0)
        {
            if (--word < first)
            {
                return -1;
            }

            value = bits[word];
        }

        var found = (word << 6) + 63 - BitOperations.LeadingZeroCount(value);
        return found >= from ? found : -1;
    }

    /// <summary>Sets the cells <c>[x, x + width)</c> of the rows <c>[from, to)</c>.</summary>
    public static void Fill(Span<ulong> rows, int words, int from, int to, int x, int width) =>
        Change(rows, words, from, to, x, width, set: true);

    /// <summary>Clears the cells <c>[x, x + width)</c> of the rows <c>[from, to)</c>.</summary>
    public static void Clear(Span<ulong> rows, int words, int from, int to, int x, int width) =>
        Change(rows, words, from, to, x, width, set: false);

    private static void Change(Span<ulong> rows, int words, int from, int to, int x, int width, bool set)
    {
        var part = rows[(from * words)..(to * words)];
        for (var word = x >> 6; word <= (x + width - 1) >> 6; word++)
        {
            var mask = Within(word, x, x + width - 1);
            if (set)
            {
                for (var index = word; index < part.Length; index += words)
                {
                    part[index] |= mask;
                }
            }
            else
            {
                for (var index = word; index < part.Length; index += words)
                {
                    part[index] &= ~mask;
                }
            }
        }
    }

    /// <summary>The bits of a word that stand for the cells <c>[first, last]</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Within(int word, int first, int last)
    {
        var mask = word == first >> 6 ? ulong.MaxValue << (first & 63) : ulong.MaxValue;
        return word == last >> 6 ? mask & (ulong.MaxValue >> (63 - (last & 63))) : mask;
    }

    /// <summary>Whether any cell of <c>[x, x + width)</c> is set in any row of <c>[from, to)</c>.</summary>
    public static bool Any(ReadOnlySpan<ulong> rows, int words, int from, int to, int x, int width)
    {
        var part = rows[(from * words)..(to * words)];
        for (var word = x >> 6; word <= (x + width - 1) >> 6; word++)
        {
            var mask = Within(word, x, x + width - 1);
            for (var index = word; index < part.Length; index += words)
            {
                if ((part[index] & mask) != 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
