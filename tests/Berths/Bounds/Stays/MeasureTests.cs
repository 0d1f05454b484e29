using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths.Bounds;

/// <summary>What fits side by side never takes more of a measure than there is, and sometimes all.</summary>
public sealed class MeasureTests
{
    [Fact]
    public void No_set_that_fits_takes_more_than_there_is()
    {
        var rng = new Rng(7);
        var raised = 0;
        for (var round = 0; round < 500; round++)
        {
            var (length, count) = (rng.Next(3, 40), rng.Next(1, 9));
            int[] widths = [.. Enumerable.Range(0, count).Select(_ => rng.Next(8) == 0 ? 0 : rng.Next(1, length + 1))];
            int[] weights = [.. widths.Select(width => width == 0 ? 0 : rng.Next(5))];
            long work = 0;
            var measure = Measure.Lifted(0, weights, widths, length, ref work);
            var most = 0;
            foreach (var set in Sets(widths, length))
            {
                most = Math.Max(most, set.Sum(call => measure.Weight[call]));
            }

            Assert.Equal(most, measure.Capacity);
            for (var call = 0; call < count; call++)
            {
                Assert.InRange(measure.Weight[call], weights[call], widths[call] == 0 ? 0 : measure.Capacity);
                raised += measure.Weight[call] > weights[call] ? 1 : 0;
            }
        }

        Assert.True(raised > 100);
    }

    [Fact]
    public void A_fractional_cover_is_worth_what_its_weights_say()
    {
        var rng = new Rng(8);
        var cover = new FractionalCover();
        for (var round = 0; round < 300; round++)
        {
            var (length, count) = (rng.Next(3, 40), rng.Next(1, 9));
            int[] widths = [.. Enumerable.Range(0, count).Select(_ => rng.Next(1, length + 1))];
            float[] shares = [.. widths.Select(_ => rng.Next(1, 101) / 100f)];
            var total = cover.Solve(shares, widths, length);
            var weights = cover.Weights.ToArray();

            Assert.All(weights, weight => Assert.True(weight >= 0));
            Assert.Equal(total, shares.Zip(weights, (share, weight) => share * weight).Sum(), 6);
            Assert.All(Sets(widths, length), set => Assert.True(set.Sum(call => weights[call]) < 1 + 1e-6));

            // No weights can be worth more than the length says of the widest sets, nor less than any call's share.
            Assert.True(total >= shares.Max() - 1e-6);
        }

        // Any two of three fill the room by more than there is.
        Assert.Equal(1.5, cover.Solve([0.5f, 0.5f, 0.5f], [6, 6, 6], 11), 6);
        Assert.Equal(2.5 / 2, cover.Solve([0.5f, 0.5f, 0.5f, 0.5f, 0.5f], [4, 4, 4, 4, 4], 11), 6);
    }

    private static IEnumerable<int[]> Sets(int[] widths, int length)
    {
        for (var set = 0; set < 1 << widths.Length; set++)
        {
            int[] calls = [.. Enumerable.Range(0, widths.Length).Where(call => (set >> call & 1) == 1)];
            if (calls.All(call => widths[call] > 0) && calls.Sum(call => widths[call]) <= length)
            {
                yield return calls;
            }
        }
    }
}
