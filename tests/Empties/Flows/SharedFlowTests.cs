using BerthOpt.Diagnostics;
using BerthOpt.Empties.Flows;
using BerthOpt.Empties.Flows.Formats;
using BerthOpt.Search;
using Google.OrTools.Sat;

namespace BerthOpt.Tests.Empties.Flows;

/// <summary>Flows whose arcs share room: against whole-number models of OR-Tools, and as MPS files.</summary>
public sealed class SharedFlowTests
{
    private static readonly SolverOptions Limited = new() { TimeLimit = null, WorkLimit = 300_000, Threads = 1 };

    [Fact]
    public void Random_flows_that_share_room_are_between_bound_and_best()
    {
        var rng = new Rng(17);
        var (proven, plans, infeasible) = (0, 0, 0);
        for (var trial = 0; trial < 200; trial++)
        {
            var problem = Draw(rng);
            var best = LeastCost(problem);
            var result = FlowSolver.Solve(problem, Limited);

            Assert.True(best is null || result.LowerBound is null || result.LowerBound <= best, $"network {trial}: the bound {result.LowerBound} is above {best}");
            Assert.True(result.Cost is null || (best is not null && result.Cost >= best), $"network {trial}: {result.Cost} is below {best}");
            Assert.True(result.Status != SolveStatus.Infeasible || best is null, $"network {trial}: infeasible, but {best}");
            if (result.Plan is { } plan)
            {
                var check = FlowChecker.Check(problem, plan);
                Assert.True(check.IsValid && check.LowerBound == result.LowerBound, $"network {trial}: {check.LowerBound} is proven, {result.LowerBound} claimed");
                plans++;
                proven += result.Status == SolveStatus.Optimal ? 1 : 0;
            }

            infeasible += best is null ? 1 : 0;
        }

        Assert.True(plans + infeasible > 190 && proven > 60 && plans > 75, $"{plans} plans, {proven} proven, {infeasible} infeasible");
    }

    [Fact]
    public void What_a_room_limits_does_not_pay_without_end()
    {
        var problem = new FlowProblem(new FlowParts
        {
            Supplies = [0, 0],
            Arcs = [new(0, 1, 0, FlowProblem.Unlimited, -1), new(1, 0, 0, FlowProblem.Unlimited, 0)],
            Rooms = [new FlowRoom { Arcs = [0], Weights = [1], Limit = 5 }],
        });

        Assert.Null(FlowSolver.FindCycle(problem));
        Assert.Equal(0, FlowChecker.Saving(problem, [0, 1]));
        Assert.Equal(-5, FlowSolver.Solve(problem, Limited).Cost);

        var endless = new FlowProblem(problem.Parts with { Rooms = [] });
        Assert.Equal(1, FlowChecker.Saving(endless, FlowSolver.FindCycle(endless)!));
    }

    [Fact]
    public void Room_and_prices_are_judged()
    {
        var problem = new FlowProblem(new FlowParts
        {
            Supplies = [2, -2],
            Arcs = [new(0, 1, 0, 2, 1), new(0, 1, 0, 2, 1), new(0, 1, 0, 2, 5)],
            Rooms = [new FlowRoom { Arcs = [0, 1], Weights = [2, 2], Limit = 3 }],
        });

        var check = FlowChecker.Check(problem, new FlowPlan([1, 1, 0], [0, 0]) { Prices = [-1] });
        Assert.Equal([FlowFaultCodes.RoomExceeded], check.Faults.Select(fault => fault.Code));
        Assert.Null(check.LowerBound);
        Assert.Equal([FlowFaultCodes.PricesLength], FlowChecker.Check(problem, new FlowPlan([1, 0, 1]) { Prices = [1, 2] }).Faults.Select(fault => fault.Code));
        Assert.Equal(6, FlowSolver.Solve(problem, Limited).Cost);
        Assert.Throws<InvalidInputException>(() => new FlowProblem(problem.Parts with { Rooms = [new FlowRoom { Arcs = [0, 0], Weights = [1, 1], Limit = 3 }] }));
        Assert.Throws<InvalidInputException>(() => new FlowProblem(problem.Parts with { Rooms = [new FlowRoom { Arcs = [7], Weights = [0], Limit = -3 }] }));
    }

    /// <summary>With a price of 2 for each unit of room the bound is 2 * 5 - 3 * 2 = 4 in whole prices; with 64ths it is no worse.</summary>
    [Fact]
    public void Prices_of_room_prove_a_bound()
    {
        var problem = new FlowProblem(new FlowParts
        {
            Supplies = [2, -2],
            Arcs = [new(0, 1, 0, 2, 1), new(0, 1, 0, 2, 5)],
            Rooms = [new FlowRoom { Arcs = [0], Weights = [2], Limit = 3 }],
        });

        Assert.Equal(4, FlowChecker.Check(problem, new FlowPlan([1, 1], [0, 5]) { Prices = [2] }).LowerBound);
        Assert.Equal(4, FlowChecker.Check(problem, new FlowPlan([1, 1], [0, 320]) { Prices = [128], PriceScale = 64 }).LowerBound);
    }

