using BerthOpt.Cranes;
using BerthOpt.Search;

namespace BerthOpt.Tests.Cranes;

public sealed class CraneSolverDirectedTests
{
    [Theory]
    [MemberData(nameof(Chunks))]
    public void AgreesWithAllAssignments(int chunk)
    {
        for (var seed = 0; seed < 250; seed++)
        {
            var problem = RandomDirectedRails.Draw(new Rng((ulong)chunk).Split(seed));
            var result = CraneSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 20_000_000, Threads = 1 });
            var expected = DirectedOracle.Best(problem);
            Assert.Equal(expected is null ? SolveStatus.Infeasible : SolveStatus.Optimal, result.Status);
            Assert.Equal(expected, result.Cost);
        }
    }

    public static TheoryData<int> Chunks => [.. Enumerable.Range(0, 12)];

    [Fact]
    public void DoesNotDependOnThreads()
    {
        var problem = RandomDirectedRails.Draw(new Rng(7));
        var results = new[] { 1, 2, 5 }.Select(threads => CraneSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 100_000, Threads = threads })).ToArray();
        Assert.All(results, result => Assert.Equal(results[0].Plan?.Hash, result.Plan?.Hash));
    }

    [Fact]
    public void WithoutTasksThereIsAPlan()
    {
        var result = CraneSolver.Solve(new CraneProblem(CraneExamples.Yard(2) with { Direction = CraneDirection.Either }), new SolverOptions { TimeLimit = null });
        Assert.Equal((SolveStatus.Optimal, 0L), (result.Status, result.Cost!.Value));
    }
}
