using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>Setting up a search: cheap where calls are alike, and never longer than the run may last.</summary>
public sealed class BerthModelTests
{
    [Fact]
    public void A_model_that_is_not_done_in_time_is_given_up()
    {
        var clock = new CountingClock();
        var stop = new StopMonitor(new SolverOptions { TimeLimit = TimeSpan.FromSeconds(50), TimeProvider = clock }, CancellationToken.None);

        Assert.Null(BerthModel.TryBuild(Problem(100, Calls(1000)), stop));
        Assert.InRange(clock.Readings, 50, 60);
    }

    [Fact]
    public void A_run_whose_time_ends_before_its_search_begins_says_so()
    {
        var options = new SolverOptions { TimeLimit = TimeSpan.FromSeconds(50), TimeProvider = new CountingClock(), Threads = 1 };
        var result = BerthSolver.Solve(Problem(100, Calls(1000)), options);

        Assert.Equal((SolveStatus.Unknown, StopReason.TimeLimit, 0L), (result.Status, result.StopReason, result.Statistics.Moves));
        Assert.Null(result.LowerBound);
    }

    [Fact]
    public void Calls_with_the_same_windows_and_bans_share_their_tables()
    {
        Call With(string id, int length, params Interval[] windows) => Call(id, length) with { ArrivalWindows = Tide(windows), DepartureWindows = Tide(windows) };
        var calls = new BerthModel(Problem(
            100,
            [
                With("A", 5, new Interval(0, 40)), With("B", 7, new Interval(0, 40)), With("C", 12, new Interval(0, 40)), With("D", 5, new Interval(0, 41)), Call("E", 12), Call("F", 13), Call("G", 3),
            ],
            Ban(10, 30, 50), Ban(4, 10, 20))).Calls;

        Assert.Same(calls[0].NextDeparture, calls[1].NextDeparture);
        Assert.Same(calls[0].ArrivalSlots, calls[1].ArrivalSlots);
        Assert.Same(calls[4].NextDeparture, calls[5].NextDeparture);
        Assert.Equal(4, calls.Take(6).Select(call => call.NextDeparture).Distinct().Count());
        Assert.Null(calls[6].NextDeparture);
        Assert.Null(calls[6].ArrivalSlots);
    }

    [Fact]
    public void The_tables_are_windows_less_bans_whatever_their_order()
    {
        for (ulong seed = 0; seed < 200; seed++)
        {
            var rng = new Rng(seed);
            var bans = Enumerable.Range(0, rng.Next(1, 5)).Select(_ => Ban(rng.Next(0, 10), rng.Next(0, 60), 0)).Select(ban => ban with { Slots = new Interval(ban.Slots.From, ban.Slots.From + rng.Next(1, 30)) }).ToArray();
            var from = rng.Next(-5, 20);
            Interval[] windows = [new(from, from + 10), new(from + 15, from + 90)];
            var call = Call("A", 5) with { ArrivalWindows = Tide(windows), DepartureWindows = Tide(windows) };
            var model = new BerthModel(Problem(50, [call], bans)).Calls[0];

            bool May(int slot) => windows.Any(window => window.From <= slot && slot < window.To) && !bans.Any(ban => ban.MinLength <= 5 && ban.Slots.From <= slot && slot < ban.Slots.To);
            for (var slot = 0; slot <= 50; slot++)
            {
                Assert.Equal(May(slot), (model.ArrivalSlots![slot >> 6] >> (slot & 63) & 1) == 1);
                Assert.Equal(Enumerable.Range(slot, 51 - slot).Where(May).DefaultIfEmpty(int.MaxValue).First(), model.NextDeparture![slot]);
            }
        }
    }

