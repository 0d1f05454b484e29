using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths.Discrete;

public sealed class DiscreteStateTests
{
    [Fact]
    public void A_proposed_change_is_the_change_that_is_made()
    {
        var changes = 0;
        for (ulong seed = 0; seed < 300; seed++)
        {
            var model = DiscreteModelBuilder.TryBuild(RandomDiscreteProblems.Create(seed, 20, 4));
            Assert.NotNull(model);
            if (model.IsHopeless)
            {
                continue;
            }

            var state = new DiscreteState<GeneralCost>(model);
            DiscreteConstruction.Append(model, state);
            var rng = new Rng(seed);
            for (var step = 0; step < 100; step++)
            {
                changes += Exchange(model, state, rng) ? 1 : 0;
                changes += Rotate(state, rng, model) ? 1 : 0;
            }
        }

        Assert.True(changes > 10_000, $"Only {changes} changes were made.");
    }

    private static bool Exchange(DiscreteModel model, DiscreteState<GeneralCost> state, Rng rng)
    {
        var (berth, other) = (rng.Next(model.Berths.Length), rng.Next(model.Berths.Length));
        if (berth == other)
        {
            return false;
        }

        var (place, length) = Run(state.CountAt(berth), rng);
        var (otherPlace, otherLength) = Run(state.CountAt(other), rng);
        var (cost, excess) = (state.Cost, state.Excess);
        var delta = state.ProposeExchange(berth, place, length, other, otherPlace, otherLength, DiscreteState<GeneralCost>.NoLimit);
        var limit = rng.Next(-50, 200);
        var limited = state.ProposeExchange(berth, place, length, other, otherPlace, otherLength, limit);
        Assert.True(delta <= limit ? limited == delta : limited > limit, $"{delta} became {limited} under the limit {limit}.");
        Assert.Equal((cost, excess), (state.Cost, state.Excess));
        var fits = Enumerable.Range(place, length).All(at => state.Allows(state.CallAt(berth, at), other))
            && Enumerable.Range(otherPlace, otherLength).All(at => state.Allows(state.CallAt(other, at), berth));
        Assert.Equal(fits, delta != long.MaxValue);
        if (!fits)
        {
            return false;
        }

        int[] run = [.. Enumerable.Range(place, length).Select(at => state.CallAt(berth, at))];
        state.ApplyExchange(berth, place, length, other, otherPlace, otherLength);
        Assert.Equal(run, Enumerable.Range(otherPlace, length).Select(at => state.CallAt(other, at)));
        AssertKept(model, state, cost + delta);
        return true;
    }

    private static bool Rotate(DiscreteState<GeneralCost> state, Rng rng, DiscreteModel model)
    {
        var berth = rng.Next(model.Berths.Length);
        var (place, length) = Run(state.CountAt(berth), rng);
        var nextLength = rng.Next(state.CountAt(berth) - place - length + 1);
        var cost = state.Cost;
        var delta = state.ProposeRotate(berth, place, length, nextLength);
        state.ApplyRotate(berth, place, length, nextLength);
        AssertKept(model, state, cost + delta);
        return delta != 0;
    }

    private static (int Place, int Length) Run(int count, Rng rng)
    {
        var place = rng.Next(count + 1);
        return (place, rng.Next(count - place + 1));
    }

    private static void AssertKept(DiscreteModel model, DiscreteState<GeneralCost> state, long cost)
    {
        var excess = state.Excess;
        Assert.Equal(cost, state.Cost);
        state.Recompute();
        Assert.Equal((cost, excess), (state.Cost, state.Excess));
        for (var call = 0; call < model.Calls; call++)
        {
            Assert.Equal(call, state.CallAt(state.BerthOf(call), state.PlaceOf(call)));
        }
    }
}
