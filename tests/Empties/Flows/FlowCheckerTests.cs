using BerthOpt.Empties.Flows;

namespace BerthOpt.Tests.Empties.Flows;

public sealed class FlowCheckerTests
{
    /// <summary>Two ways from a port with 5 empties to one that needs them: 3 at a cost of 2, and as many as one likes at 7.</summary>
    private static readonly FlowProblem Two = new(new FlowParts
    {
        Supplies = [5, -5],
        Arcs = [new(0, 1, 0, 3, 2), new(0, 1, 1, FlowProblem.Unlimited, 7)],
    });

    [Fact]
    public void The_best_plan_is_proven_by_its_potentials()
    {
        var check = FlowChecker.Check(Two, new FlowPlan([3, 2], [0, 7]));

        Assert.True(check.IsOptimal);
        Assert.Equal((20L, 20L), (check.Cost, check.LowerBound));
    }

    [Fact]
    public void Other_potentials_prove_less_and_none_prove_nothing()
    {
        Assert.Equal(11, FlowChecker.Check(Two, new FlowPlan([3, 2], [0, 1])).LowerBound);
        Assert.Null(FlowChecker.Check(Two, new FlowPlan([3, 2], [0, 8])).LowerBound);
        Assert.Null(FlowChecker.Check(Two, new FlowPlan([3, 2])).LowerBound);
        Assert.False(FlowChecker.Check(Two, new FlowPlan([2, 3], [0, 7])).IsOptimal);
    }

    [Theory]
    [InlineData(FlowFaultCodes.FlowTooHigh, -1, new long[] { 4, 1 })]
    [InlineData(FlowFaultCodes.FlowTooLow, 1, new long[] { 3, 0 })]
    [InlineData(FlowFaultCodes.FlowTooLow, 0, new long[] { -1, 6 })]
    [InlineData(FlowFaultCodes.Unbalanced, -1, new long[] { 3, 3 })]
    [InlineData(FlowFaultCodes.PlanLength, -1, new long[] { 3 })]
    public void Each_broken_rule_is_told(string code, int arc, long[] flows)
    {
        var check = FlowChecker.Check(Two, new FlowPlan(flows));

        Assert.Contains(check.Faults, fault => fault.Code == code && (arc < 0 || fault.Arc == arc));
        Assert.False(check.IsOptimal);
    }

    [Fact]
    public void Absurd_numbers_get_a_verdict()
    {
        var check = FlowChecker.Check(Two, new FlowPlan([long.MaxValue, long.MinValue, 7], [long.MinValue, long.MaxValue, 0]));

        Assert.Contains(check.Faults, fault => fault.Code == FlowFaultCodes.PotentialsLength);
        Assert.Contains(check.Faults, fault => fault.Code == FlowFaultCodes.FlowTooHigh);
        Assert.False(FlowChecker.Check(Two, new FlowPlan([long.MaxValue, long.MinValue], [long.MaxValue, long.MinValue])).IsOptimal);
    }

    [Fact]
    public void A_set_that_gives_more_than_its_arcs_take_proves_that_there_is_no_plan()
    {
        var blocked = new FlowProblem(new FlowParts { Supplies = [5, 0, -5], Arcs = [new(0, 1, 0, 9, 1), new(1, 2, 0, 3, 1), new(2, 1, 1, 2, 1)] });

        Assert.Equal(3, FlowChecker.Excess(blocked, [0, 1]));
        Assert.Equal(3, FlowChecker.Excess(blocked, [2]));
        Assert.Equal(0, FlowChecker.Excess(blocked, [0]));
        Assert.Equal(0, FlowChecker.Excess(Two, [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FlowChecker.Excess(blocked, [3]));
    }

    [Fact]
    public void Supplies_that_do_not_add_up_are_proven_by_all_nodes_together() =>
        Assert.Equal(2, FlowChecker.Excess(new FlowProblem(new FlowParts { Supplies = [3, -5] }), [0, 1]));

    /// <summary>A cycle proves something only if it is closed, without limits, and pays.</summary>
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(0, 1, 0)]
    [InlineData(0, 2)]
    [InlineData(0, 1, 1)]
    [InlineData(0)]
    public void Cycles_that_pay_without_end_are_judged(long saving, params int[] cycle)
    {
        FlowArc[] arcs = saving > 0
            ? [new(0, 1, 0, FlowProblem.Unlimited, -3), new(1, 0, 0, FlowProblem.Unlimited, 2)]
            : [new(0, 1, 0, FlowProblem.Unlimited, -3), new(1, 0, 0, FlowProblem.Unlimited, 3), new(1, 0, 0, 9, 2)];

        Assert.Equal(saving, FlowChecker.Saving(new FlowProblem(new FlowParts { Supplies = [0, 0], Arcs = [.. arcs] }), cycle));
    }
}
