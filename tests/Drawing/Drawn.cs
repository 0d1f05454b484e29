using System.Globalization;
using System.Xml.Linq;

namespace BerthOpt.Tests.Drawing;

/// <summary>A rendered picture, read back.</summary>
internal sealed class Drawn
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement root;

    public Drawn(string svg) => root = XDocument.Parse(svg).Root!;

    public XElement Root => root;

    public string Text => string.Join('\n', root.Descendants(Svg + "text").Select(text => text.Value));

    public IEnumerable<XElement> Groups(string style) => root.Descendants(Svg + "g").Where(group => Styles(group).Contains(style));

    /// <summary>The group of a task, by its index.</summary>
    public XElement Task(int index) => Groups("task").Single(group => (int?)group.Attribute("data-task") == index);

    /// <summary>The group of a call, by its index.</summary>
    public XElement Call(int index) => Groups("call").Single(group => (int)group.Attribute("data-call")! == index);

    public IEnumerable<int> Calls => Groups("call").Select(group => (int)group.Attribute("data-call")!);

    public static IEnumerable<(double X, double Y, double Right, double Bottom)> Rects(XElement within, params string[] styles) =>
        within.Descendants(Svg + "rect").Where(rect => Styles(rect).Intersect(styles).Any()).Select(rect =>
        {
            var (x, y) = (Number(rect, "x"), Number(rect, "y"));
            return (x, y, x + Number(rect, "width"), y + Number(rect, "height"));
        });

    public static string Tooltip(XElement group) => group.Element(Svg + "title")!.Value;

    public static string Words(XElement group) => string.Join('\n', group.Elements(Svg + "text").Select(text => text.Value));

    public static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    private static string[] Styles(XElement element) => ((string?)element.Attribute("class") ?? "").Split(' ');
}
