using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

/// <summary>The lists by time hold what was placed, where it was placed.</summary>
public sealed class CallsByTimeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void Lists_agree_with_a_walk_over_all_calls(int horizon)
    {
        const int calls = 60;
        var rng = new Rng(7);
        var lists = new CallsByTime(calls, horizon);
        var starts = new int[calls];
        Array.Fill(starts, -1);
        var found = new int[calls];
        for (var step = 0; step < 2000; step++)
        {
            var call = rng.Next(calls);
            if (starts[call] < 0)
            {
                starts[call] = rng.Next(horizon);
                lists.Place(call, starts[call]);
            }
            else
            {
                lists.Remove(call, starts[call]);
                starts[call] = -1;
            }

            var from = rng.Next(horizon);
            var to = from + 1 + rng.Next(horizon);
            var some = found[..lists.Find(from, to, found)];
            var wanted = Enumerable.Range(0, calls).Where(index => starts[index] >= from && starts[index] < to).ToArray();

            Assert.Equal(some.Length, some.Distinct().Count());
            Assert.Empty(wanted.Except(some));
            Assert.All(some, index => Assert.InRange(starts[index], from - (horizon / 1000) - 32, to + (horizon / 1000) + 32));
            Assert.Equal(Enumerable.Range(0, calls).Where(index => starts[index] < 0), Without(lists).Order());
        }
    }

    private static IEnumerable<int> Without(CallsByTime lists)
    {
        for (var call = lists.FirstWithout; call >= 0; call = lists.NextOf(call))
        {
            yield return call;
        }
    }
}
