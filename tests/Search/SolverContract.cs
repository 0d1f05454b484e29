using System.Diagnostics;
using BerthOpt.Search;

namespace BerthOpt.Tests.Search;

/// <summary>The laws that every solver obeys, whatever its problem. A solver's tests derive from it and say how to call the solver.</summary>
/// <typeparam name="TProblem">The kind of problem.</typeparam>
/// <typeparam name="TPlan">The kind of plan.</typeparam>
public abstract class SolverContract<TProblem, TPlan>
    where TPlan : class
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.5);

    /// <summary>Problems of every kind, each with a plan, none solved in no time.</summary>
    protected abstract IReadOnlyList<(string Kind, TProblem Problem)> Problems { get; }

    /// <summary>A problem with nothing to plan.</summary>
    protected abstract TProblem Nothing { get; }

    /// <summary>A problem with one thing to plan.</summary>
    protected abstract TProblem One { get; }

    /// <summary>Work that gives a plan of every problem within a fraction of a second.</summary>
    protected abstract long Work { get; }

    /// <summary>Calls the solver.</summary>
    protected abstract SolveResult<TPlan> Solve(TProblem problem, SolverOptions? options, IProgress<SolveProgress>? progress, CancellationToken cancellation);

    /// <summary>What the checker says: the faults, and the cost.</summary>
    protected abstract (IReadOnlyList<string> Faults, long Cost) Check(TProblem problem, TPlan plan);

    /// <summary>A text that is the same for equal plans alone.</summary>
    protected abstract string Identity(TPlan plan);

    [Fact]
    public void A_plan_is_approved_by_the_checker_at_the_same_cost() => All((_, problem) =>
    {
        var result = Solve(problem, Limited());
        Assert.NotNull(result.Plan);
        AssertSound(problem, result);
    });

    [Fact]
    public void The_number_of_threads_does_not_change_the_plan() => All((kind, problem) =>
    {
        var results = new[] { 1, 2, 4 }.Select(threads => Solve(problem, Limited() with { Threads = threads })).ToList();

        Assert.All(results, result => AssertSame(kind, results[0], result));
    });

    [Fact]
    public void Options_can_be_used_again() => All((kind, problem) =>
    {
        var options = Limited() with { Seed = 7 };

        AssertSame(kind, Solve(problem, options), Solve(problem, options));
    });

    /// <summary>The time runs out in the middle of what the solver does next; what it had begun must not show in the plan.</summary>
    [Fact]
    public void The_work_that_was_reported_gives_the_plan_again() => All((kind, problem) =>
    {
        var clock = new StandingClock();
        var reports = 0;
        var told = new Told(_ => clock.Runs |= ++reports == 3);
        var timed = Solve(problem, new SolverOptions { TimeLimit = TimeSpan.FromSeconds(5), TimeProvider = clock, Threads = 2 }, told, CancellationToken.None);
        var again = Solve(problem, new SolverOptions { TimeLimit = null, WorkLimit = timed.Statistics.Work, Threads = 1 });

        Assert.True(reports < 3 || timed.Statistics.Work > 0, $"{kind}: no work");
        AssertSame(kind, timed, again);
    });

    [Fact]
    public void A_work_limit_is_kept() => All((kind, problem) =>
    {
        foreach (var work in new[] { 0, 1, Work / 2 })
        {
            var result = Solve(problem, Limited() with { WorkLimit = work });

            Assert.True(result.Statistics.Work <= work, $"{kind}: {result.Statistics.Work} of {work}");
            AssertSound(problem, result);
        }
    });

    [Fact]
    public void A_time_limit_is_kept() => All((kind, problem) =>
    {
        foreach (var limit in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(0.1) })
        {
            AssertPrompt(kind, limit, () => AssertSound(problem, Solve(problem, new SolverOptions { TimeLimit = limit })));
        }
    });

    [Fact]
    public void Who_cancels_before_the_start_gets_an_answer_at_once() => All((kind, problem) => AssertPrompt(kind, TimeSpan.Zero, () =>
    {
        var result = Solve(problem, new SolverOptions(), null, new CancellationToken(canceled: true));

        Assert.Equal(StopReason.Cancelled, result.StopReason);
        AssertSound(problem, result);
    }));

    [Fact]
    public void Who_cancels_on_the_way_gets_the_best_plan_so_far() => All((kind, problem) =>
    {
        using var source = new CancellationTokenSource();
        var told = new Told(_ => source.Cancel());
        var result = Solve(problem, new SolverOptions { TimeLimit = TimeSpan.FromMinutes(1) }, told, source.Token);

        AssertSound(problem, result);
        Assert.True(result.StopReason is StopReason.Cancelled or StopReason.Proven, $"{kind}: {result.StopReason}");
        Assert.True(told.Last is not { Cost: { } cost } || result.Cost <= cost, $"{kind}: told {told.Last?.Cost}, returned {result.Cost}");
    });

    [Fact]
    public void Progress_never_goes_back() => All((kind, problem) =>
    {
        SolveProgress? before = null;
        var told = new Told(now =>
        {
            Assert.True(before is not { } last || (!(now.Cost > last.Cost) && !(now.LowerBound < last.LowerBound) && now.Work >= last.Work && now.Seconds >= last.Seconds), $"{kind}: {before}, then {now}");
            before = now;
        });
        Solve(problem, Limited(), told, CancellationToken.None);
    });

    [Fact]
    public void A_target_ends_the_run() => All((kind, problem) =>
    {
        var plain = Solve(problem, Limited());
        var result = Solve(problem, Limited() with { Target = plain.Cost });

        AssertSound(problem, result);
        Assert.True(result.Cost <= plain.Cost && result.StopReason is StopReason.TargetReached or StopReason.Proven, $"{kind}: {result.Cost} of {plain.Cost}, {result.StopReason}");
        Assert.True(result.Statistics.Work <= plain.Statistics.Work, $"{kind}: {result.Statistics.Work} units of work, {plain.Statistics.Work} without a target");
    });

    [Fact]
    public void Nothing_to_plan_is_planned_at_its_best() => AssertOptimal(Nothing);

    [Fact]
    public void One_thing_is_planned_at_its_best() => AssertOptimal(One);

    [Fact]
    public void Options_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Solve(One, new SolverOptions { Threads = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Solve(One, new SolverOptions { WorkLimit = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Solve(One, new SolverOptions { Gap = double.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Solve(One, new SolverOptions { TimeLimit = TimeSpan.FromSeconds(-1) }));
    }

    private SolverOptions Limited() => new() { TimeLimit = null, WorkLimit = Work, Threads = 1 };

    private SolveResult<TPlan> Solve(TProblem problem, SolverOptions options) => Solve(problem, options, null, CancellationToken.None);

    private void All(Action<string, TProblem> law)
    {
        foreach (var (kind, problem) in Problems)
        {
            law(kind, problem);
        }
    }

    private void AssertOptimal(TProblem problem)
    {
        var result = Solve(problem, Limited());

        AssertSound(problem, result);
        Assert.Equal(SolveStatus.Optimal, result.Status);
    }

    /// <summary>The parts of a result agree with each other and with the checker.</summary>
    private void AssertSound(TProblem problem, SolveResult<TPlan> result)
    {
        var (cost, bound) = (result.Cost, result.LowerBound);
        if (result.Plan is { } plan)
        {
            var (faults, price) = Check(problem, plan);
            Assert.Empty(faults);
            Assert.Equal(price, cost);
            Assert.True(bound is null || bound <= cost, $"the bound {bound} is above the cost {cost}");
            Assert.Equal(bound == cost ? SolveStatus.Optimal : SolveStatus.Feasible, result.Status);
        }
        else
        {
            Assert.Null(cost);
            Assert.True(result.Status is SolveStatus.Unknown or SolveStatus.Infeasible, $"{result.Status} without a plan");
        }

        Assert.True(bound is null == (result.BoundMethod == "none"), $"the bound {bound} is by {result.BoundMethod}");
        Assert.True(result.StopReason != StopReason.Proven || result.Status is SolveStatus.Optimal or SolveStatus.Infeasible, $"Proven, but {result.Status}");
    }

    private void AssertSame(string kind, SolveResult<TPlan> one, SolveResult<TPlan> two)
    {
        Assert.True((one.Plan is null) == (two.Plan is null), $"{kind}: a plan in one run only");
        Assert.True(one.Plan is null || Identity(one.Plan) == Identity(two.Plan!), $"{kind}: {one.Cost}, then {two.Cost}");
        Assert.Equal(one.Cost, two.Cost);
    }

    /// <summary>
    /// On a busy machine a run waits for a processor, which is not its fault: what counts is the time on the clock or on the
    /// processors, whichever is less, and the best of three attempts.
    /// </summary>
    private static void AssertPrompt(string kind, TimeSpan limit, Action run)
    {
        var fastest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3 && fastest > limit + Moment; attempt++)
        {
            var (begin, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            run();
            TimeSpan[] times = [fastest, Stopwatch.GetElapsedTime(begin), Environment.CpuUsage.TotalTime - busy];
            fastest = times.Min();
        }

        Assert.True(fastest <= limit + Moment, $"{kind}: {fastest.TotalSeconds:F2} s with a limit of {limit.TotalSeconds:F2} s");
    }

    /// <summary>Told at once, on the solver's thread.</summary>
    private sealed class Told(Action<SolveProgress> act) : IProgress<SolveProgress>
    {
        public SolveProgress? Last { get; private set; }

        public void Report(SolveProgress value)
        {
            Last = value;
            act(value);
        }
    }

    /// <summary>A clock that stands still until it is told to run, and then goes on by a second each time that it is read.</summary>
    private sealed class StandingClock : TimeProvider
    {
        private long seconds;

        public bool Runs { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Runs ? Interlocked.Increment(ref seconds) : Interlocked.Read(ref seconds);
    }
}
