using BerthOpt.Diagnostics;
using BerthOpt.Empties.Flows;
using BerthOpt.Search;
using BerthOpt.Tests.Search;

namespace BerthOpt.Tests.Empties.Flows;

/// <summary>The flow solver obeys the laws of all solvers, and agrees with OR-Tools.</summary>
public sealed class FlowSolverTests : SolverContract<FlowProblem, FlowPlan>
{
    private static readonly SolverOptions Endless = new() { TimeLimit = null };

    protected override IReadOnlyList<(string Kind, FlowProblem Problem)> Problems =>
        [("grid", Grid(20, 30, 1)), ("grid with least flows", Grid(12, 12, 2, least: 1)), ("days", Days(5, 40, 3))];

    protected override FlowProblem Nothing => new(new FlowParts());

    protected override FlowProblem One => new(new FlowParts { Supplies = [1, -1], Arcs = [new FlowArc(0, 1, 0, 1, 5)] });

    protected override long Work => 2_000_000;

    protected override SolveResult<FlowPlan> Solve(FlowProblem problem, SolverOptions? options, IProgress<SolveProgress>? progress, CancellationToken cancellation) =>
        FlowSolver.Solve(problem, options, progress, cancellation);

    protected override (IReadOnlyList<string> Faults, long Cost) Check(FlowProblem problem, FlowPlan plan)
    {
        var check = FlowChecker.Check(problem, plan);
        return ([.. check.Faults.Select(fault => fault.ToString())], check.Cost);
    }

    protected override string Identity(FlowPlan plan) => plan.Hash;

    [Fact]
    public void A_problem_is_needed()
    {
        Assert.Throws<ArgumentNullException>(() => FlowSolver.Solve(null!));
        Assert.Throws<ArgumentNullException>(() => FlowSolver.FindCut(null!));
        Assert.Throws<ArgumentNullException>(() => FlowSolver.FindCycle(null!));
    }

    [Fact]
    public void Twenty_thousand_small_networks_end_as_in_OR_Tools()
    {
        var rng = new Rng(5);
        var (optimal, infeasible, endless) = (0, 0, 0);
        for (var trial = 0; trial < 20_000; trial++)
        {
            var problem = RandomFlows.Draw(rng);
            var least = FlowOracle.LeastCost(problem);
            if (least == long.MinValue)
            {
                var refusal = Assert.Throws<InvalidInputException>(() => FlowSolver.Solve(problem, Endless));
                Assert.Equal("unbounded", Assert.Single(refusal.Faults).Code);
                Assert.True(FlowChecker.Saving(problem, FlowSolver.FindCycle(problem)!) > 0, $"network {trial}: a cycle that proves nothing");
                endless++;
                continue;
            }

            var result = FlowSolver.Solve(problem, Endless);
            Assert.True(least == result.Cost && result.LowerBound == least, $"network {trial}: {result.Status} at {result.Cost}; expected {least}");
            Assert.Equal(least is null ? SolveStatus.Infeasible : SolveStatus.Optimal, result.Status);
            var cut = FlowSolver.FindCut(problem);
            Assert.Equal(least is null, cut is not null);
            Assert.Null(FlowSolver.FindCycle(problem));
            Assert.True(cut is null || FlowChecker.Excess(problem, cut) > 0, $"network {trial}: a cut that proves nothing");
            (optimal, infeasible) = least is null ? (optimal, infeasible + 1) : (optimal + 1, infeasible);
        }

        Assert.True(optimal > 4000 && infeasible > 4000 && endless > 100, $"{optimal} optimal, {infeasible} infeasible, {endless} unbounded");
    }

