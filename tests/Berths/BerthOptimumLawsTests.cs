using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths;

/// <summary>
/// How the least cost moves when the problem does. The oracle obeys these laws on small problems; on larger ones, where no one knows
/// the least cost, the solver's bound of one problem may not exceed its cost of the other.
/// </summary>
public sealed class BerthOptimumLawsTests
{
    private const int Cases = 300;

    /// <summary>Movement caps have periods that begin at slot 0, so the shift is a multiple of them all. A makespan is as much later as the plan.</summary>
    [Fact]
    public void A_shift_of_all_times_keeps_the_least_cost() => Compare(
        parts => parts.Objective.Makespan == 0,
        (parts, _) => BerthSymmetries.Shifted(parts, 60),
        (before, after) => before == after);

    [Fact]
    public void A_mirrored_quay_keeps_the_least_cost() => Compare(
        BerthSymmetries.CanBeMirrored,
        (parts, _) => BerthSymmetries.Mirrored(parts),
        (before, after) => before == after);

    [Fact]
    public void An_idle_crane_never_costs() => Compare(
        parts => !parts.CranePools.IsEmpty,
        BerthChanges.WithIdleCrane,
        (before, after) => after <= before);

    [Fact]
    public void A_second_berth_of_a_kind_never_costs() => Compare(
        BerthChanges.CanGetBerth,
        BerthChanges.WithCopiedBerth,
        (before, after) => after <= before);

    [Fact]
    public void A_tighter_limit_never_saves() => Compare(
        _ => true,
        BerthChanges.Tightened,
        (before, after) => after >= before);

    [Fact]
    public void A_call_less_never_costs() => Compare(
        parts => parts.Calls.Length > 1,
        (parts, rng) => BerthChanges.WithoutCall(parts, rng.Next(parts.Calls.Length)),
        (before, after) => after <= before);

    public static TheoryData<string> Kinds => [.. BerthKinds.All.Select(kind => kind.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Bounds_of_changed_problems_fit_the_costs(string kind)
    {
        var parts = BerthKinds.All.Single(entry => entry.Kind == kind).Problem.Parts;
        var rng = new Rng(1);
        var whole = Solve(parts);
        var less = Solve(BerthChanges.WithoutCall(parts, 0));
        var tight = Solve(BerthChanges.Tightened(parts, rng));
        var period = parts.Movements.Caps.Select(cap => cap.PeriodSlots).Append(1).Aggregate((product, next) => product * next);
        var later = parts.Objective.Makespan == 0 ? Solve(BerthSymmetries.Shifted(parts, period)) : whole;
        var mirror = BerthSymmetries.CanBeMirrored(parts) ? Solve(BerthSymmetries.Mirrored(parts)) : whole;
        var crane = parts.CranePools.IsEmpty ? whole : Solve(BerthChanges.WithIdleCrane(parts, rng));
        var berth = BerthChanges.CanGetBerth(parts) ? Solve(BerthChanges.WithCopiedBerth(parts, rng)) : whole;

        foreach (var (name, cheaper, dearer) in new[]
        {
            ("a call less", less, whole), ("tighter", whole, tight), ("later", later, whole), ("not later", whole, later),
            ("mirrored", mirror, whole), ("not mirrored", whole, mirror), ("one crane more", crane, whole), ("one berth more", berth, whole),
        })
        {
            Assert.True(cheaper.LowerBound is null || dearer.Cost is null || cheaper.LowerBound <= dearer.Cost, $"{name}: bound {cheaper.LowerBound} ({cheaper.BoundMethod}), cost {dearer.Cost}");
        }
    }

    private static SolveResult<BerthPlan> Solve(BerthParts parts) =>
        BerthSolver.Solve(new BerthProblem(parts), new SolverOptions { TimeLimit = null, WorkLimit = 100_000 });

    /// <summary>Compares the least costs before and after a change; no plan costs more than any.</summary>
    private static void Compare(Func<BerthParts, bool> applies, Func<BerthParts, Rng, BerthParts> change, Func<long, long, bool> law)
    {
        var (compared, different) = (0, 0);
        for (ulong seed = 40_000; compared < Cases; seed++)
        {
            var parts = RandomBerthProblems.Parts(seed);
            if (applies(parts)
                && BerthOracle.Solve(new BerthProblem(parts), 100_000) is { } before
                && change(parts, new Rng(seed)) is var changed && !changed.Equals(parts)
                && BerthOracle.Solve(new BerthProblem(changed), 200_000) is { } after)
            {
                compared += before.Cost is null && after.Cost is null ? 0 : 1;
                different += before.Cost == after.Cost ? 0 : 1;

                Assert.True(law(before.Cost ?? long.MaxValue, after.Cost ?? long.MaxValue), $"{parts.Name}: {before.Cost} before, {after.Cost} after");
            }
        }

        Assert.True(different > 0 || law(1, 1) && !law(1, 2) && !law(2, 1), "the change never made a difference");
    }
}
