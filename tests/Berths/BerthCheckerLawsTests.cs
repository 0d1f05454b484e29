using BerthOpt.Berths;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BerthOpt.Tests.Berths;

/// <summary>Laws of the judge on random problems and plans.</summary>
public sealed class BerthCheckerLawsTests
{
    [Property(MaxTest = 300)]
    public void The_costs_of_calls_add_up(DoNotSize<ulong> seed)
    {
        var (problem, plan) = Create(seed.Item);
        var check = BerthChecker.Check(problem, plan);

        var sum = check.CostByCall.Sum(cost => cost.Total);

        Assert.Equal(check.Cost.Total, sum + check.Cost.Makespan + problem.Objective.Constant);
    }

    /// <summary>Movement caps have periods that begin at slot 0, so the shift is a multiple of them all.</summary>
    [Property(MaxTest = 300)]
    public void A_shift_of_all_times_changes_nothing_but_the_makespan(DoNotSize<ulong> seed)
    {
        const int slots = 120;
        var (problem, plan) = Create(seed.Item);
        var shifted = new BerthProblem(BerthSymmetries.Shifted(problem.Parts, slots));
        var before = BerthChecker.Check(problem, plan);

        var after = BerthChecker.Check(shifted, BerthSymmetries.Shifted(plan, slots));

        Assert.Equal(Faults(before), Faults(after));
        Assert.Equal(before.CostByCall, after.CostByCall);
        var makespan = plan.Assignments.Any(entry => entry is not null) ? problem.Objective.Makespan * slots : 0;
        Assert.Equal(before.Cost with { Makespan = before.Cost.Makespan + makespan }, after.Cost);
    }

    [Property(MaxTest = 300)]
    public void A_mirrored_quay_changes_nothing(DoNotSize<ulong> seed)
    {
        var (problem, plan) = CreateMirrorable(seed.Item);
        var mirrored = new BerthProblem(BerthSymmetries.Mirrored(problem.Parts));
        var before = BerthChecker.Check(problem, plan);

        var after = BerthChecker.Check(mirrored, BerthSymmetries.Mirrored(problem.Parts, plan));

        Assert.Equal(WithOrder(problem, plan, before), WithOrder(problem, plan, after));
        Assert.Equal(before.CostByCall, after.CostByCall);
        Assert.Equal(before.Cost, after.Cost);
    }

    /// <summary>A call that lies alone is never the cause of a fault between others.</summary>
    [Property(MaxTest = 300)]
    public void Leaving_a_call_out_adds_no_fault_but_its_absence(DoNotSize<ulong> seed)
    {
        var (problem, plan) = Create(seed.Item);
        var before = Faults(BerthChecker.Check(problem, plan));
        var left = (int)(seed.Item % (ulong)problem.Calls.Length);

        var after = BerthChecker.Check(problem, new BerthPlan(plan.Assignments.SetItem(left, null)));

        // Cranes that travel past the call left out, and pools and caps with less to do, are counted differently, not more strictly.
        string[] counted = [BerthFaultCodes.CallLeftOut, BerthFaultCodes.CraneTravel, BerthFaultCodes.CraneCapacity, BerthFaultCodes.MovementCap];
        Assert.All(Faults(after).Where(fault => !counted.Contains(fault.Code)), fault => Assert.Contains(fault, before));
    }

    private static (BerthProblem Problem, BerthPlan Plan) Create(ulong seed)
    {
        var problem = RandomBerthProblems.Create(seed);
        return (problem, RandomBerthPlans.Haphazard(problem, new Rng(seed)));
    }

    private static (BerthProblem Problem, BerthPlan Plan) CreateMirrorable(ulong seed)
    {
        for (var at = seed; ; at++)
        {
            // Cranes out of the pool have no mirror image: -1 means none.
            var (problem, plan) = Create(at);
            if (BerthSymmetries.CanBeMirrored(problem.Parts) && BerthChecker.Check(problem, plan).Faults.All(fault => fault.Code != BerthFaultCodes.CraneNumbers))
            {
                return (problem, plan);
            }
        }
    }

    /// <summary>The faults without their words; of a pair, the smaller index first.</summary>
    private static IEnumerable<(string Code, int, int)> Faults(BerthCheck check) =>
        check.Faults.Select(fault => (fault.Code, Math.Min(fault.Call, fault.Other), Math.Max(fault.Call, fault.Other))).Order();

    /// <summary>Hulls that overlap have no order but that of their left ends, which a mirror makes their right ends.</summary>
    private static IEnumerable<(string Code, int, int)> WithOrder(BerthProblem problem, BerthPlan plan, BerthCheck check) => Faults(check).Where(fault =>
    {
        if (fault.Code != BerthFaultCodes.CraneCrossing)
        {
            return true;
        }

        var (one, two) = (plan.Assignments[fault.Item2]!.Value, plan.Assignments[fault.Item3]!.Value);
        return one.Quay != two.Quay || one.Position + problem.Calls[fault.Item2].Length <= two.Position || two.Position + problem.Calls[fault.Item3].Length <= one.Position;
    });
}
