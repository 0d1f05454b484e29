using BerthOpt.Berths;
using BerthOpt.Tests.Drawing;
using static BerthOpt.Tests.Berths.BerthExamples;
using static BerthOpt.Tests.Berths.Drawing.DrawingExamples;

namespace BerthOpt.Tests.Berths.Drawing;

public sealed class BerthSvgTests
{
    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public void Every_call_of_any_problem_appears_once_within_the_page(bool across)
    {
        for (var seed = 1UL; seed <= 60; seed++)
        {
            var problem = RandomBerthProblems.Create(seed);
            var drawn = Draw(problem, FirstComeFirstServed.Plan(problem), new BerthSvgOptions { TimeAcross = across });

            Assert.Equal(Enumerable.Range(0, problem.Calls.Length), drawn.Calls.Order());
            Assert.All(Drawn.Rects(drawn.Root, "body", "tail", "shut", "water", "chip"), rect =>
            {
                Assert.InRange(rect.X, 0, rect.Right);
                Assert.InRange(rect.Y, 0, rect.Bottom);
                Assert.InRange(rect.Right, 0, Drawn.Number(drawn.Root, "width"));
                Assert.InRange(rect.Bottom, 0, Drawn.Number(drawn.Root, "height"));
            });
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Calls_of_a_valid_plan_do_not_cover_one_another(bool across)
    {
        var problem = BerthGenerator.MeiselBierwirth(30, 4);
        var drawn = Draw(problem, FirstComeFirstServed.Plan(problem), new BerthSvgOptions { TimeAcross = across });
        var boxes = drawn.Groups("call").SelectMany(call => Drawn.Rects(call, "body", "tail")).ToArray();

        Assert.Equal(30, boxes.Length);
        for (var one = 0; one < boxes.Length; one++)
        {
            for (var other = 0; other < one; other++)
            {
                var (a, b) = (boxes[one], boxes[other]);
                Assert.True(a.Right <= b.X || b.Right <= a.X || a.Bottom <= b.Y || b.Bottom <= a.Y);
            }
        }
    }

    [Fact]
    public void Places_and_times_are_to_scale()
    {
        var problem = Problem([Ship("a", 20, 0, 10), Ship("b", 40, 5, 30)]);
        var plan = new BerthPlan([new Assignment(0, -1, 0, 0, 10), new Assignment(0, -1, 60, 20, 50)]);
        var down = Draw(problem, plan, new BerthSvgOptions { QuayPixels = 1000, TimePixels = 500, FromSlot = 0, ToSlot = 100 });
        var across = Draw(problem, plan, new BerthSvgOptions { QuayPixels = 1000, TimePixels = 500, FromSlot = 0, ToSlot = 100, TimeAcross = true });
        var (a, b) = (Drawn.Rects(down.Call(0), "body").Single(), Drawn.Rects(down.Call(1), "body").Single());
        var (c, d) = (Drawn.Rects(across.Call(0), "body").Single(), Drawn.Rects(across.Call(1), "body").Single());

        Assert.Equal((199.0, 49.0), (Round(a.Right - a.X), Round(a.Bottom - a.Y)));
        Assert.Equal((600.0, 100.0, 399.0, 149.0), (Round(b.X - a.X), Round(b.Y - a.Y), Round(b.Right - b.X), Round(b.Bottom - b.Y)));
        Assert.Equal((600.0, 100.0, 399.0, 149.0), (Round(d.Y - c.Y), Round(d.X - c.X), Round(d.Bottom - d.Y), Round(d.Right - d.X)));
    }

    [Fact]
    public void Waiting_lateness_and_delay_are_visible()
    {
        var problem = Problem([Ship("waits", 20, 2, 10) with { Due = 12, DepartureWindows = new TideWindows([new Interval(18, 30)]) }, Ship("comes", 20, 3, 10) with { Due = 40 }]);
        var drawn = Draw(problem, new BerthPlan([new Assignment(0, -1, 0, 5, 18), new Assignment(0, -1, 50, 3, 13)]));
        var (waits, comes) = (drawn.Call(0), drawn.Call(1));

        Assert.Equal("call waited", (string?)waits.Attribute("class"));
        Assert.Single(Drawn.Rects(waits, "tail"));
        Assert.Single(Drawn.Rects(waits, "late"));
        Assert.Contains("waits 3 h", Drawn.Tooltip(waits), StringComparison.Ordinal);
        Assert.Contains("6 h late", Drawn.Tooltip(waits), StringComparison.Ordinal);
        Assert.Contains("3 h after its handling", Drawn.Tooltip(waits), StringComparison.Ordinal);
        Assert.Equal("call direct", (string?)comes.Attribute("class"));
        Assert.Empty(Drawn.Rects(comes, "tail", "late", "over"));
        Assert.Single(drawn.Groups("windows"));
    }

    [Fact]
    public void Specific_cranes_have_a_stripe_with_their_number()
    {
        var call = Ship("a", 40, 0, 1) with { Handling = Handling.ByCranes(1, [30, 20, 15]) };
        var problem = new BerthProblem(Parts([call]) with { CranePools = [new CranePool { Id = "rail", Count = 12, Quays = [0] }] });
        var drawn = Draw(problem, new BerthPlan([new Assignment(0, -1, 10, 0, 15, 3, 8)]));

        Assert.Equal(["9", "10", "11"], Drawn.Words(drawn.Call(0)).Split('\n')[..3]);
        Assert.Single(Drawn.Rects(drawn.Call(0), "odd"));
        Assert.Single(drawn.Groups("cranes"));
    }

    [Fact]
    public void A_small_hull_has_its_name_rather_than_the_numbers_of_its_cranes()
    {
        var call = Ship("Heron", 9, 0, 1) with { Handling = Handling.ByCranes(2, [6]) };
        var problem = new BerthProblem(Parts([call]) with { CranePools = [new CranePool { Id = "rail", Count = 12, Quays = [0] }] });
        var drawn = Draw(problem, new BerthPlan([new Assignment(0, -1, 10, 0, 6, 2, 8)]), new BerthSvgOptions { QuayPixels = 300, TimePixels = 500, ToSlot = 80 });

        Assert.Equal("Heron", Drawn.Words(drawn.Call(0)));
    }

    [Fact]
    public void Berths_closures_gales_and_the_baseline_are_drawn()
    {
        Quay discrete = new() { Id = "D", Length = 40, Layout = QuayLayout.Discrete, Berths = [new Berth { Id = "D1", Start = 0, Length = 20 }, new Berth { Id = "D2", Start = 20, Length = 20, Open = 5 }] };
        Quay hybrid = new() { Id = "H", Length = 40, Layout = QuayLayout.Hybrid, Berths = [new Berth { Id = "H1", Start = 0, Length = 20 }, new Berth { Id = "H2", Start = 20, Length = 20 }] };
        var problem = new BerthProblem(new BerthParts
        {
            Horizon = 60,
            Quays = [discrete, hybrid],
            Calls = [Ship("short", 10, 0, 10), Ship("long", 30, 0, 20)],
            Closures = [new Closure { Quay = 1, Sections = new Interval(0, 40), Slots = new Interval(30, 40), Reason = "dredging" }],
            Movements = new MovementLimits { Bans = [new MovementBan { Slots = new Interval(2, 8), Reason = "gale" }] },
            Baseline = new Baseline { Entries = [new BaselineEntry { Quay = 0, Position = 20, Start = 8 }, null] },
        });
        var drawn = Draw(problem, new BerthPlan([new Assignment(0, 0, 0, 0, 10), new Assignment(1, 0, 0, 0, 20)]), new BerthSvgOptions { ToSlot = 60 });
        var (one, two) = (Drawn.Rects(drawn.Call(0), "body").Single(), Drawn.Rects(drawn.Call(1), "body").Single());

        // The short one fills one berth of 20 sections, the long one both of its quay.
        Assert.Equal(2 * (one.Right - one.X + 1), two.Right - two.X + 1, 0.05);
        Assert.All(new[] { "D1", "D2", "H1", "H2", "gale" }, words => Assert.Contains(words, drawn.Text, StringComparison.Ordinal));
        Assert.Contains(drawn.Groups("closure"), group => Drawn.Tooltip(group).Contains("dredging", StringComparison.Ordinal));
        Assert.Contains(drawn.Groups("closure"), group => Drawn.Tooltip(group).Contains("not open yet", StringComparison.Ordinal));
        Assert.Contains("short: planned here before", Drawn.Tooltip(Assert.Single(drawn.Groups("was"))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_plan_lists_every_call_below()
    {
        var problem = Problem([Ship("a", 20, 0, 10), Ship("b", 20, 0, 10)]);
        var drawn = Draw(problem, new BerthPlan([null, null]));

        Assert.Equal([0, 1], drawn.Calls);
        Assert.All(drawn.Groups("left-out").Single().Elements().Where(element => element.Name.LocalName == "g"), call => Assert.Contains("left out of the plan", Drawn.Tooltip(call), StringComparison.Ordinal));
        Assert.Contains("Breaks 2 rules", drawn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_problem_without_calls_is_an_empty_quay() => Assert.Empty(Draw(Problem([]), new BerthPlan([])).Calls);

    [Theory]
    [InlineData(15L, "cost 15 · lower bound 15 · optimal")]
    [InlineData(12L, "cost 15 · lower bound 12 · gap 20 %")]
    [InlineData(null, "cost 15")]
    public void The_title_says_cost_bound_and_gap(long? bound, string expected)
    {
        var problem = Problem([Ship("a", 20, 0, 10) with { Rates = new Rates { Waiting = 5 } }]);
        var drawn = Draw(problem, new BerthPlan([new Assignment(0, -1, 0, 3, 13)]), new BerthSvgOptions { LowerBound = bound, Title = "Tuesday" });

        Assert.Equal(["Tuesday", expected], Drawn.Words(drawn.Groups("header").Single()).Split('\n')[..2]);
    }

    [Fact]
    public void The_calendar_names_days_when_the_grid_has_an_origin()
    {
        var origin = new DateTimeOffset(2026, 1, 5, 6, 0, 0, TimeSpan.FromHours(8));
        var problem = new BerthProblem(Parts([Ship("a", 20, 0, 40)]) with { Grid = new Grid { Origin = origin } });
        var drawn = Draw(problem, new BerthPlan([new Assignment(0, -1, 0, 0, 40)]));

        Assert.Contains("Tue 6 Jan\n", drawn.Text, StringComparison.Ordinal);
        Assert.Contains("leaves Tue 6 Jan 22:00", Drawn.Tooltip(drawn.Call(0)), StringComparison.Ordinal);
    }

    /// <summary>A day that starts at the very end of the picture keeps its name on the page.</summary>
    [Fact]
    public void Names_of_days_end_within_the_page()
    {
        var problem = new BerthProblem(Parts([Ship("a", 20, 0, 40)]) with { Grid = new Grid { Origin = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero) } });
        var drawn = Draw(problem, new BerthPlan([new Assignment(0, -1, 0, 0, 40)]), new BerthSvgOptions { TimeAcross = true, ToSlot = 48 });
        var last = drawn.Root.Descendants().Single(element => element.Value == "Wed 7 Jan");

        // Half of the words is about 30 pixels.
        Assert.True(Drawn.Number(last, "x") + 30 < Drawn.Number(drawn.Root, "width"));
    }

    [Fact]
    public void Calls_outside_the_hours_shown_are_listed()
    {
        var problem = Problem([Ship("a", 20, 0, 10), Ship("b", 20, 50, 10)]);
        var drawn = Draw(problem, new BerthPlan([new Assignment(0, -1, 0, 0, 10), new Assignment(0, -1, 0, 50, 60)]), new BerthSvgOptions { FromSlot = 40, ToSlot = 80 });

        Assert.Contains("outside the hours shown", Drawn.Tooltip(drawn.Call(0)), StringComparison.Ordinal);
        Assert.Single(Drawn.Rects(drawn.Call(1), "body"));
    }

    private static double Round(double value) => Math.Round(value, 1);
}
