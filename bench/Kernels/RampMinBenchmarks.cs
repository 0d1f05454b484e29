using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BerthOpt.Kernels;

namespace BerthOpt.Bench.Kernels;

/// <summary>The cheapest start over priced time, and where it is; the value looked for is the last one, so that all are read.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class RampMinBenchmarks
{
    private const long Slope = 7;

    private long[] _high = [];
    private long[] _low = [];
    private long _last;

    [Params(16, 168, 2000)]
    public int Starts { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        (_high, _low) = (Data.Longs(Starts, 1_000_000, seed: 1), Data.Longs(Starts, 1_000_000, seed: 2));
        (_high[^1], _low[^1]) = (0, 10_000_000);
        _last = _high[^1] - _low[^1] + (Slope * (Starts - 1));
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory(nameof(RampMin.Least))]
    public long LeastScalar() => RampMin.Least<ScalarOnly>(_high, _low, Slope);

    [Benchmark]
    [BenchmarkCategory(nameof(RampMin.Least))]
    public long LeastVector() => RampMin.Least<Simd>(_high, _low, Slope);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory(nameof(RampMin.IndexOf))]
    public int IndexOfScalar() => RampMin.IndexOf<ScalarOnly>(_high, _low, Slope, _last);

    [Benchmark]
    [BenchmarkCategory(nameof(RampMin.IndexOf))]
    public int IndexOfVector() => RampMin.IndexOf<Simd>(_high, _low, Slope, _last);
}
