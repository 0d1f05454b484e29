using BenchmarkDotNet.Attributes;
using BerthOpt.Kernels;

namespace BerthOpt.Bench.Kernels;

/// <summary>Where a hull of 30 cells fits. The kernel changes its input, so each call copies the row first; both paths pay for that.</summary>
public class FreeRunsBenchmarks
{
    private const int Width = 30;

    private ulong[] _taken = [];
    private ulong[] _cells = [];

    [Params(2, 8, 16, 320)]
    public int Words { get; set; }

    [GlobalSetup]
    public void Setup() => (_taken, _cells) = (Data.Bits(Words), new ulong[Words]);

    [Benchmark(Baseline = true)]
    public void Scalar()
    {
        _taken.CopyTo(_cells.AsSpan());
        BitRows.FreeRuns<ScalarOnly>(_cells, Width);
    }

    [Benchmark]
    public void Vector()
    {
        _taken.CopyTo(_cells.AsSpan());
        BitRows.FreeRuns<Simd>(_cells, Width);
    }
}
