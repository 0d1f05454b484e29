using System.Text;
using System.Xml.Linq;
using BerthOpt.Empties;

namespace BerthOpt.Tests.Empties;

public sealed class EmptiesSvgTests
{
    private static readonly EmptiesProblem Problem = new(EmptiesExamples.TwoPorts);

    private static readonly EmptiesPlan Plan = new() { Voyages = [new VoyageMove(0, 0, 1, 0, 6)], Links = [new LinkMove(0, 4, 0, 2)], Fulfilments = [new Fulfilment(0, 0, 8)] };

    [Fact]
    public void A_plan_is_drawn_with_its_stocks_flows_and_losses()
    {
        var root = XDocument.Parse(EmptiesSvg.Render(Problem, Plan, new EmptiesSvgOptions { LowerBound = 5 })).Root!;
        var texts = root.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();

        Assert.Equal("svg", root.Name.LocalName);
        Assert.All(["two ports", "A", "B", "A → B", "not given", "20 in stock"], text => Assert.Contains(text, texts));
        Assert.Contains(texts, text => text.Contains("lower bound 5", StringComparison.Ordinal));
        Assert.Equal(2, root.Descendants().Count(element => (string?)element.Attribute("class") == "stock"));
        Assert.Equal(2, root.Descendants().Count(element => (string?)element.Attribute("class") == "flow"));
    }

    [Fact]
    public void The_same_plan_gives_the_same_bytes()
    {
        using var stream = new MemoryStream();
        EmptiesSvg.Write(stream, Problem, Plan);

        Assert.Equal(EmptiesSvg.Render(Problem, Plan), Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>Plans that break rules are drawn as far as they can be, and say so.</summary>
    [Fact]
    public void A_plan_that_breaks_rules_is_drawn()
    {
        var plan = new EmptiesPlan { Voyages = [new VoyageMove(0, 0, 1, 0, int.MaxValue), new VoyageMove(9, 0, 1, 0, 1)] };

        Assert.Contains("Breaks 3 rules", EmptiesSvg.Render(Problem, plan), StringComparison.Ordinal);
        Assert.NotEmpty(EmptiesSvg.Render(EmptiesExamples.Nothing, EmptiesPlan.Empty));
    }

    [Fact]
    public void Options_out_of_range_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EmptiesSvg.Render(Problem, Plan, new EmptiesSvgOptions { Locations = 0 }));
}
