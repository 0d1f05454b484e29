using BerthOpt.Berths;
using BerthOpt.Cranes;
using BerthOpt.Empties;
using BerthOpt.Empties.Flows;
using BerthOpt.Search;
using Microsoft.Extensions.Logging;

namespace BerthOpt.Tests.Search;

public sealed class SolverLogTests
{
    private readonly ListLogger _log = new();

    [Fact]
    public void A_run_tells_its_begin_better_plans_and_bounds_and_its_end()
    {
        var problem = BerthGenerator.MeiselBierwirth(10, 1);

        var result = BerthSolver.Solve(problem, Options(_log));

        Assert.Equal((1, LogLevel.Debug), (_log.Lines[0].Id.Id, _log.Lines[0].Level));
        Assert.All([2, 3], id => Assert.Contains(_log.Lines, line => line.Id.Id == id && line.Level == LogLevel.Debug));
        var end = _log.Lines[^1];
        Assert.Equal((4, "SolveEnds", LogLevel.Information), (end.Id.Id, end.Id.Name, end.Level));
        Assert.Equal((result.Status, result.Cost, result.LowerBound), (end.Values["Status"], end.Values["Cost"], end.Values["LowerBound"]));
        Assert.Equal("BerthPlan", end.Values["Plan"]);
    }

    [Fact]
    public void A_logger_changes_no_plan()
    {
        var problem = BerthGenerator.MeiselBierwirth(20, 1);

        Assert.Equal(BerthSolver.Solve(problem, Options(null)).Plan!.Hash, BerthSolver.Solve(problem, Options(_log)).Plan!.Hash);
    }

    [Fact]
    public void Every_solver_tells_how_it_ended_once()
    {
        var cranes = CraneSolver.Solve(CraneGenerator.KimPark(8, 1), Options(_log));
        var empties = EmptiesSolver.Solve(EmptiesGenerator.Hub(5, 1, weeks: 3), Options(_log));
        var flows = FlowSolver.Solve(new FlowProblem(new FlowParts { Supplies = [2, -2], Arcs = [new FlowArc(0, 1, 0, 5, 3)] }), Options(_log));
        var windows = RollingBerthSolver.Solve(BerthGenerator.MeiselBierwirth(20, 1), new RollingOptions { WindowCalls = 10, OverlapCalls = 5 }, Options(_log));

        Assert.Equal([cranes.Cost, empties.Cost, flows.Cost, windows.Cost], _log.Lines.Where(line => line.Id.Id == 4).Select(line => (long?)line.Values["Cost"]));
    }

    [Fact]
    public void A_run_without_time_tells_its_end_too()
    {
        BerthSolver.Solve(BerthGenerator.MeiselBierwirth(10, 1), Options(_log) with { TimeLimit = TimeSpan.Zero });

        var end = Assert.Single(_log.Lines);
        Assert.Equal((4, SolveStatus.Unknown, StopReason.TimeLimit), (end.Id.Id, end.Values["Status"], end.Values["StopReason"]));
    }

    [Fact]
    public void What_is_not_listened_to_is_not_told()
    {
        _log.Least = LogLevel.Information;

        BerthSolver.Solve(BerthGenerator.MeiselBierwirth(10, 1), Options(_log));

        Assert.Equal(4, Assert.Single(_log.Lines).Id.Id);
    }

    private static SolverOptions Options(ILogger? log) => new() { TimeLimit = null, WorkLimit = 200_000, Threads = 2, Logger = log };

    private sealed record Line(LogLevel Level, EventId Id, IReadOnlyDictionary<string, object?> Values);

    private sealed class ListLogger : ILogger
    {
        public List<Line> Lines { get; } = [];

        public LogLevel Least { get; set; } = LogLevel.Trace;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= Least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(new Line(logLevel, eventId, ((IReadOnlyList<KeyValuePair<string, object?>>)state!).ToDictionary()));
    }
}
