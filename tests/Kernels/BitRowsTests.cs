using BerthOpt.Kernels;

namespace BerthOpt.Tests.Kernels;

public sealed class BitRowsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(100)]
    [InlineData(250)]
    [InlineData(500)]
    [InlineData(900)]
    public void Both_paths_of_or_equal_the_definition(int cells)
    {
        var rng = new Rng((ulong)cells);
        var words = BitRows.PaddedWords(cells);
        for (var trial = 0; trial < 50; trial++)
        {
            var count = rng.Next(1, 40);
            var rows = Enumerable.Range(0, count * words).Select(_ => rng.Next() & rng.Next() & rng.Next()).ToArray();
            var from = rng.Next(0, count);
            var to = rng.Next(from, count + 1);
            var expected = new ulong[words];
            for (var row = from; row < to; row++)
            {
                for (var word = 0; word < words; word++)
                {
                    expected[word] |= rows[(row * words) + word];
                }
            }

            var vector = new ulong[words];
            var scalar = new ulong[words];
            BitRows.Or<Simd>(rows, words, from, to, vector);
            BitRows.Or<ScalarOnly>(rows, words, from, to, scalar);
            Assert.Equal(expected, vector);
            Assert.Equal(expected, scalar);
        }
    }

    [Fact]
    public void Free_runs_equal_the_definition()
    {
        var rng = new Rng(7);
        for (var trial = 0; trial < 300; trial++)
        {
            var words = rng.Next(1, 40);
            var width = rng.Next(1, 60 * words);
            var cells = new ulong[words];
            for (var word = 0; word < words; word++)
            {
                cells[word] = rng.Next(words) > 0 ? 0 : rng.Next() & rng.Next() & rng.Next() & rng.Next();
            }

            var blocked = (ulong[])cells.Clone();
            bool Free(int x) => x < words * 64 && (blocked[x >> 6] >> (x & 63) & 1) == 0;
            var scalar = (ulong[])cells.Clone();
            BitRows.FreeRuns<Simd>(cells, width);
            BitRows.FreeRuns<ScalarOnly>(scalar, width);
            Assert.Equal(scalar, cells);
            for (var x = 0; x < words * 64; x++)
            {
                Assert.Equal(Enumerable.Range(x, width).All(Free), (cells[x >> 6] >> (x & 63) & 1) == 1);
            }
        }
    }

    [Fact]
    public void Nearest_finds_the_nearest_bit_and_the_lower_of_two()
    {
        var rng = new Rng(11);
        for (var trial = 0; trial < 2000; trial++)
        {
            var words = rng.Next(1, 4);
            var bits = new ulong[words];
            for (var set = rng.Next(0, 6); set > 0; set--)
            {
                var bit = rng.Next(0, words * 64);
                bits[bit >> 6] |= 1UL << (bit & 63);
            }

            var from = rng.Next(0, words * 64);
            var to = rng.Next(from, (words * 64) + 1);
            var aim = rng.Next(-20, (words * 64) + 20);
            var expected = Enumerable.Range(from, to - from)
                .Where(x => (bits[x >> 6] >> (x & 63) & 1) == 1)
                .OrderBy(x => Math.Abs(x - Math.Clamp(aim, from, Math.Max(from, to - 1)))).ThenBy(x => x)
                .Select(x => (int?)x).FirstOrDefault() ?? -1;
            Assert.Equal(expected, BitRows.Nearest(bits, from, to, aim));
        }
    }

    [Fact]
    public void Fill_any_and_clear_agree()
    {
        var rng = new Rng(13);
        var words = BitRows.PaddedWords(200);
        var rows = new ulong[50 * words];
        for (var trial = 0; trial < 500; trial++)
        {
            var (from, x) = (rng.Next(0, 49), rng.Next(0, 190));
            var (to, width) = (rng.Next(from + 1, 51), rng.Next(1, 200 - x));
            Assert.False(BitRows.Any(rows, words, from, to, x, width));
            BitRows.Fill(rows, words, from, to, x, width);
            Assert.True(BitRows.Any(rows, words, from, from + 1, x, 1));
            Assert.True(BitRows.Any(rows, words, to - 1, to, x + width - 1, 1));
            Assert.Equal((to - from) * width, rows.Sum(word => System.Numerics.BitOperations.PopCount(word)));
            BitRows.Clear(rows, words, from, to, x, width);
        }

        Assert.All(rows, word => Assert.Equal(0UL, word));
    }

    [Fact]
    public void Ends_of_runs_are_kept()
    {
        var rng = new Rng(21);
        for (var trial = 0; trial < 500; trial++)
        {
            var words = rng.Next(1, 5);
            var bits = Enumerable.Range(0, words).Select(_ => rng.Next() & (rng.Next(3) == 0 ? ulong.MaxValue : rng.Next() | rng.Next())).ToArray();
            bool At(int cell) => cell >= 0 && cell < words * 64 && (bits[cell >> 6] >> (cell & 63) & 1) == 1;
            var kept = (ulong[])bits.Clone();
            BitRows.KeepEnds(kept);

            Assert.Equal(
                Enumerable.Range(0, words * 64).Select(cell => At(cell) && !(At(cell - 1) && At(cell + 1))),
                Enumerable.Range(0, words * 64).Select(cell => (kept[cell >> 6] >> (cell & 63) & 1) == 1));
        }
    }
}
