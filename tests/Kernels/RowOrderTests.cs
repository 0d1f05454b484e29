using BerthOpt.Kernels;

namespace BerthOpt.Tests.Kernels;

public sealed class RowOrderTests
{
    [Fact]
    public void Both_paths_compare_and_raise_alike()
    {
        var rng = new Rng(5);
        for (var round = 0; round < 2000; round++)
        {
            int[] a = [.. Enumerable.Range(0, rng.Next(20)).Select(_ => rng.Next(9))];
            int[] b = [.. a.Select(value => value + (rng.Next(50) / 49 * -2) + rng.Next(2))];
            var expected = a.Zip(b).All(pair => pair.First <= pair.Second);
            Assert.Equal(expected, RowOrder.AtMost<Simd>(a, b));
            Assert.Equal(expected, RowOrder.AtMost<ScalarOnly>(a, b));
            int[] most = [.. a.Zip(b, Math.Max)];
            var (vectors, scalars) = ((int[])a.Clone(), (int[])a.Clone());
            RowOrder.Raise<Simd>(vectors, b);
            RowOrder.Raise<ScalarOnly>(scalars, b);
            Assert.Equal(most, vectors);
            Assert.Equal(most, scalars);
        }
    }
}
