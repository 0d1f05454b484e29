using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

public sealed class TightestCallsTests
{
    private static readonly BerthProblem _pinned = new(new BerthParts
    {
        Horizon = 20,
        Quays = [new Quay { Id = "Q", Length = 10 }],
        Calls = [.. Enumerable.Range(0, 2).Select(number => new Call { Id = $"{number}", Length = 6, Arrival = 0, Handling = Handling.Fixed(4), Pin = new Pin(Start: 3) })],
    });

    [Fact]
    public void Calls_that_cannot_hold_together_prove_that_there_is_no_plan()
    {
        var tightest = new TightestCalls(new BerthModel(_pinned));

        tightest.Run(1000, long.MaxValue, new StopMonitor(new SolverOptions { TimeLimit = null }, TestContext.Current.CancellationToken));

        Assert.True(tightest.ProvesInfeasible);
    }

    [Fact]
    public void Their_model_is_not_built_when_the_time_is_over()
    {
        var tightest = new TightestCalls(new BerthModel(_pinned));

        tightest.Run(1000, long.MaxValue, new StopMonitor(new SolverOptions { TimeLimit = null }, new CancellationToken(canceled: true)));

        Assert.False(tightest.ProvesInfeasible || tightest.Finished);
        Assert.Equal(0, tightest.Iterations);
    }

    [Fact]
    public void Their_memory_is_counted()
    {
        var few = new BerthProblem(_pinned.Parts with { Horizon = 4000 });
        var many = new BerthProblem(few.Parts with { Calls = [.. Enumerable.Range(0, 100).Select(number => few.Calls[0] with { Id = $"{number}" })] });

        // A hundred calls take what 14 more would: those of the smaller model.
        var call = BerthSize.BytesOf(new BerthProblem(many.Parts with { Calls = many.Calls.Add(few.Calls[0] with { Id = "more" }) }), 1) - BerthSize.BytesOf(many, 1);
        Assert.Equal(BerthSize.BytesOf(new BerthProblem(many.Parts with { Calls = [] }), 1) + (114 * call), BerthSize.BytesOf(many, 1));
        Assert.True(call > 0);
    }
}
