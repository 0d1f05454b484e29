using BerthOpt.Bench.Peers;
using BerthOpt.Bench.Peers.Flows;
using BerthOpt.Bench.Quality;
using BerthOpt.Berths;
using BerthOpt.Cranes;

return BenchCommand.Run(args, PeerOptions.Usage, new Dictionary<string, Func<string[], CancellationToken, int>>
{
    ["berths"] = (rest, cancellation) => Berths(PeerOptions.Parse(rest), cancellation),
    ["cranes"] = (rest, cancellation) => Cranes(PeerOptions.Parse(rest), cancellation),
    ["empties"] = (rest, cancellation) => FlowBench.Run(FlowBenchOptions.Parse(rest), cancellation),
    ["flow-warm"] = (rest, _) => FlowWarm.Run(FlowBenchOptions.Parse(rest).Cases),
    ["empties-types"] = (rest, cancellation) => SharedFlowBench.Run(FlowBenchOptions.Parse(rest), cancellation),
    ["shared-run"] = (rest, _) => SharedFlowBench.RunOne(rest),
    ["flow-run"] = (rest, _) => FlowBench.RunOne(rest),
});

static int Berths(PeerOptions options, CancellationToken cancellation) => new PeerBench<BerthProblem, BerthPlan>(
    "Berths",
    new BerthOptPeer<BerthProblem, BerthPlan>(BerthSolver.Solve),
    new CpSatPeer(TimeProvider.System),
    options.Mip == "none" ? null : new TimeIndexedPeer(options.Mip, TimeProvider.System))
    .Run([.. BerthCase.Read(options.Cases).Select(each => new PeerCase<BerthProblem, BerthPlan>(each, each.Instance.Problem, each.Judge))], options, cancellation);

static int Cranes(PeerOptions options, CancellationToken cancellation) => new PeerBench<CraneProblem, CranePlan>(
    "Cranes", new BerthOptPeer<CraneProblem, CranePlan>(CraneSolver.Solve), new CpSatCranePeer(TimeProvider.System), null)
    .Run([.. CraneCase.Read(options.Cases).Select(each => new PeerCase<CraneProblem, CranePlan>(each, each.Instance.Problem, each.Judge))], options, cancellation);
