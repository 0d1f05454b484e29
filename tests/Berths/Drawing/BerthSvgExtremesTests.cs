using System.Globalization;
using System.Text;
using BerthOpt.Berths;
using BerthOpt.Tests.Drawing;
using static BerthOpt.Tests.Berths.BerthExamples;
using static BerthOpt.Tests.Berths.Drawing.DrawingExamples;

namespace BerthOpt.Tests.Berths.Drawing;

/// <summary>Pictures of what nobody should ask for, and on machines of all kinds.</summary>
public sealed class BerthSvgExtremesTests
{
    [Fact]
    public void Hostile_names_stay_words()
    {
        const string name = "</svg><script>alert('1')</script>\"&]]>\u202Egnp";
        var call = Ship(name, 40, 0, 20);
        var problem = new BerthProblem(Parts([call, Ship("left " + name, 20, 0, 9)]) with
        {
            Name = name,
            Quays = [North with { Id = name }],
            Closures = [new Closure { Quay = 0, Sections = new Interval(50, 90), Slots = new Interval(5, 20), Reason = "\u0000\u001B\uD800" + name }],
        });
        var svg = BerthSvg.Render(problem, new BerthPlan([new Assignment(0, -1, 0, 0, 20), null]), new BerthSvgOptions { Title = "\u0007\uDC00\uFFFE" + name });
        var drawn = new Drawn(svg);

        Assert.DoesNotContain("<script", svg, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', svg);
        Assert.StartsWith("</svg><script>alert('1')</script>\"&]]>gnp, 400 m", Drawn.Tooltip(drawn.Call(0)), StringComparison.Ordinal);
        Assert.Equal([0, 1], drawn.Calls);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_under_any_culture()
    {
        var problem = BerthGenerator.Port(1, 3);
        var plan = FirstComeFirstServed.Plan(problem);
        var first = BerthSvg.Render(problem, plan);
        var before = CultureInfo.CurrentCulture;
        var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        strange.NumberFormat.NumberDecimalSeparator = ",";
        strange.NumberFormat.NumberGroupSeparator = ".";
        strange.NumberFormat.NegativeSign = "minus";
        strange.DateTimeFormat.AbbreviatedDayNames = ["x", "x", "x", "x", "x", "x", "x"];
        using var stream = new MemoryStream();
        try
        {
            CultureInfo.CurrentCulture = strange;
            BerthSvg.Write(stream, problem, plan);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        Assert.Equal(first, Encoding.UTF8.GetString(stream.ToArray()));
        Assert.DoesNotContain('\r', first);
        Assert.Equal(problem.Calls.Length, new Drawn(first).Calls.Distinct().Count());
    }

    /// <summary>The only address in the file is the name of the format.</summary>
    [Fact]
    public void The_picture_loads_nothing()
    {
        var problem = BerthGenerator.ParkKim(20, 1);
        var svg = BerthSvg.Render(problem, FirstComeFirstServed.Plan(problem)).Replace("xmlns=\"http://www.w3.org/2000/svg\"", "", StringComparison.Ordinal);

        Assert.All(new[] { "http", "href", "@import", "<script", "<image", "<foreignObject" }, word => Assert.DoesNotContain(word, svg, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-1, -1, 0, 0, 10)]
    [InlineData(int.MaxValue, 0, 0, 0, 10)]
    [InlineData(0, -1, int.MaxValue, 0, 10)]
    [InlineData(0, -1, int.MinValue, int.MinValue, int.MaxValue)]
    [InlineData(0, int.MaxValue, 90, 10, 10)]
    [InlineData(0, -1, 0, int.MaxValue, int.MinValue)]
    public void Absurd_plans_are_drawn_as_far_as_they_can_be(int quay, int berth, int position, int start, int end)
    {
        var problem = new BerthProblem(Parts([Ship("a", 20, 0, 10) with { Handling = Handling.ByCranes(1, [9]) }]) with
        {
            CranePools = [new CranePool { Id = "rail", Count = 3, Quays = [0] }],
        });
        foreach (var cranes in new[] { int.MinValue, 2, int.MaxValue })
        {
            var drawn = Draw(problem, new BerthPlan([new Assignment(quay, berth, position, start, end, cranes, cranes)]));

            Assert.Equal([0], drawn.Calls);
            Assert.Contains("Breaks", drawn.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("0.0001", 9998)]
    [InlineData("1000000", 9998)]
    [InlineData("60", 9998)]
    [InlineData("60", 1)]
    public void Endless_grids_have_an_axis(string minutes, int year)
    {
        var grid = new Grid { MinutesPerSlot = decimal.Parse(minutes, CultureInfo.InvariantCulture), MetresPerSection = 0.0001m, Origin = new DateTimeOffset(year, 12, 1, 0, 0, 0, TimeSpan.Zero) };
        var problem = new BerthProblem(Parts([Ship("a", 20, 0, 1 << 23)]) with { Horizon = 1 << 24, Grid = grid, Quays = [North with { Length = 1 << 24 }] });
        var drawn = Draw(problem, new BerthPlan([new Assignment(0, -1, 0, 1 << 22, (1 << 22) + (1 << 23))]));

        Assert.InRange(drawn.Groups("axes").Single().Descendants().Count(), 3, 400);
    }

    [Fact]
    public void Refuses_options_out_of_range()
    {
        var problem = Problem([]);
        BerthSvgOptions[] bad = [new() { QuayPixels = 10 }, new() { TimePixels = 1_000_000 }, new() { FromSlot = -1 }, new() { FromSlot = 5, ToSlot = 5 }];

        Assert.All(bad, options => Assert.Throws<ArgumentOutOfRangeException>(() => BerthSvg.Render(problem, new BerthPlan([]), options)));
    }
}
