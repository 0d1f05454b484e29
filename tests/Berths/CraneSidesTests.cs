using BerthOpt.Berths;

namespace BerthOpt.Tests.Berths;

public sealed class CraneSidesTests
{
    // Cranes 0 to 5 on a rail of 40 sections; a crane needs 2 slots, and one more for each 10 sections.
    private static readonly BerthModel Model = new(new BerthProblem(new BerthParts
    {
        Horizon = 100,
        Quays = [new Quay { Id = "quay", Length = 40 }],
        CranePools = [new CranePool { Id = "cranes", Count = 6, Quays = [0], Travel = new CraneTravel { SetupSlots = 2, SpeedSections = 10 } }],
        Calls = [.. Enumerable.Range(0, 3).Select(call => new Call { Id = $"{call}", Arrival = 0, Length = 10, Handling = Handling.ByCranes(2, [10]) })],
    }));

    [Theory]
    [InlineData(0, 10, 4, true)] // at once, its cranes on the right
    [InlineData(12, 10, 4, true)] // two slots later, still on the right
    [InlineData(12, 10, 0, false)] // two slots later, on the left: the cranes need three to come over
    [InlineData(13, 10, 0, true)] // three slots later
    [InlineData(13, 11, 0, false)] // one section further: four slots
    public void Calls_stand_at_their_places_unless_they_change_sides_without_a_pause(int start, int cell, int first, bool natural)
    {
        Placement[] placements = [At(0, 0, 2), At(cell, start, first), Placement.None];

        CraneSides.Arrange(Model, placements);

        Assert.Equal(natural, placements.All(placement => placement.Shift == 0));
        Assert.Equal(first > 2 || natural, Order(placements[0]) < Order(placements[1]));
    }

    [Fact]
    public void A_plan_whose_calls_change_sides_one_after_the_other_has_cranes()
    {
        // All three share no cranes, and the last one's stand left of the first one's though it lies right of it.
        Placement[] placements = [At(0, 0, 2), At(30, 11, 0), At(0, 11, 4)];
        placements[2] = At(30, 22, 4);

        CraneSides.Arrange(Model, placements);
        var state = new BerthState(Model);
        state.Load(placements);

        Assert.True(state.HasCranes());
        Assert.True(BerthChecker.Check(Model.Problem, state.ToPlan()).IsValid);
    }

    [Fact]
    public void A_call_finds_cranes_left_of_those_that_have_just_left_further_left()
    {
        // Call 0 has cranes left of it (call 1 beside it), and so lies before call 2 in the order of cranes or behind it; behind, all six are taken.
        var rail = new CraneRail(Model.Pools[0], 3, explicitCranes: false);
        rail.Add(0, 10, new CraneHull(0, 10, 20), 5, 15, 4, -1, 0, 0);
        rail.Add(1, 0, new CraneHull(0, 0, 10), 0, 10, 2, -1, 0, 0);

        var left = rail.Find(30, new CraneHull(0, 30, 40), 16, 26, 2, -1, out var shift);

        Assert.Equal(0, left);
        Assert.True(shift < 0);
        rail.Add(2, 30, new CraneHull(0, 30, 40), 16, 26, 2, -1, left, shift);
        Assert.True(rail.Fits());
        Assert.Equal(0, rail.Low(2));
        Assert.Equal(-1, rail.Find(39, new CraneHull(0, 39, 40), 8, 12, 2, -1, out _));
    }

    [Fact]
    public void Calls_put_in_and_taken_out_always_have_valid_cranes()
    {
        var changed = 0;
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var rng = new Rng(seed);
            var problem = Crowded(rng);
            var model = new BerthModel(problem);
            var state = new BerthState(model);
            var insertion = new Insertion(state, rng) { Blink = 6000, Stray = 20_000 };
            for (var step = 0; step < 60; step++)
            {
                var call = rng.Next(problem.Calls.Length);
                if (state.IsPlaced(call))
                {
                    state.Remove(call);
                }
                else if (insertion.TryFind(call, long.MaxValue, out var placement))
                {
                    state.Place(call, placement);
                    changed += placement.Shift == 0 ? 0 : 1;
                }

                Assert.True(state.HasCranes(), $"seed {seed}, step {step}");
                var check = BerthChecker.Check(problem, state.ToPlan());
                Assert.True(check.IsValid, $"seed {seed}, step {step}: {string.Join(" ", check.Faults.Take(2))}");
            }

            Arranged(model, problem, state);
        }

        Assert.True(changed > 0);
    }

    /// <summary>What is read back from the plan stands in an order of cranes of its own, and has cranes too.</summary>
    private static void Arranged(BerthModel model, BerthProblem problem, BerthState state)
    {
        var placements = new Placement[problem.Calls.Length];
        Assert.True(BerthPlanReader.TryRead(model, state.ToPlan(), placements));
        CraneSides.Arrange(model, placements);
        var copy = new BerthState(model);
        copy.Load(placements);
        Assert.True(copy.HasCranes());
        Assert.True(BerthChecker.Check(problem, copy.ToPlan()).IsValid);
    }

    private static BerthProblem Crowded(Rng rng) => new(new BerthParts
    {
        Horizon = 60,
        Quays = [new Quay { Id = "quay", Length = 20 }],
        CranePools = [new CranePool { Id = "cranes", Count = rng.Next(4, 8), Quays = [0], Travel = new CraneTravel { SetupSlots = rng.Next(0, 4), SpeedSections = rng.Next(1, 9) } }],
        Calls = [.. Enumerable.Range(0, 10).Select(call => new Call
        {
            Id = $"{call}",
            Arrival = rng.Next(0, 25),
            Length = rng.Next(3, 12),
            Optional = true,
            Rates = new Rates { Rejection = 1_000_000, Waiting = 1 },
            Handling = Handling.ByCranes(1, [rng.Next(6, 12), rng.Next(3, 6), rng.Next(2, 4)]),
        })],
        Objective = new Objective { Waiting = 1 },
    });

    private static Placement At(int cell, int start, int first) =>
        new() { Cell = cell, Start = start, HandlingEnd = start + 10, End = start + 10, FirstCrane = first };

    private static long Order(Placement placement) => ((long)placement.Cell << CraneRail.OrderBits) + placement.Shift;
}
