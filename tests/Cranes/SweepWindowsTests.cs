using BerthOpt.Cranes;
using BerthOpt.Search;

namespace BerthOpt.Tests.Cranes;

public sealed class SweepWindowsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void NoPlanOfTheDirectionEndsBeforeItsWindows(int chunk)
    {
        var (tight, all) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = RandomDirectedRails.Draw(new Rng((ulong)chunk).Split(seed));
            var model = problem.Direction == CraneDirection.Upward ? new CraneModel(problem) : new CraneModel(problem).Mirrored();
            if (problem.Direction == CraneDirection.Either || SweepModel.TryCreate(model) is not { } sweep || DirectedOracle.Best(problem) is not { } best)
            {
                continue;
            }

            var windows = new SweepWindows(sweep, problem.Horizon);
            var work = 1_000_000L;
            windows.Run(ref work, best, new StopMonitor(new SolverOptions { TimeLimit = null }, CancellationToken.None));
            Assert.True(windows.Proven <= best, $"seed {seed}: the windows prove {windows.Proven}, and a plan ends at {best}");
            all++;
            tight += windows.Proven == best ? 1 : 0;
        }

        // Parts of the rail say the whole truth about many small problems, but not about those of one or two positions.
        Assert.InRange(tight, all / 8, all - 1);
    }
}
