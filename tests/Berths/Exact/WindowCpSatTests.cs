using BerthOpt.Berths;
using BerthOpt.Search;

namespace BerthOpt.Tests.Berths.Exact;

/// <summary>What windows make of a plan is a plan, of the cost that is told, and the same again.</summary>
public sealed class WindowCpSatTests
{
    private const long Epoch = 500_000;

    private static SolverOptions Options => new() { TimeLimit = null, Seed = 1 };

    private static StopMonitor Never => new(Options, CancellationToken.None);

    /// <summary>With few calls a window holds all of them: from any first plan, the least cost.</summary>
    [Fact]
    public void Windows_lead_first_plans_to_the_least_cost_and_no_further()
    {
        var (judged, gains) = (0, 0);
        for (ulong seed = 81_000; judged < 40; seed++)
        {
            var problem = RandomBerthProblems.Create(seed);
            var model = new BerthModel(problem);
            if (!WindowCpSat.Suits(model) || BerthOracle.Solve(problem, 100_000)?.Cost is not { } least || First(model) is not { BestCost: < long.MaxValue } walk)
            {
                continue;
            }

            judged++;
            var windows = new WindowCpSat(model, Options, patience: 0);
            windows.Adopt(walk.Best(), walk.BestCost);
            Spend(windows, 8);
            var check = BerthChecker.Check(problem, windows.Best());

            Assert.True(check.IsValid && check.Cost.Total == windows.BestCost, $"{problem.Name}: a plan for {windows.BestCost} that costs {check.Cost.Total}; {string.Join(" ", check.Faults)}");
            Assert.True(windows.BestCost == least, $"{problem.Name}: {walk.BestCost} became {windows.BestCost}, though the least is {least}");
            gains += windows.Gains;
        }

        Assert.True(gains > 3, $"only {gains} windows gained anything");
    }

    [Fact]
    public void Windows_make_a_plan_of_a_crowded_terminal_cheaper_and_the_same_plan_again()
    {
        var problem = BerthGenerator.MeiselBierwirth(50, 3);
        var model = new BerthModel(problem);
        var walk = new RuinAndRecreate(model, Options, 0);
        walk.Run(4_000_000, Never);
        var (windows, again) = (new WindowCpSat(model, Options), new WindowCpSat(model, Options));
        foreach (var each in (WindowCpSat[])[windows, again])
        {
            each.Adopt(walk.Best(), walk.BestCost);
            Spend(each, 40);
        }

        var check = BerthChecker.Check(problem, windows.Best());

        Assert.True(check.IsValid && check.Cost.Total == windows.BestCost, $"a plan for {windows.BestCost} that costs {check.Cost.Total}; {string.Join(" ", check.Faults)}");
        Assert.InRange(windows.BestCost, 0, walk.BestCost - 1);
        Assert.Equal((windows.BestCost, windows.Windows, windows.Best().Hash), (again.BestCost, again.Windows, again.Best().Hash));
    }

    [Fact]
    public void Windows_wait_until_nothing_has_gained_for_long_and_take_half()
    {
        var problem = BerthGenerator.MeiselBierwirth(20, 1);
        var model = new BerthModel(problem);
        var walk = First(model);
        var windows = new WindowCpSat(model, Options);

        Assert.Equal(Epoch, windows.Run(2 * WindowCpSat.Patience, Epoch, Never));
        windows.Adopt(walk.Best(), walk.BestCost);
        Assert.Equal(Epoch, windows.Run(WindowCpSat.Patience, Epoch, Never));
        Assert.Equal(0, windows.Windows);
        Assert.Equal(Epoch / 2, windows.Run(Epoch, Epoch, Never));
        Assert.True(windows.Windows > 0);
    }

    private static RuinAndRecreate First(BerthModel model)
    {
        var walk = new RuinAndRecreate(model, Options, 3);
        for (var work = 1L; work < Epoch && walk.BestCost == long.MaxValue; work *= 2)
        {
            walk.Run(work, Never);
        }

        return walk;
    }

    private static void Spend(WindowCpSat windows, int epochs)
    {
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            windows.Run(Epoch, Epoch, Never);
        }
    }
}
