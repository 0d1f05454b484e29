using BerthOpt.Cranes;
using FsCheck.Xunit;

namespace BerthOpt.Tests.Cranes;

public sealed class DoubleCyclingTests
{
    [Property(MaxTest = 60)]
    public void No_order_of_up_to_seven_stacks_needs_fewer_cycles(ulong seed)
    {
        var rng = new Rng(seed);
        StackLifts[] stacks = [.. Enumerable.Range(0, rng.Next(1, 8)).Select(_ => new StackLifts(rng.Next(8), rng.Next(8)))];

        var best = Orders([.. Enumerable.Range(0, stacks.Length)], 0).Min(order => Played(stacks, order));

        Assert.Equal(best, DoubleCycling.LeastCycles(stacks));
        Assert.Equal(best, Played(stacks, [.. DoubleCycling.Order(stacks)]));
    }

    [Fact]
    public void Nothing_needs_no_cycle() => Assert.Equal(0, DoubleCycling.LeastCycles([]));

    /// <summary>Cycle by cycle: each takes one off, in the order of the stacks, and brings one on where a stack is empty.</summary>
    private static long Played(StackLifts[] stacks, int[] order)
    {
        var off = order.SelectMany(stack => Enumerable.Repeat(stack, stacks[stack].Discharge)).ToArray();
        var on = order.SelectMany(stack => Enumerable.Repeat(stack, stacks[stack].Load)).ToArray();
        var left = stacks.Select(stack => stack.Discharge).ToArray();
        var (taken, brought, cycles) = (0, 0, 0L);
        while (taken < off.Length || brought < on.Length)
        {
            cycles++;
            // A container comes on board before one goes ashore in the same cycle, so the stack must be empty before the cycle.
            if (brought < on.Length && left[on[brought]] == 0)
            {
                brought++;
            }

            if (taken < off.Length)
            {
                left[off[taken++]]--;
            }
        }

        return cycles;
    }

    private static IEnumerable<int[]> Orders(int[] order, int from)
    {
        if (from == order.Length)
        {
            yield return order;
            yield break;
        }

        for (var at = from; at < order.Length; at++)
        {
            (order[from], order[at]) = (order[at], order[from]);
            foreach (var each in Orders(order, from + 1))
            {
                yield return each;
            }

            (order[from], order[at]) = (order[at], order[from]);
        }
    }
}
