using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths.Bounds;

/// <summary>The cheapest rectangle is the cheapest of all.</summary>
public sealed class CellPricerTests
{
    private const int Digits = 8;

    private static readonly (int Slots, int Cells)[] Sizes = [(1, 1), (2, 1), (4, 1), (1, 2), (1, 4), (3, 2), (5, 4)];

    [Fact]
    public void A_call_gets_the_cheapest_of_all_rectangles()
    {
        var priced = 0;
        for (ulong seed = 70_000; seed < 70_600; seed++)
        {
            var model = new BerthModel(RandomBerthProblems.Create(seed));
            var rng = new Rng(seed);
            var (slots, cells) = Sizes[rng.Next(Sizes.Length)];
            var world = new World(model, slots, cells, rng);
            // More above its ideal than any plan of interest costs a call, it is free to leave rectangles out.
            var slack = rng.Next(2) == 0 ? 1L << 18 : rng.Next(1, 40);
            for (var call = 0; call < model.Calls.Length; call++)
            {
                var value = world.Pricer.Price(call, slack).Value;
                var (least, leastOfAll) = (world.Least(call, slack), world.Least(call, long.MaxValue));
                priced += least < CostScale.Worthless ? 1 : 0;

                Assert.True(value <= least && value >= leastOfAll, $"seed {seed}, call {call}, blocks of {(slots, cells)}, slack {slack}: {value}, by hand {least} and {leastOfAll}");
            }
        }

        Assert.True(priced > 500, $"only {priced} calls had a rectangle");
    }

    /// <summary>Random prices on the blocks of a model, and the price of a rectangle worked out cell by cell.</summary>
    private sealed class World
    {
        private readonly BerthModel _model;
        private readonly CellGrid[] _grids;
        private readonly int[] _prices;
        private readonly int[][] _cranePrices;

        public World(BerthModel model, int slotsPerBlock, int cellsPerBlock, Rng rng)
        {
            _model = model;
            _grids = new CellGrid[model.Quays.Length];
            var offset = 0;
            for (var quay = 0; quay < _grids.Length; quay++)
            {
                _grids[quay] = new CellGrid(model, quay, slotsPerBlock, cellsPerBlock, offset);
                offset += _grids[quay].Capacity.Length;
            }

            _prices = [.. Enumerable.Range(0, offset).Select(_ => rng.Next(3) * rng.Next(1000))];
            foreach (var grid in _grids)
            {
                grid.Sum(_prices);
            }

            _cranePrices = [.. model.Pools.Select(_ => new int[model.Horizon + 1])];
            foreach (var sums in _cranePrices)
            {
                var price = 0;
                for (var slot = 0; slot < model.Horizon; slot++)
                {
                    price = slot % slotsPerBlock == 0 ? rng.Next(500) : price;
                    sums[slot + 1] = sums[slot] + price;
                }
            }

            Pricer = new CellPricer(model, _grids, _cranePrices);
            Pricer.SetScale(new CostScale(Digits));
        }

        public CellPricer Pricer { get; }

        /// <summary>The least value over all rectangles that cost less than some slack above the call's ideal, and over leaving it out.</summary>
        public long Least(int index, long slack)
        {
            var call = _model.Calls[index];
            var least = call.Optional ? (call.RejectionCost - call.IdealCost) << Digits : CostScale.Worthless;
            foreach (var zone in call.Zones)
            {
                foreach (var option in zone.Options)
                {
                    for (var cell = zone.From; cell < zone.To; cell++)
                    {
                        if ((zone.Allowed[cell >> 6] >> (cell & 63) & 1) == 1 && option.Slots(cell) != int.MaxValue)
                        {
                            least = Math.Min(least, Least(call, zone, option, cell, slack));
                        }
                    }
                }
            }

            return least;
        }

        private long Least(CallModel call, Zone zone, CraneOption option, int cell, long slack)
        {
            var least = long.MaxValue;
            var slots = option.Slots(cell);
            for (var start = call.Earliest; start <= Math.Min(call.Latest, call.EndLimit - slots); start++)
            {
                var end = call.NextDeparture?[start + slots] ?? start + slots;
                if (end > call.EndLimit || (call.ArrivalSlots is { } arrivals && (arrivals[start >> 6] >> (start & 63) & 1) == 0))
                {
                    continue;
                }

                var cost = (zone.PlaceCost?[cell] ?? zone.MinPlaceCost) + call.TimeCost(start, end, slots, option.Cranes) - call.IdealCost;
                Assert.True(cost >= 0, "a rectangle costs less than the ideal");
                if (cost < slack)
                {
                    least = Math.Min(least, (cost << Digits) + Price(zone, option, cell, start, slots, end));
                }
            }

            return least;
        }

        private long Price(Zone zone, CraneOption option, int cell, int start, int slots, int end)
        {
            var grid = _grids[zone.Quay];
            long price = 0;
            for (var slot = start; slot < end + _model.TimeGap; slot++)
            {
                for (var part = cell; part < cell + zone.Width + _model.Quays[zone.Quay].HullGap; part++)
                {
                    price += _prices[grid.Offset + (slot / grid.SlotsPerBlock * grid.BlockColumns) + (part / grid.CellsPerBlock)];
                }
            }

            var pool = option.Cranes > 0 ? _model.PoolOfQuay[zone.Quay] : -1;
            if (pool < 0)
            {
                return price;
            }

            // Cranes that travel are good for nothing else while they set up for the next call.
            var setup = _model.Pools[pool].Pool is { Outages.IsEmpty: true, Travel: { } travel } ? travel.SetupSlots : 0;
            return price + (option.Cranes * (long)(_cranePrices[pool][Math.Min(start + slots + setup, _model.Horizon)] - _cranePrices[pool][start]));
        }
    }
}
