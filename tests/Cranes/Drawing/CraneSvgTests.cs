using System.Globalization;
using System.Xml.Linq;
using BerthOpt.Cranes;
using BerthOpt.Tests.Drawing;

namespace BerthOpt.Tests.Cranes.Drawing;

public sealed class CraneSvgTests
{
    // Two cranes, one section apart at least, one slot a section: the right one waits at 3 until the left one has left 3.
    private static readonly CraneProblem Problem = new(new CraneParts
    {
        Name = "two cranes",
        Horizon = 100,
        Rail = new Rail { TravelSlots = 1, Clearance = 1 },
        Cranes = [new Crane { Id = "west", Start = 1 }, new Crane { Id = "east" }],
        Vessels = [new CraneVessel { Id = "Aurora", Due = 25 }],
        Tasks =
        [
            new CraneTask { Id = "a", Position = 3, Handling = 10, Work = TaskWork.Discharge, Moves = 12 },
            new CraneTask { Id = "b", Position = 5, Handling = 4 },
            new CraneTask { Id = "c", Position = 3, Handling = 15, Work = TaskWork.Load, Place = TaskPlace.Hold },
        ],
    });

    private static readonly CranePlan Plan = new([new TaskAssignment(0, 2, 12), new TaskAssignment(1, 2, 6), new TaskAssignment(1, 13, 28)]);

    [Fact]
    public void Each_task_is_a_band_in_its_cranes_colour()
    {
        var drawn = new Drawn(CraneSvg.Render(Problem, Plan));

        Assert.Equal(["crane0", "crane1", "crane1"], Enumerable.Range(0, 3).Select(task => ((string)drawn.Task(task).Attribute("class")!).Split(' ')[1]));
        var (left, right) = (Drawn.Rects(drawn.Task(0), "body").Single(), Drawn.Rects(drawn.Task(1), "body").Single());
        Assert.True(left.Right <= right.X);
        Assert.True(left.Bottom > right.Bottom);
        Assert.Contains("discharge, 12 moves", Drawn.Tooltip(drawn.Task(0)));
    }

    [Fact]
    public void A_task_below_another_at_its_place_starts_where_that_one_has_ended_and_its_crane_has_left()
    {
        var drawn = new Drawn(CraneSvg.Render(Problem, Plan));

        var (before, after) = (Drawn.Rects(drawn.Task(0), "body").Single(), Drawn.Rects(drawn.Task(2), "body").Single());
        Assert.Equal(before.X, after.X, 1);
        Assert.True(after.Y > before.Bottom);
    }

    [Fact]
    public void A_wait_for_a_crane_in_the_way_is_hatched_and_says_for_which()
    {
        var drawn = new Drawn(CraneSvg.Render(Problem, Plan));

        // It could be at 3 from slot 8 on.
        var wait = drawn.Groups("wait").First(group => group.Elements().First().Name.LocalName == "title");
        Assert.Contains("crane east waits 5 s for task a of crane west", Drawn.Tooltip(wait));
        Assert.Contains("waits for another crane in its way", drawn.Text);
    }

    [Fact]
    public void The_title_says_cost_bound_and_gap() =>
        Assert.Contains("cost 28 · lower bound 21 · gap 25 %", new Drawn(CraneSvg.Render(Problem, Plan, new CraneSvgOptions { LowerBound = 21 })).Text);

    [Fact]
    public void A_vessel_that_is_late_shows_by_how_much() =>
        Assert.Contains("3 s late", Drawn.Tooltip(new Drawn(CraneSvg.Render(Problem, Plan)).Groups("vessel").Single()));

    [Fact]
    public void Broken_rules_are_counted_and_outlined()
    {
        var broken = new CranePlan([Plan.Assignments[0], Plan.Assignments[1], new TaskAssignment(1, 5, 20)]);

        var drawn = new Drawn(CraneSvg.Render(Problem, broken));

        Assert.Contains("Breaks ", drawn.Text);
        Assert.NotEmpty(Drawn.Rects(drawn.Task(2), "fault"));
    }

    [Fact]
    public void A_crane_that_is_out_is_hatched_where_it_stands_meanwhile()
    {
        // East works at 5 until 6 and goes to 3 behind the other: it is out at its first place, then on its way, then behind its last task.
        var parts = new CraneParts
        {
            Horizon = Problem.Horizon,
            Rail = Problem.Rail,
            Cranes = [Problem.Cranes[0], Problem.Cranes[1] with { Outages = [new Interval(0, 2), new Interval(7, 9)] }, new Crane { Id = "idle", Outages = [new Interval(0, 5)] }],
            Vessels = Problem.Vessels,
            Tasks = Problem.Tasks,
        };

        var drawn = new Drawn(CraneSvg.Render(new CraneProblem(parts), Plan));

        var outages = drawn.Groups("out").ToList();
        Assert.Equal(2, outages.Count);
        Assert.All(outages, outage => Assert.StartsWith("crane east is out", Drawn.Tooltip(outage)));
        Assert.Contains("crane out of work", drawn.Text);
        var task = Drawn.Rects(drawn.Task(1), "body").Single();
        var first = PathPoints(outages[0]);
        Assert.All(first, point => Assert.Equal((task.X + task.Right) / 2, point.X, 8.0));
        Assert.True(first.Max(point => point.Y) <= task.Y + 0.6);
        Assert.NotEmpty(Drawn.Rects(drawn.Groups("cranes").Single(), "shut"));
    }

    private static (double X, double Y)[] PathPoints(XElement group) =>
        [.. ((string)group.Elements().Last().Attribute("d")!).Trim('M', 'Z').Split('L').Select(pair => pair.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray()).Select(pair => (pair[0], pair[1]))];

    [Theory]
    [InlineData(-5, 0, 0)]
    [InlineData(7, int.MinValue, int.MaxValue)]
    [InlineData(0, 40, 3)]
    [InlineData(1, int.MaxValue, int.MinValue)]
    public void Absurd_plans_are_drawn_too(int crane, int start, int end) =>
        Assert.Equal("svg", new Drawn(CraneSvg.Render(Problem, new CranePlan([new TaskAssignment(crane, start, end), Plan.Assignments[1]]))).Root.Name.LocalName);

    [Fact]
    public void A_problem_without_tasks_is_drawn() =>
        Assert.Equal("svg", new Drawn(CraneSvg.Render(new CraneProblem(new CraneParts { Horizon = 10, Cranes = [new Crane { Id = "1" }] }), new CranePlan([]))).Root.Name.LocalName);

    [Fact]
    public void The_same_input_gives_the_same_bytes() => Assert.Equal(CraneSvg.Render(Problem, Plan), CraneSvg.Render(Problem, Plan));

    [Fact]
    public void Options_out_of_range_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CraneSvg.Render(Problem, Plan, new CraneSvgOptions { RailPixels = 10 }));
}
