using BerthOpt.Kernels;

namespace BerthOpt.Tests.Kernels;

public sealed class MeetingsTests
{
    [Fact]
    public void Both_paths_equal_the_definition()
    {
        var rng = new Rng(3);
        for (var trial = 0; trial < 1000; trial++)
        {
            var count = rng.Next(0, 50);
            var from = Enumerable.Range(0, count).Select(_ => rng.Next(100)).ToArray();
            var to = from.Select(start => start + rng.Next(1, 20)).ToArray();
            var values = from.Select(_ => rng.Next(1000)).ToArray();
            var start = rng.Next(100);
            var end = rng.Next(start, 110) + 1;
            var met = Enumerable.Range(0, count).Where(i => from[i] < end && start < to[i]).Select(i => values[i]).ToArray();
            var max = met.Append(17).Max();
            var min = met.Append(700).Min();
            Assert.Equal(max, Meetings.Max<Simd>(from, to, values, start, end, 17));
            Assert.Equal(max, Meetings.Max<ScalarOnly>(from, to, values, start, end, 17));
            Assert.Equal(min, Meetings.Min<Simd>(from, to, values, start, end, 700));
            Assert.Equal(min, Meetings.Min<ScalarOnly>(from, to, values, start, end, 700));
        }
    }

    [Fact]
    public void Finds_all_that_meet_in_order()
    {
        var rng = new Rng(4);
        for (var trial = 0; trial < 1000; trial++)
        {
            var count = rng.Next(0, 50);
            var from = Enumerable.Range(0, count).Select(_ => rng.Next(100)).ToArray();
            var to = from.Select(start => start + rng.Next(1, 20)).ToArray();
            var start = rng.Next(100);
            var end = rng.Next(start, 110) + 1;
            var met = Enumerable.Range(0, count).Where(i => from[i] < end && start < to[i]).ToArray();
            var found = new int[count];
            Assert.Equal(met, found[..Meetings.Find<Simd>(from, to, start, end, found)]);
            Assert.Equal(met, found[..Meetings.Find<ScalarOnly>(from, to, start, end, found)]);
        }
    }
}
