using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;

namespace BerthOpt.Bench.Kernels;

/// <summary>
/// What the machine can do at best: to read so many bytes once and to fold them. The kernels read rows of 24 slots (Or: 24 * words * 8
/// bytes), prices (WindowPrices: 12 bytes a position; RampMin: 16 a start) and intervals (Meetings: 12 bytes a call); none can be faster
/// than the line with as many bytes.
/// </summary>
public class LimitBenchmarks
{
    private long[] _data = [];

    [Params(384, 3_072, 32_768, 61_440, 16_777_216)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Setup() => _data = Data.Longs(Bytes / sizeof(long), 1_000_000);

    [Benchmark]
    public long Read() => TensorPrimitives.Sum<long>(_data);
}
