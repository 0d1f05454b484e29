using BerthOpt.Bench.Peers;
using BerthOpt.Cranes;
using BerthOpt.Search;
using BerthOpt.Tests.Cranes;

namespace BerthOpt.Tests.Bench.Peers;

/// <summary>The model of CP-SAT against the proofs of the solver: a comparison with a wrong model would be worth nothing.</summary>
public sealed class CranePeerModelTests
{
    private const int Wanted = 40;

    [Fact]
    public void CpSat_plans_are_valid_and_agree_with_proofs()
    {
        var (compared, peer) = (0, new CpSatCranePeer(TimeProvider.System));
        for (var seed = 0UL; seed < 2000 && compared < Wanted; seed++)
        {
            var problem = RandomCraneProblems.Create(seed);
            var answer = peer.Solve(problem, new PeerLimits(60, 1, 1), TestContext.Current.CancellationToken);
            if (answer.Refusal is not null || answer.Plan is null)
            {
                continue;
            }

            var check = CraneChecker.Check(problem, answer.Plan);
            Assert.True(check.IsValid, $"seed {seed}: {check.Faults.FirstOrDefault()}");
            var ours = CraneSolver.Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = 200_000, Threads = 1 }, null, TestContext.Current.CancellationToken);
            Assert.True(ours.LowerBound is null || ours.LowerBound <= check.Cost.Total, $"seed {seed}: bound {ours.LowerBound} above {check.Cost.Total}");
            Assert.True(ours.Cost is null || answer.Bound <= ours.Cost, $"seed {seed}: CP-SAT proves {answer.Bound}, and there is a plan of {ours.Cost}");
            compared++;
        }

        Assert.Equal(Wanted, compared);
    }
}
