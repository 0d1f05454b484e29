using BerthOpt.Bench.Peers;
using BerthOpt.Berths;
using BerthOpt.Tests.Berths;

namespace BerthOpt.Tests.Bench.Peers;

/// <summary>The models of the peers against the oracle: a comparison with a wrong model would be worth nothing.</summary>
public sealed class PeerModelTests
{
    private const int WithCpSat = 60;
    private const int WithMip = 30;

    [Fact]
    public void CpSat_finds_what_the_oracle_finds() => Compare(new CpSatPeer(TimeProvider.System), WithCpSat);

    [Fact]
    public void The_time_indexed_model_finds_what_the_oracle_finds() => Compare(new TimeIndexedPeer("scip", TimeProvider.System), WithMip);

    [Fact]
    public void A_feature_that_is_not_modelled_is_refused_by_name()
    {
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 10,
            Quays = [new Quay { Id = "north", Length = 10 }],
            Calls = [new Call { Id = "Aurora", Length = 3, Arrival = 0, Handling = Handling.Fixed(2), Optional = true }],
        });

        Assert.Equal("not modelled: OptionalCalls", new CpSatPeer(TimeProvider.System).Solve(problem, new PeerLimits(60, 1, 1), TestContext.Current.CancellationToken).Refusal);
    }

    /// <summary>Random problems without what no peer models, until enough of them have been compared.</summary>
    private static void Compare(IPeer<BerthProblem, BerthPlan> peer, int wanted)
    {
        var (compared, solved) = (0, 0);
        for (var seed = 0UL; seed < 4000 && compared < wanted; seed++)
        {
            var problem = new BerthProblem(Plain(RandomBerthProblems.Parts(seed)));
            if (peer.Solve(problem, new PeerLimits(60, 1, 1), TestContext.Current.CancellationToken) is not { Refusal: null } answer || BerthOracle.Solve(problem) is not { } truth)
            {
                continue;
            }

            compared++;
            solved += truth.Cost is null ? 0 : 1;
            var check = answer.Plan is null ? null : BerthChecker.Check(problem, answer.Plan);
            Assert.True(check is null || check.IsValid, $"seed {seed}: {check?.Faults.FirstOrDefault()}");
            Assert.True(check?.Cost.Total == truth.Cost, $"seed {seed}: {check?.Cost.Total}, but the oracle has {truth.Cost}");
            Assert.True(truth.Cost is null || answer.Bound == truth.Cost, $"seed {seed}: bound {answer.Bound}, but the oracle has {truth.Cost}");
        }

        Assert.Equal(wanted, compared);
        Assert.True(solved > wanted / 2, $"Only {solved} of {compared} problems had a plan.");
    }

    private static BerthParts Plain(BerthParts parts) => parts with
    {
        Movements = new MovementLimits(),
        Clearances = new Clearances(),
        Calls = [.. parts.Calls.Select(call => call with { Optional = false, EarliestStart = null, Pin = null, Rates = call.Rates with { Rejection = 0 } })],
    };
}
