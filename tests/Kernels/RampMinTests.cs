using BerthOpt.Kernels;

namespace BerthOpt.Tests.Kernels;

public sealed class RampMinTests
{
    [Fact]
    public void Both_paths_find_the_least_and_its_first_place()
    {
        var rng = new Rng(3);
        for (var trial = 0; trial < 2000; trial++)
        {
            var length = rng.Next(1, 90);
            var spread = trial % 2 == 0 ? 3 : 1_000_000_000;
            var high = Enumerable.Range(0, length).Select(_ => (long)rng.Next(spread) * rng.Next(1, 1000)).ToArray();
            var low = Enumerable.Range(0, length + rng.Next(3)).Select(_ => (long)rng.Next(spread) * rng.Next(1, 1000)).ToArray();
            var slope = (long)rng.Next(-3, 4) * rng.Next(1, spread);
            var values = high.Select((value, k) => value - low[k] + (slope * k)).ToArray();
            var least = values.Min();
            Assert.Equal(least, RampMin.Least<Simd>(high, low, slope));
            Assert.Equal(least, RampMin.Least<ScalarOnly>(high, low, slope));
            Assert.Equal(Array.IndexOf(values, least), RampMin.IndexOf<Simd>(high, low, slope, least));
            Assert.Equal(Array.IndexOf(values, least), RampMin.IndexOf<ScalarOnly>(high, low, slope, least));
            Assert.Equal(-1, RampMin.IndexOf<Simd>(high, low, slope, least - 1));
        }
    }

    [Fact]
    public void Of_nothing_nothing_is_least()
    {
        Assert.Equal(long.MaxValue, RampMin.Least<Simd>([], [], 1));
        Assert.Equal(-1, RampMin.IndexOf<Simd>([], [], 1, 0));
    }
}