    [Fact]
    public void A_crane_with_overlapping_outages_is_missing_once()
    {
        CraneOutage Out(int crane, int from, int to) => new(crane, new Interval(from, to));
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 10,
            Quays = [new Quay { Id = "Q", Length = 20 }],
            CranePools = [new CranePool { Id = "P", Count = 3, Quays = [0], Outages = [Out(1, 4, 8), Out(0, 2, 5), Out(1, 1, 6), Out(1, 2, 3), Out(2, 9, 40)] }],
        });

        Assert.Equal([3, 2, 1, 1, 1, 2, 2, 2, 3, 2], new BerthModel(problem).Pools[0].Capacity);
    }

    /// <summary>Cells of berths are found from both ends, not one by one for each berth: a hundred thousand berths took a minute.</summary>
    [Theory]
    [InlineData(QuayLayout.Discrete)]
    [InlineData(QuayLayout.Hybrid)]
    public void Closures_close_the_cells_that_they_touch(QuayLayout layout)
    {
        for (ulong seed = 0; seed < 100; seed++)
        {
            var rng = new Rng(seed);
            var berths = new List<Berth>();
            for (var start = rng.Next(3); start < 30; start = berths[^1].Start + berths[^1].Length + (rng.Next(2) * rng.Next(4)))
            {
                berths.Add(new Berth { Id = $"{start}", Start = start, Length = rng.Next(1, 5), Open = rng.Next(2) * rng.Next(4), Close = rng.Next(2) == 0 ? int.MaxValue : 7 });
            }

            var from = rng.Next(30);
            var closed = new Interval(from, from + rng.Next(1, 5));
            var problem = new BerthProblem(new BerthParts
            {
                Horizon = 10,
                Quays = [new Quay { Id = "Q", Length = 40, Layout = layout, Berths = [.. berths] }],
                Closures = [new Closure { Quay = 0, Sections = closed, Slots = new Interval(3, 6) }],
            });
            var view = new QuayModel(problem, 0);
            for (var cell = 0; cell < view.Cells; cell++)
            {
                var touched = view.Section(cell) < closed.To && closed.From < view.EndSection(cell, 1);
                for (var slot = 0; slot < 10; slot++)
                {
                    var shut = view.BerthOf(cell) >= 0 && (slot < berths[view.BerthOf(cell)].Open || slot >= berths[view.BerthOf(cell)].Close);
                    var bit = view.Closed is { } bits && (bits[(slot * view.Words) + (cell >> 6)] >> (cell & 63) & 1) == 1;
                    Assert.Equal(shut || (touched && slot is >= 3 and < 6), bit);
                }
            }
        }
    }

    /// <summary>A hundred thousand breaks were looked at for each section of the quay.</summary>
    [Theory]
    [InlineData(QuayLayout.Continuous)]
    [InlineData(QuayLayout.Discrete)]
    [InlineData(QuayLayout.Hybrid)]
    public void Places_are_those_that_the_checker_finds_nothing_wrong_with(QuayLayout layout)
    {
        var counts = new int[2];
        for (ulong seed = 0; seed < 300; seed++)
        {
            var rng = new Rng(seed);
            Interval Stretch() => rng.Next(30) is var from ? new Interval(from, from + rng.Next(1, 41 - from)) : default;
            var berths = new List<Berth>();
            for (var start = rng.Next(3); layout != QuayLayout.Continuous && start < 34; start = berths[^1].Start + berths[^1].Length + (rng.Next(2) * rng.Next(3)))
            {
                berths.Add(new Berth { Id = $"{start}", Start = start, Length = rng.Next(1, 7) });
            }

            var quay = new Quay
            {
                Id = "Q",
                Length = 40,
                Layout = layout,
                Berths = [.. berths],
                Breaks = [.. Enumerable.Range(0, rng.Next(3)).Select(_ => rng.Next(1, 40)).Distinct().Order()],
                Depths = [.. Enumerable.Range(0, rng.Next(3)).Select(_ => Stretch() is var at ? new DepthStretch(at.From, at.To, rng.Next(800, 1200)) : default!)],
            };
            var call = Call("A", rng.Next(1, 9)) with
            {
                DraughtCentimetres = rng.Next(2) * 1000,
                BerthsNeeded = layout == QuayLayout.Hybrid ? rng.Next(4) : 0,
                Allowed = [.. Enumerable.Range(0, rng.Next(4)).Select(_ => new Place(0, Stretch()))],
            };
            var problem = new BerthProblem(new BerthParts { Horizon = 10, Quays = [quay], Calls = [call] });
            var model = new BerthModel(problem);
            for (var cell = 0; cell < model.Quays[0].Cells; cell++)
            {
                var berth = model.Quays[0].BerthOf(cell);
                if (layout == QuayLayout.Continuous || berth >= 0)
                {
                    var plan = new BerthPlan([new Assignment(0, berth, model.Quays[0].Section(cell), 0, 3)]);
                    var allowed = model.Calls[0].Zones.Any(zone => (zone.Allowed[cell >> 6] >> (cell & 63) & 1) == 1);
                    Assert.Equal(BerthChecker.Check(problem, plan).IsValid, allowed);
                    counts[allowed ? 1 : 0]++;
                }
            }
        }

        Assert.All(counts, count => Assert.InRange(count, 100, int.MaxValue));
    }

    private static Call Call(string id, int length) => new() { Id = id, Length = length, Arrival = 0, Handling = Handling.Fixed(3), Rates = new Rates { Waiting = 1 } };

    private static Call[] Calls(int count) => [.. Enumerable.Range(0, count).Select(number => Call($"{number}", 3))];

    private static TideWindows Tide(params Interval[] windows) => new(windows);

    private static MovementBan Ban(int length, int from, int to) => new() { Slots = new Interval(from, Math.Max(from + 1, to)), MinLength = length };

    private static BerthProblem Problem(int horizon, Call[] calls, params MovementBan[] bans) => new(new BerthParts
    {
        Horizon = horizon,
        Quays = [new Quay { Id = "Q", Length = 20 }],
        Movements = new MovementLimits { Bans = [.. bans] },
        Calls = [.. calls],
    });

    /// <summary>A clock that goes on by a second each time that it is read.</summary>
    private sealed class CountingClock : TimeProvider
    {
        private long _seconds;

        public long Readings => Interlocked.Read(ref _seconds);

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref _seconds);
    }
}
