using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths.Bounds;

/// <summary>Tables of the size of quay and horizon do not precede the first plan, and are not finished after the run.</summary>
public sealed class DeferredBoundTests
{
    private static readonly BerthModel Model = new(BerthGenerator.MeiselBierwirth(12, 1));

    [Fact]
    public void Nothing_is_set_up_before_there_is_a_plan()
    {
        var created = 0;
        var bound = new DeferredBound(_ =>
        {
            created++;
            return new CellBound(Model, 0);
        });
        var stop = new StopMonitor(new SolverOptions { TimeLimit = null }, CancellationToken.None);

        bound.Run(1000, long.MaxValue, stop);
        Assert.Equal((0, long.MinValue), (created, bound.Bound));

        bound.Run(1000, 1_000_000, stop);
        bound.Run(1000, 1_000_000, stop);
        Assert.Equal(1, created);
        Assert.True(bound.Bound > long.MinValue);
    }

    [Fact]
    public void What_is_set_up_ends_with_the_run()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var stop = new StopMonitor(new SolverOptions { TimeLimit = null }, source.Token);
        var bound = new DeferredBound(clock => new CellBound(Model, 0, clock));

        Assert.Throws<OperationCanceledException>(() => new CellBound(Model, 0, stop));
        bound.Run(1000, 1_000_000, stop);

        Assert.False(bound.Finished);
        Assert.Equal(long.MinValue, bound.Bound);
    }
}
