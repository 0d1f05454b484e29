using BerthOpt.Berths;
using BerthOpt.Berths.Formats;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths.Discrete;

/// <summary>Public instances with known optima; limits are on work, so that a slow machine changes nothing.</summary>
public sealed class PublicDiscreteInstanceTests
{
    private static readonly StopMonitor Never = new(new SolverOptions { TimeLimit = null }, CancellationToken.None);

    [Theory]
    [InlineData("cordeau-i2/i01.txt", 1409)]
    [InlineData("cordeau-i2/i02.txt", 1261)]
    [InlineData("cordeau-i2/i03.txt", 1129)]
    [InlineData("lalla-ruiz-f/f30x3-05.txt", 2114)]
    [InlineData("lalla-ruiz-f/f60x5-01.txt", 5753)]
    public void The_known_optimum_is_found_and_proven(string file, long optimum)
    {
        var path = Path.Combine(Folder(), "berths-discrete", file);
        Assert.SkipUnless(File.Exists(path), "The public instances are not here; BERTHOPT_INSTANCES names their folder.");
        var problem = BerthFormats.Read(path).Problem;
        var lane = DiscreteEngine.CreateLane(problem, new SolverOptions { Seed = 1 }, 0);
        for (var part = 0; part < 200 && lane.BestCost > optimum; part++)
        {
            lane.Run(100_000, Never);
        }

        Assert.Equal(optimum, lane.BestCost);
        var check = BerthChecker.Check(problem, lane.Best());
        Assert.Empty(check.Faults);
        Assert.Equal(optimum, check.Cost.Total);

        var bound = DiscreteEngine.CreateBound(problem);
        bound.Run(50_000_000, lane.BestCost, Never);
        Assert.Equal(optimum, bound.Bound);
    }

    private static string Folder()
    {
        var named = Environment.GetEnvironmentVariable("BERTHOPT_INSTANCES");
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (named is null && root is not null && !File.Exists(Path.Combine(root.FullName, "BerthOpt.sln")))
        {
            root = root.Parent;
        }

        return named ?? Path.Combine(root?.Parent?.FullName ?? "", "shared", "instances");
    }
}
