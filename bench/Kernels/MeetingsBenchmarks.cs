using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BerthOpt.Kernels;

namespace BerthOpt.Bench.Kernels;

/// <summary>The lowest and highest crane left over by the calls that a new one meets in time.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class MeetingsBenchmarks
{
    private int[] _from = [];
    private int[] _to = [];
    private int[] _values = [];

    [Params(10, 40, 160)]
    public int Calls { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _from = Data.Ints(Calls, 150, seed: 1);
        _to = [.. _from.Zip(Data.Ints(Calls, 20, seed: 2), (from, length) => from + 1 + length)];
        _values = Data.Ints(Calls, 10, seed: 3);
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory(nameof(Meetings.Max))]
    public int MaxScalar() => Meetings.Max<ScalarOnly>(_from, _to, _values, 70, 80, 0);

    [Benchmark]
    [BenchmarkCategory(nameof(Meetings.Max))]
    public int MaxVector() => Meetings.Max<Simd>(_from, _to, _values, 70, 80, 0);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory(nameof(Meetings.Min))]
    public int MinScalar() => Meetings.Min<ScalarOnly>(_from, _to, _values, 70, 80, 10);

    [Benchmark]
    [BenchmarkCategory(nameof(Meetings.Min))]
    public int MinVector() => Meetings.Min<Simd>(_from, _to, _values, 70, 80, 10);
}