    [Fact]
    public void A_cycle_that_pays_without_end_is_told_by_its_arcs()
    {
        var problem = new FlowProblem(new FlowParts
        {
            Supplies = [0, 0, 0],
            Arcs = [new(0, 1, 0, 5, -9), new(1, 2, 0, FlowProblem.Unlimited, 2), new(2, 1, 0, FlowProblem.Unlimited, -3)],
        });

        var fault = Assert.Single(Assert.Throws<InvalidInputException>(() => FlowSolver.Solve(problem)).Faults);

        Assert.Equal("unbounded", fault.Code);
        Assert.Contains("costs -1 a unit", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Whether there is any flow beside the cycle is told by pivots without costs; they end with the limit as all others do.</summary>
    [Fact]
    public void A_cycle_without_end_is_found_within_the_work_limit()
    {
        const int Sides = 200;
        var rng = new Rng(3);
        var arcs = Enumerable.Range(0, 20 * Sides).Select(index => new FlowArc(index % Sides, Sides + ((index + (index / Sides * 7)) % Sides), 0, 2, rng.Next(50)));
        var problem = new FlowProblem(new FlowParts
        {
            Supplies = [.. Enumerable.Repeat(1L, Sides), .. Enumerable.Repeat(-1L, Sides)],
            Arcs = [new FlowArc(0, 1, 0, FlowProblem.Unlimited, -90), new FlowArc(1, 0, 0, FlowProblem.Unlimited, 1), .. arcs],
        });

        var cut = FlowSolver.Solve(problem, Endless with { WorkLimit = 5_000 });

        Assert.Equal((SolveStatus.Unknown, StopReason.WorkLimit), (cut.Status, cut.StopReason));
        Assert.InRange(cut.Statistics.Work, 1, 5_000);
        Assert.Throws<InvalidInputException>(() => FlowSolver.Solve(problem, Endless));
    }

    /// <summary>Merging the days over storage of 40 boxes supposes that it is enough; here it is not.</summary>
    [Fact]
    public void Storage_that_is_nearly_endless_is_still_kept()
    {
        var problem = new FlowProblem(new FlowParts
        {
            Supplies = [100, 0, 0, -100],
            Arcs = [new(0, 1, 0, 100, 0), new(1, 2, 0, 40, 1), new(2, 3, 0, 100, 0), new(0, 3, 0, 100, 7)],
        });

        Assert.Equal(40 + 420, FlowSolver.Solve(problem, Endless).Cost);
    }

    /// <summary>Large enough for cost scaling, which sees neither.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(FlowProblem.Unlimited)]
    public void An_arc_from_a_node_to_itself_that_pays_is_seen_in_large_networks_too(long capacity)
    {
        const int Nodes = 20_000;
        var arcs = new List<FlowArc> { new(7, 7, 0, capacity, -3) };
        for (var node = 0; node < Nodes; node++)
        {
            arcs.AddRange(new[] { 1, 2, 141, 9_999 }.Select(step => new FlowArc(node, (node + step) % Nodes, 0, 10, 1)));
        }

        var supplies = new long[Nodes];
        (supplies[0], supplies[141]) = (1, -1);
        var problem = new FlowProblem(new FlowParts { Supplies = [.. supplies], Arcs = [.. arcs] });

        if (capacity == FlowProblem.Unlimited)
        {
            Assert.Equal("unbounded", Assert.Single(Assert.Throws<InvalidInputException>(() => FlowSolver.Solve(problem, Endless)).Faults).Code);
        }
        else
        {
            var result = FlowSolver.Solve(problem, Endless);
            Assert.Equal((SolveStatus.Optimal, -14), (result.Status, result.Cost));
        }
    }

    /// <summary>A way of 2,000 arcs becomes one arc that costs as much as all of them; beside 2,000 other nodes that is more than prices of the smaller network may be.</summary>
    [Fact]
    public void A_long_way_of_great_costs_does_not_overflow_when_it_becomes_one_arc()
    {
        const int Length = 2_000;
        var arcs = new List<FlowArc> { new(0, Length, 0, 1, 1) };
        for (var node = 0; node < Length; node++)
        {
            arcs.Add(new FlowArc(node, node + 1, 0, 2, 1L << 46));
        }

        for (var node = Length; node < 2 * Length; node++)
        {
            arcs.AddRange([new FlowArc(node, node + 1, 0, 1, 0), new FlowArc(node, node + 1, 0, 1, 1), new FlowArc(node + 1, node, 0, 1, 0), new FlowArc(node + 1, node, 0, 1, 1)]);
        }

        var supplies = new long[(2 * Length) + 1];
        (supplies[0], supplies[^1]) = (2, -2);

        var result = FlowSolver.Solve(new FlowProblem(new FlowParts { Supplies = [.. supplies], Arcs = [.. arcs] }), Endless);

        Assert.Equal((SolveStatus.Optimal, 1 + (Length * (1L << 46)) + Length), (result.Status, result.Cost));
    }

    /// <summary>A grid of crossings with a supply in one corner and a demand in the other.</summary>
    private static FlowProblem Grid(int rows, int columns, ulong seed, int least = 0)
    {
        var rng = new Rng(seed);
        var arcs = new List<FlowArc>();
        for (var node = 0; node < rows * columns; node++)
        {
            foreach (var next in new[] { node % columns + 1 < columns ? node + 1 : -1, node + columns })
            {
                if (next >= 0 && next < rows * columns)
                {
                    arcs.Add(new FlowArc(node, next, node % 7 == 0 ? least : 0, 4 + rng.Next(30), 1 + rng.Next(50)));
                    arcs.Add(new FlowArc(next, node, 0, 9, 1 + rng.Next(50)));
                }
            }
        }

        var supplies = new long[rows * columns];
        (supplies[0], supplies[^1]) = (8, -8);
        return new FlowProblem(new FlowParts { Supplies = [.. supplies], Arcs = [.. arcs] });
    }

    /// <summary>Ports by days: storage without a limit, a ship a day, returns and demands.</summary>
    private static FlowProblem Days(int ports, int days, ulong seed)
    {
        var rng = new Rng(seed);
        var arcs = new List<FlowArc>();
        var supplies = new long[(ports * days) + 1];
        for (var day = 0; day < days; day++)
        {
            for (var port = 0; port < ports; port++)
            {
                var node = (port * days) + day;
                supplies[node] = rng.Next(-6, 7);
                supplies[^1] -= supplies[node];
                arcs.Add(new FlowArc(node, day + 1 < days ? node + 1 : ports * days, 0, FlowProblem.Unlimited, 2));
                arcs.Add(new FlowArc(ports * days, node, 0, FlowProblem.Unlimited, 900));
                if (day + 3 < days && rng.Next(2) == 0)
                {
                    arcs.Add(new FlowArc(node, (rng.Next(ports) * days) + day + 3, 0, 5, 30 + rng.Next(100)));
                }
            }
        }

        return new FlowProblem(new FlowParts { Supplies = [.. supplies], Arcs = [.. arcs] });
    }
}
