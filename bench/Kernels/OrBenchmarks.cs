using BenchmarkDotNet.Attributes;
using BerthOpt.Kernels;

namespace BerthOpt.Bench.Kernels;

/// <summary>Which cells are taken during a stay of 24 slots: 2 words are a quay of 1.2 km in sections of 10 m, 320 words one of 20 km in metres.</summary>
public class OrBenchmarks
{
    private const int Rows = 24;

    private ulong[] _rows = [];
    private ulong[] _result = [];

    [Params(2, 8, 16, 320)]
    public int Words { get; set; }

    [GlobalSetup]
    public void Setup() => (_rows, _result) = (Data.Bits(3 * Rows * Words), new ulong[Words]);

    [Benchmark(Baseline = true)]
    public void Scalar() => BitRows.Or<ScalarOnly>(_rows, Words, Rows, 2 * Rows, _result);

    [Benchmark]
    public void Vector() => BitRows.Or<Simd>(_rows, Words, Rows, 2 * Rows, _result);
}
