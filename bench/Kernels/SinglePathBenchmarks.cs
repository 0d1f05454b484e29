using BenchmarkDotNet.Attributes;
using BerthOpt.Kernels;

namespace BerthOpt.Bench.Kernels;

/// <summary>What has one path only: filling and clearing the rows of a stay, the free cell nearest to the wish, a row of the table of prices.</summary>
public class SinglePathBenchmarks
{
    private const int Rows = 24;
    private const int Width = 30;

    private ulong[] _rows = [];
    private ulong[] _free = [];
    private int[] _row = [];
    private int[] _prices = [];
    private int[] _next = [];

    [Params(2, 16)]
    public int Words { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _rows = new ulong[3 * Rows * Words];
        _free = new ulong[Words];
        _free[0] = 1;
        _free[^1] = 1UL << 63;
        (_row, _prices, _next) = (Data.Ints((64 * Words) + 1, 10_000, seed: 1), Data.Ints(64 * Words, 10_000, seed: 2), new int[(64 * Words) + 1]);
    }

    [Benchmark]
    public void FillAndClear()
    {
        BitRows.Fill(_rows, Words, Rows, 2 * Rows, 50, Width);
        BitRows.Clear(_rows, Words, Rows, 2 * Rows, 50, Width);
    }

    [Benchmark]
    public int Nearest() => BitRows.Nearest(_free, 0, 64 * Words, 32 * Words);

    [Benchmark]
    public void AddRow() => WindowPrices.AddRow(_row, _prices, _next);
}
