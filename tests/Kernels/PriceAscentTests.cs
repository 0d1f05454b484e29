using BerthOpt.Kernels;

namespace BerthOpt.Tests.Kernels;

public sealed class PriceAscentTests
{
    [Fact]
    public void All_three_steps_equal_their_definitions()
    {
        var rng = new Rng(9);
        for (var trial = 0; trial < 500; trial++)
        {
            var count = rng.Next(1, 70);
            float[] Draw(int most) => [.. Enumerable.Range(0, count).Select(_ => (float)Math.Max(0, rng.Next(-most, most + 1)))];
            var (prices, usage, capacity, limit) = (Draw(1_000_000), Draw(5), Draw(5), Draw(2_000_000));
            var step = rng.Next(1, 100);
            var norm = Enumerable.Range(0, count).Where(i => usage[i] > capacity[i] || prices[i] > 0).Sum(i => (usage[i] - capacity[i]) * (usage[i] - capacity[i]));
            var moved = Enumerable.Range(0, count).Select(i => Math.Min(Math.Max(prices[i] + (step * (usage[i] - capacity[i])), 0), limit[i])).ToArray();
            var whole = new int[count];

            Assert.Equal(norm, PriceAscent.SquaredNorm(prices, usage, capacity));
            PriceAscent.Step(prices, usage, capacity, limit, step);
            Assert.Equal(moved, prices);
            Assert.Equal(Enumerable.Range(0, count).Sum(i => (long)moved[i] * (long)capacity[i]), PriceAscent.Round(prices, capacity, whole));
            Assert.Equal(moved.Select(price => (int)price), whole);
        }
    }
}
