using BenchmarkDotNet.Attributes;
using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Bench.Kernels;

/// <summary>The cost of many whole plans: the checker from first principles, which is the plain path, against search's state, which knows what changed.</summary>
[MemoryDiagnoser]
public class EvaluationBenchmarks
{
    private const int Calls = 60;
    private const int Plans = 100;

    private readonly BerthProblem _problem = BerthGenerator.MeiselBierwirth(Calls, 1);
    private readonly List<BerthPlan> _plans = [];
    private readonly List<Placement[]> _placements = [];
    private BerthState? _state;

    [GlobalSetup]
    public void Setup()
    {
        var model = new BerthModel(_problem);
        var options = new SolverOptions { TimeLimit = null, Assertions = AssertionLevel.None };
        var stop = new StopMonitor(options, CancellationToken.None);
        _state = new BerthState(model);
        for (var plan = 0; plan < Plans; plan++)
        {
            var lane = new RuinAndRecreate(model, options with { Seed = (ulong)plan }, 0);
            lane.Run(300_000, stop);
            var placements = new Placement[Calls];
            if (!BerthPlanReader.TryRead(model, lane.Best(), placements))
            {
                throw new InvalidOperationException("The lane's own plan cannot be read.");
            }

            _plans.Add(lane.Best());
            _placements.Add(placements);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Plans)]
    public long Checker()
    {
        long cost = 0;
        foreach (var plan in _plans)
        {
            cost += BerthChecker.Check(_problem, plan).Cost.Total;
        }

        return cost;
    }

    [Benchmark(OperationsPerInvoke = Plans)]
    public long State()
    {
        long cost = 0;
        foreach (var placements in _placements)
        {
            _state!.Load(placements);
            cost += _state.Cost;
        }

        return cost;
    }
}
