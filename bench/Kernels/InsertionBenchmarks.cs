using BenchmarkDotNet.Attributes;
using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Bench.Kernels;

/// <summary>The cheapest place for a call that was taken out of a full plan, without chance; the mean over all calls.</summary>
[MemoryDiagnoser]
public class InsertionBenchmarks
{
    private const int Calls = 60;

    private BerthState? _state;
    private Insertion? _insertion;

    [GlobalSetup]
    public void Setup()
    {
        var model = new BerthModel(BerthGenerator.MeiselBierwirth(Calls, 1));
        var options = new SolverOptions { TimeLimit = null, Assertions = AssertionLevel.None };
        var lane = new RuinAndRecreate(model, options, 0);
        lane.Run(1_000_000, new StopMonitor(options, CancellationToken.None));
        var placements = new Placement[Calls];
        if (!BerthPlanReader.TryRead(model, lane.Best(), placements))
        {
            throw new InvalidOperationException("The lane's own plan cannot be read.");
        }

        _state = new BerthState(model);
        _state.Load(placements);
        _insertion = new Insertion(_state, new Rng(1));
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public long RemoveFindPlace()
    {
        long cost = 0;
        for (var call = 0; call < Calls; call++)
        {
            var before = _state!.At[call];
            _state.Remove(call);
            if (_insertion!.TryFind(call, long.MaxValue, out var placement))
            {
                cost += placement.Cost;
            }

            _state.Place(call, before);
        }

        return cost;
    }
}
