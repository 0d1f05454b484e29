using BenchmarkDotNet.Attributes;
using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Bench.Kernels;

/// <summary>
/// What the kernels are for: moves of ruin and recreate on a generated week (Meisel and Bierwirth), one thread. Each iteration starts
/// from the first plan of the same seed and makes the same moves; the mean is the time of one move.
/// </summary>
[MemoryDiagnoser]
public class SearchBenchmarks
{
    private const int Moves = 20_000;
    private const long Step = 500;

    private readonly SolverOptions _options = new() { TimeLimit = null, Assertions = AssertionLevel.None, Threads = 1 };
    private readonly StopMonitor _never;
    private RuinAndRecreate? _lane;

    public SearchBenchmarks() => _never = new StopMonitor(_options, CancellationToken.None);

    [Params(40, 60)]
    public int Calls { get; set; }

    [IterationSetup]
    public void Setup()
    {
        _lane = new RuinAndRecreate(new BerthModel(BerthGenerator.MeiselBierwirth(Calls, 1)), _options, 0);
        while (_lane.Moves == 0)
        {
            _lane.Run(Step, _never);
        }
    }

    [Benchmark(OperationsPerInvoke = Moves)]
    public long Move()
    {
        var goal = _lane!.Moves + Moves;
        while (_lane.Moves < goal)
        {
            _lane.Run(Step, _never);
        }

        return _lane.BestCost;
    }
}
