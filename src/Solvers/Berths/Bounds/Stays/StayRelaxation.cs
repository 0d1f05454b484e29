using System.Numerics.Tensors;

namespace BerthOpt.Berths;

/// <summary>
/// The relaxation in which every call takes its cheapest stay: measures have a price for each block of slots, and what calls take of them is paid
/// for. All values are whole units.
/// </summary>
internal sealed class StayRelaxation
{
    private readonly int[][] _group;
    private readonly int[][] _block;
    private readonly long[][] _before;
    private readonly long[] _summed;
    private long _round;
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

        _weights = [.. model.Choices.Select((places, call) => places.Select(place => Measures
            .Select((measure, row) => (row, measure.Room == place.Room ? measure.Weight[call] : 0)).Where(pair => pair.Item2 > 0).ToArray()).ToArray())];
        // Calls that take alike of everything pay alike.
        var groups = new Dictionary<string, int>();
        _group = [.. _weights.Select(rows => rows.Select(pairs => groups.TryAdd(string.Join(' ', pairs), groups.Count) ? groups.Count - 1 : groups[string.Join(' ', pairs)]).ToArray())];
        _block = [.. Enumerable.Range(0, groups.Count).Select(_ => new int[Blocks])];
        _before = [.. Enumerable.Range(0, groups.Count).Select(_ => new long[Blocks + 1])];
        _summed = new long[groups.Count];
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

    /// <summary>Begins an evaluation at other prices.</summary>
    public void Next() => _round++;

    /// <summary>The cheapest stay of a call at given prices, the same for all calls since <see cref="Next"/>.</summary>
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
            var group = _group[call][choice];
            if (_summed[group] != _round)
            {
                _summed[group] = _round;
                Sum(_weights[call][choice], prices, _block[group], _before[group]);
            }

            Work += list.Count;
            var (block, before) = (_block[group], _before[group]);
            var (units, startBlock, startRest, untilBlock, untilRest) = (list.Units, list.StartBlock, list.StartRest, list.UntilBlock, list.UntilRest);
            for (var stay = 0; stay < units.Length; stay++)
            {
                if (units[stay] >= best)
                {
                    continue;
                }

                var (from, to) = (startBlock[stay], untilBlock[stay]);
                var value = units[stay] + before[to] - before[from];
                if (SlotsPerBlock > 1)
                {
                    value -= startRest[stay] > 0 ? (long)startRest[stay] * block[from] : 0;
                    value += untilRest[stay] > 0 ? (long)untilRest[stay] * block[to] : 0;
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

    /// <summary>Prices of a slot in each block for calls of some weights, and their sums.</summary>
    private void Sum((int Row, int Weight)[] weights, ReadOnlySpan<int> prices, int[] inBlock, long[] before)
    {
        Work += Blocks + (weights.Length * Blocks >> 4);
        Array.Clear(inBlock);
        foreach (var (row, weight) in weights)
        {
            TensorPrimitives.MultiplyAdd(prices.Slice(row * Blocks, Blocks), weight, inBlock, inBlock);
        }

        long sum = 0;
        for (var block = 0; block < inBlock.Length; block++)
        {
            sum += (long)inBlock[block] * SlotsPerBlock;
            before[block + 1] = sum;
        }
    }
}