    [Fact]
    public void An_MPS_file_is_read()
    {
        const string Text = """
            * two nodes, two arcs that share room
            NAME tiny
            ROWS
             N cost
             E a
             E b
             L u
            COLUMNS
             x cost 0.5 a 1
             x b -1 u 2.0
             y cost 5 a 1 b -1
            RHS
             RHS a 2 b -2
             RHS u 3
            BOUNDS
             UP BND y 9
            ENDATA
            """;
        var problem = FlowFormats.Read("tiny.mps", System.Text.Encoding.UTF8.GetBytes(Text)).Problem;

        Assert.Equal([2, -2], problem.Supplies);
        Assert.Equal([new FlowArc(0, 1, 0, FlowProblem.Unlimited, 5), new FlowArc(0, 1, 0, 9, 50)], problem.Arcs);
        Assert.Equal(3, Assert.Single(problem.Rooms).Limit);
        Assert.Equal(55, FlowSolver.Solve(problem, Limited).Cost);
    }

    [Theory]
    [InlineData("ROWS\n N c\nCOLUMNS\n x c 1 a 1\nENDATA", "unknown-id")]
    [InlineData("ROWS\n N c\n E a\nCOLUMNS\n x a 1\nENDATA", "no-arc")]
    [InlineData("ROWS\n N c\n E a\nCOLUMNS\n x a 1.5\nENDATA", "bad-number")]
    [InlineData("ROWS\n G a\nENDATA", "unexpected-token")]
    [InlineData("ROWS\n N c\n N c\nENDATA", "duplicate-id")]
    [InlineData("ROWS\n N c\n N d\nENDATA", "unexpected-token")]
    [InlineData("ROWS\n N c\nRANGES\nENDATA", "unexpected-token")]
    [InlineData("ROWS\n N c\nBOUNDS\n UP B x 3\nENDATA", "unknown-id")]
    [InlineData("ROWS\n N c\n", "truncated")]
    public void An_MPS_file_that_is_no_flow_is_refused(string text, string code) =>
        Assert.Contains(Assert.Throws<InvalidInputException>(() => FlowFormats.Read("x.mps", System.Text.Encoding.UTF8.GetBytes(text))).Faults, fault => fault.Code == code);

    /// <summary>The optimum of the relaxation that CLP and others find is 57,425,108.4.</summary>
    [Fact]
    public void The_published_three_types_come_to_the_bound_of_the_linear_program()
    {
        var file = PublicInstances.Files("empties/time-space", "mc3_WAF_16w.mps.gz")[0];
        var instance = FlowFormats.Read(file);
        var result = FlowSolver.Solve(instance.Problem, new SolverOptions { TimeLimit = null, WorkLimit = 150_000_000 });

        Assert.Equal(10, instance.CostScale);
        Assert.InRange(result.LowerBound!.Value, 574_251_000, 574_251_090);
        Assert.InRange(result.Cost!.Value, 574_251_084, 574_300_000);
    }

    private static FlowProblem Draw(Rng rng)
    {
        var parts = RandomFlows.Draw(rng).Parts;
        var arcs = parts.Arcs.Select(arc => arc with { Lower = Math.Max(0, arc.Lower), Capacity = Math.Max(Math.Max(0, arc.Lower), arc.Capacity == FlowProblem.Unlimited ? 20 : arc.Capacity) }).ToArray();
        var rooms = Enumerable.Range(0, arcs.Length == 0 ? 0 : rng.Next(4)).Select(_ =>
        {
            var its = Enumerable.Range(0, arcs.Length).Where(_ => rng.Next(3) == 0).DefaultIfEmpty(0).ToArray();
            return new FlowRoom { Arcs = [.. its], Weights = [.. its.Select(_ => rng.Next(1, 4))], Limit = rng.Next(4, 30) };
        }).ToArray();
        return new FlowProblem(parts with { Arcs = [.. arcs], Rooms = [.. rooms] });
    }

    private static long? LeastCost(FlowProblem problem)
    {
        var model = new CpModel();
        var flows = problem.Arcs.Select((arc, index) => model.NewIntVar(arc.Lower, arc.Capacity, $"{index}")).ToArray();
        for (var node = 0; node < problem.Supplies.Length; node++)
        {
            var outs = problem.Arcs.Select((arc, index) => (arc.Tail == node ? 1 : 0) - (arc.Head == node ? 1 : 0)).ToArray();
            model.Add(LinearExpr.WeightedSum(flows, outs) == problem.Supplies[node]);
        }

        foreach (var room in problem.Rooms)
        {
            model.Add(LinearExpr.WeightedSum(room.Arcs.Select(arc => flows[arc]), room.Weights) <= room.Limit);
        }

        model.Minimize(LinearExpr.WeightedSum(flows, problem.Arcs.Select(arc => arc.Cost)));
        using var solver = new CpSolver { StringParameters = "num_workers:1,max_time_in_seconds:60" };
        var status = solver.Solve(model);
        Assert.True(status is CpSolverStatus.Optimal or CpSolverStatus.Infeasible, $"The oracle ended with {status}.");
        return status == CpSolverStatus.Optimal ? (long)Math.Round(solver.ObjectiveValue) : null;
    }
}
