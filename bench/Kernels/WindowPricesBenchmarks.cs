using BenchmarkDotNet.Attributes;
using BerthOpt.Kernels;

namespace BerthOpt.Bench.Kernels;

/// <summary>The cheapest position of a hull of 20 columns over priced quay and time.</summary>
public class WindowPricesBenchmarks
{
    private const int Width = 20;

    private int[] _place = [];
    private int[] _early = [];
    private int[] _late = [];

    [Params(16, 100, 1000)]
    public int Positions { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _place = Data.Ints(Positions, 10_000, seed: 1);
        _early = Data.Ints(Positions + Width, 10_000, seed: 2);
        _late = Data.Ints(Positions + Width, 10_000, seed: 3);
    }

    [Benchmark(Baseline = true)]
    public int Scalar() => WindowPrices.Min<ScalarOnly>(_place, _early, _late, Width, 0, Positions);

    [Benchmark]
    public int Vector() => WindowPrices.Min<Simd>(_place, _early, _late, Width, 0, Positions);
}
