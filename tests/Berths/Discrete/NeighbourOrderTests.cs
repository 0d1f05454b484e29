using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths.Discrete;

public sealed class NeighbourOrderTests
{
    [Fact]
    public void Neighbours_that_had_better_change_places_are_not_allowed()
    {
        var (byRank, byCost, refused) = (0, 0, 0);
        for (ulong seed = 0; seed < 200; seed++)
        {
            if (DiscreteEngine.TryModel(RandomDiscreteProblems.Create(seed, 6, 2)) is not { } model)
            {
                continue;
            }

            var order = new NeighbourOrder(model);
            foreach (var (group, first, second, start) in Pairs(model))
            {
                var allowed = IsAllowed(model, group, first, second, start);
                Assert.Equal(allowed, order.Allows(group, first, second, start));
                refused += allowed ? 0 : 1;
            }

            (byRank, byCost) = model.WaitingOnly ? (byRank + 1, byCost) : (byRank, byCost + 1);
        }

        Assert.True(byRank > 5 && byCost > 50 && refused > 1000, $"{byRank} and {byCost} models, {refused} refused pairs.");
    }

    private static IEnumerable<(int Group, int First, int Second, int Start)> Pairs(DiscreteModel model) =>
        from @group in Enumerable.Range(0, model.Groups)
        from first in Enumerable.Range(0, model.Calls)
        from second in Enumerable.Range(0, model.Calls)
        where model.Cells[(@group * model.Calls) + first].Occupied >= 0 && model.Cells[(@group * model.Calls) + second].Occupied >= 0
        let low = Math.Max(model.Terms[first].Release, model.Open[@group])
        from start in Enumerable.Range(low, 8)
        where start + model.Cells[(@group * model.Calls) + first].Occupied >= model.Terms[second].Release
        select (@group, first, second, start);

    private static bool IsAllowed(DiscreteModel model, int group, int first, int second, int start)
    {
        var (cell, next) = (model.Cells[(group * model.Calls) + first], model.Cells[(group * model.Calls) + second]);
        if (first == second)
        {
            return false;
        }

        if (start < model.Terms[second].Release || start + next.Occupied > cell.Latest)
        {
            return true;
        }

        var now = model.CostOf(first, group, start) + model.CostOf(second, group, start + cell.Occupied);
        var changed = model.CostOf(second, group, start) + model.CostOf(first, group, start + next.Occupied);
        return now < changed || (now == changed && first < second);
    }
}
