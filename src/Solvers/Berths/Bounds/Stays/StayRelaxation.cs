using System.Numerics.Tensors;

namespace BerthOpt.Berths;

/// <summary>
/// The relaxation in which every call takes its cheapest stay: measures have a price for each block of slots, and what calls take of them is paid
/// for. All values are whole units.
/// </summary>
internal sealed class StayRelaxation
{
    private readonly int[] _block;
    private readonly long[] _before;
    private readonly (int Row, int Weight)[][][] _weights;

    /// <summary>Sets up the relaxation with the measures of now.</summary>
    /// <param name="model">The problem.</param>
    /// <param name="lists">The stays of each call.</param>
    /// <param name="pool">The measures.</param>
    /// <param name="slots">Slots that stays reach to.</param>
    /// <param name="slotsPerBlock">Slots of a block.</param>
    public StayRelaxation(StayModel model, StayList[] lists, MeasurePool pool, int slots, int slotsPerBlock)
    {
        (Lists, Slots, SlotsPerBlock) = (lists, slots, slotsPerBlock);
        Measures = [.. pool.All];
        Blocks = (slots + slotsPerBlock - 1) / slotsPerBlock;
        Capacity = new int[Measures.Length * Blocks];
        for (var index = 0; index < Capacity.Length; index++)
        {
            Capacity[index] = Measures[index / Blocks].Capacity * Math.Min(slotsPerBlock, slots - (index % Blocks * slotsPerBlock));
        }

        _block = new int[Blocks];
        _before = new long[Blocks + 1];
        _weights = [.. model.Choices.Select((places, call) => places.Select(place => Measures
            .Select((measure, row) => (row, measure.Room == place.Room ? measure.Weight[call] : 0)).Where(pair => pair.Item2 > 0).ToArray()).ToArray())];
        PriceLimit = (1 << 30) / Math.Max(1, _weights.SelectMany(rows => rows).Select(rows => rows.Sum(pair => pair.Weight)).DefaultIfEmpty(1).Max());
        (Choice, Stay) = (new int[model.Choices.Length], new int[model.Choices.Length]);
    }

    public StayList[] Lists { get; }

    public Measure[] Measures { get; }

    public int Slots { get; }

    public int SlotsPerBlock { get; }

    public int Blocks { get; }

    /// <summary>What there is of each measure in each block, measure by measure.</summary>
    public int[] Capacity { get; }

    /// <summary>Greater prices might not fit.</summary>
    public int PriceLimit { get; }

    /// <summary>Index of the room that each call chose in the last evaluation, among its own; -1 for none.</summary>
    public int[] Choice { get; }

    /// <summary>The stay that each call chose.</summary>
    public int[] Stay { get; }

    /// <summary>Steps done: the unit of work.</summary>
    public long Work { get; private set; }

    /// <summary>The cheapest stay of a call at given prices.</summary>
    /// <param name="call">The call.</param>
    /// <param name="prices">Prices of measures by block.</param>
    /// <param name="worst">What the call may cost at most; more than that is not looked for.</param>
    /// <returns>Its cost above the ideal with prices, in units.</returns>
    public long Price(int call, ReadOnlySpan<int> prices, long worst)
    {
        var list = Lists[call];
        var best = worst;
        Choice[call] = -1;
        for (var choice = 0; choice < _weights[call].Length; choice++)
        {
            Sum(_weights[call][choice], prices);
            Work += list.Count + Blocks + (_weights[call][choice].Length * Blocks >> 4);
            var (units, startBlock, startRest, untilBlock, untilRest) = (list.Units, list.StartBlock, list.StartRest, list.UntilBlock, list.UntilRest);
            for (var stay = 0; stay < units.Length; stay++)
            {
                if (units[stay] >= best)
                {
                    continue;
                }

                var (from, to) = (startBlock[stay], untilBlock[stay]);
                var value = units[stay] + _before[to] - _before[from];
                if (SlotsPerBlock > 1)
                {
                    value -= startRest[stay] > 0 ? (long)startRest[stay] * _block[from] : 0;
                    value += untilRest[stay] > 0 ? (long)untilRest[stay] * _block[to] : 0;
                }

                if (value < best)
                {
                    (best, Choice[call], Stay[call]) = (value, choice, stay);
                }
            }
        }

        return best;
    }

    /// <summary>Adds what a call's last choice takes to the usage of measures.</summary>
    public void Use(int call, Span<float> usage)
    {
        if (Choice[call] < 0)
        {
            return;
        }

        var (list, stay) = (Lists[call], Stay[call]);
        var (from, to) = (list.StartBlock[stay], list.UntilBlock[stay]);
        foreach (var (row, weight) in _weights[call][Choice[call]])
        {
            var blocks = usage.Slice(row * Blocks, Blocks);
            if (from == to)
            {
                blocks[from] += weight * (list.UntilRest[stay] - list.StartRest[stay]);
                continue;
            }

            var between = blocks[from..to];
            TensorPrimitives.Add(between, weight * SlotsPerBlock, between);
            blocks[from] -= weight * list.StartRest[stay];
            if (list.UntilRest[stay] > 0)
            {
                blocks[to] += weight * list.UntilRest[stay];
            }
        }
    }

    /// <summary>Prices of a slot for a call in each block, and their sums.</summary>
    private void Sum((int Row, int Weight)[] weights, ReadOnlySpan<int> prices)
    {
        Array.Clear(_block);
        foreach (var (row, weight) in weights)
        {
            TensorPrimitives.MultiplyAdd(prices.Slice(row * Blocks, Blocks), weight, _block, _block);
        }

        long sum = 0;
        for (var block = 0; block < _block.Length; block++)
        {
            sum += (long)_block[block] * SlotsPerBlock;
            _before[block + 1] = sum;
        }
    }
}
