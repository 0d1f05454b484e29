using BerthOpt.Kernels;

namespace BerthOpt.Tests.Kernels;

public sealed class WindowPricesTests
{
    [Fact]
    public void Both_paths_equal_the_sum_over_the_rectangle_also_when_prefixes_wrap()
    {
        var rng = new Rng(5);
        for (var trial = 0; trial < 400; trial++)
        {
            var (cells, slots) = (rng.Next(1, 80), rng.Next(1, 9));
            var width = rng.Next(1, cells + 1);
            var size = trial % 2 == 0 ? 100 : 2_000_000; // large prices make the prefix sums wrap around
            var prices = Enumerable.Range(0, slots * cells).Select(_ => rng.Next(size)).ToArray();
            var table = new int[(slots + 1) * (cells + 1)];
            for (var slot = 0; slot < slots; slot++)
            {
                WindowPrices.AddRow(table.AsSpan(slot * (cells + 1), cells + 1), prices.AsSpan(slot * cells, cells), table.AsSpan((slot + 1) * (cells + 1), cells + 1));
            }

            var place = Enumerable.Range(0, cells).Select(_ => rng.Next(1000)).ToArray();
            var from = rng.Next(0, cells - width + 1);
            var to = rng.Next(from, cells - width + 2);
            var start = rng.Next(0, slots);
            var end = rng.Next(start, slots) + 1;
            var expected = int.MaxValue;
            for (var x = from; x < to; x++)
            {
                long sum = place[x];
                for (var slot = start; slot < end; slot++)
                {
                    for (var cell = x; cell < x + width; cell++)
                    {
                        sum += prices[(slot * cells) + cell];
                    }
                }

                expected = (int)Math.Min(expected, sum);
            }

            var early = table.AsSpan(start * (cells + 1), cells + 1);
            var late = table.AsSpan(end * (cells + 1), cells + 1);
            Assert.Equal(expected, WindowPrices.Min<Simd>(place, early, late, width, from, to));
            Assert.Equal(expected, WindowPrices.Min<ScalarOnly>(place, early, late, width, from, to));
            if (from < to)
            {
                Assert.InRange(WindowPrices.IndexOf(place, early, late, width, from, to, expected), from, to - 1);
            }
        }
    }
}
