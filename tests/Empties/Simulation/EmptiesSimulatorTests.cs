using BerthOpt.Empties;

namespace BerthOpt.Tests.Empties.Simulation;

public sealed class EmptiesSimulatorTests
{
    /// <summary>Shortages that MARO 0.3.2 itself gives when nobody moves an empty.</summary>
    [Theory]
    [InlineData("toy.4p_ssdd_l0.0.d1120", 2_240_000, 2_190_000)]
    [InlineData("toy.5p_ssddd_l0.0.d1120", 2_240_000, 2_140_000)]
    [InlineData("toy.6p_sssbdd_l0.0.d1120", 2_240_000, 2_087_000)]
    [InlineData("global_trade.22p_l0.0.d1120", 2_240_000, 1_028_481)]
    public void Without_repositioning_the_figures_are_those_of_MARO(string name, long requirements, long shortage)
    {
        var result = EmptiesSimulator.Run(Published(name), new NoRepositioning());

        Assert.Equal((requirements, shortage, 0), (result.Requirements, result.Shortage, result.Operations));
        Assert.Equal(shortage, result.ShortageByPort.Sum());
    }

    /// <summary>Fulfilment over 224 ticks, in hundredths of a percent, as MARO gives it.</summary>
    [Theory]
    [InlineData("toy.4p_ssdd_l0.0.d1120", 1116)]
    [InlineData("toy.5p_ssddd_l0.0.d1120", 2232)]
    [InlineData("toy.6p_sssbdd_l0.0.d1120", 3415)]
    public void A_shorter_run_is_the_beginning_of_the_longer(string name, int fulfilment)
    {
        var result = EmptiesSimulator.Run(Published(name, 224), new NoRepositioning());

        Assert.Equal(fulfilment, Math.Round(10_000 * result.Fulfilment));
    }

    [Theory]
    [InlineData("global_trade.22p_l0.3.d1120", 5154)]
    [InlineData("toy.4p_ssdd_l0.3.d1120", 223)]
    public void Sample_paths_with_small_vessels_give_the_fulfilment_of_MARO(string name, int fulfilment)
    {
        var result = EmptiesSimulator.Run(Published(name), new NoRepositioning());

        Assert.Equal(fulfilment, Math.Round(10_000 * result.Fulfilment));
    }

    /// <summary>What is under way is counted by tick and pair of ports: 3,000 ports with long delays make more counts than one array holds.</summary>
    [Fact]
    public void A_sample_path_of_too_many_ports_is_refused_at_the_door()
    {
        var parts = new SamplePathParts
        {
            Name = "many",
            Ticks = 10,
            Ports = [.. Enumerable.Range(0, 3_000).Select(index => new SamplePort { Name = $"{index}", Laden = new SampleDelay(1_000, 0) })],
            Vessels = [],
            Stops = [],
            Orders = [],
        };

        Assert.Equal("problem-too-large", Assert.Single(Assert.Throws<BerthOpt.Diagnostics.InvalidInputException>(() => new SamplePath(parts)).Faults).Code);
    }

    [Fact]
    public void No_box_is_lost_or_made()
    {
        for (var seed = 1UL; seed <= 100; seed++)
        {
            var path = RandomSamplePaths.Of(seed);
            var boxes = path.Schedule.Ports.Sum(port => port.Empties) + path.Schedule.Vessels.Sum(vessel => vessel.Empties);

            EmptiesSimulator.Run(path, new CountingMoves(boxes, seed), seed);
        }
    }

    [Fact]
    public void A_tick_without_moves_allocates_nothing()
    {
        var path = RandomSamplePaths.Of(3);
        var state = new SimulationState(path.Schedule, new Rng(1));
        var policy = new NoRepositioning();
        state.Pass(0, path.OrdersAt(0), policy);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var tick = 1; tick < path.Schedule.Ticks; tick++)
        {
            state.Pass(tick, path.OrdersAt(tick), policy);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_copied_state_goes_on_as_the_first()
    {
        for (var seed = 1UL; seed <= 50; seed++)
        {
            var path = RandomSamplePaths.Of(seed);
            var (state, copy) = (new SimulationState(path.Schedule, null), new SimulationState(path.Schedule, null));
            for (var tick = 0; tick < path.Schedule.Ticks; tick++)
            {
                copy.CopyFrom(state);
                copy.Pass(tick, path.OrdersAt(tick), new RandomMoves(seed));
                state.Pass(tick, path.OrdersAt(tick), new RandomMoves(seed));
                Assert.Equal(Stocks(state), Stocks(copy));
            }
        }
    }

    internal static SamplePath Published(string name, int? ticks = null)
    {
        var file = PublicInstances.Files($"empties/maro-cim/{name}", "stops.csv").Single();
        return MaroFolder.Read(Path.GetDirectoryName(file)!, ticks);
    }

    private static int[] Stocks(SimulationState state) =>
    [
        .. Enumerable.Range(0, state.Schedule.Ports.Length).Select(state.Empties),
        .. Enumerable.Range(0, state.Schedule.Vessels.Length).Select(state.EmptiesAboard),
        .. Enumerable.Range(0, state.Schedule.Vessels.Length).Select(state.LadenAboard),
    ];

    // Boxes that leave the last tick's horizon stay aboard, so that the sum holds to the end.
    private sealed class CountingMoves(int boxes, ulong seed) : IRepositioningPolicy
    {
        private readonly RandomMoves moves = new(seed);

        public void Ordered(in SampleOrder order, int fulfilled)
        {
        }

        public void Loaded(int stop, int to, int quantity)
        {
        }

        public void Act(SimulationState state, int stop)
        {
            moves.Act(state, stop);
            var (ports, most) = (state.Schedule.Ports.Length, state.Schedule.MostReturnDelay);
            var sum = Stocks(state).Sum();
            for (var from = 0; from < ports; from++)
            {
                sum += Enumerable.Range(1, most).Sum(later => state.EmptyDue(from, state.Tick + later));
                sum += Enumerable.Range(0, ports).Sum(to => state.Waiting(from, to) + Enumerable.Range(1, most).Sum(later => state.LadenDue(from, to, state.Tick + later)));
            }

            Assert.Equal(boxes, sum);
        }
    }
}
