using System.Globalization;
using System.Text;
using System.Xml;

namespace BerthOpt.Drawing;

/// <summary>Where a text stands relative to its point.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>Writes SVG elements: invariant numbers with at most two decimals, escaped text, line feeds.</summary>
internal sealed class SvgCanvas : IDisposable
{
    private readonly StringBuilder text = new();
    private readonly XmlWriter writer;

    public SvgCanvas() => writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = "", NewLineChars = "\n" });

    public void Dispose() => writer.Dispose();

    public override string ToString()
    {
        writer.Flush();
        return text.Append('\n').ToString();
    }

    public void Begin(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        writer.WriteStartElement(name, "http://www.w3.org/2000/svg");
        Attributes(attributes);
    }

    public void End() => writer.WriteEndElement();

    public void Group(string style) => Begin("g", ("class", style));

    /// <summary>A group for one thing of the plan, such as <c>data-call</c> 3.</summary>
    public void Group(string style, string data, int index)
    {
        Group(style);
        Attributes((data, index));
    }

    public void Raw(string css) => writer.WriteString(css);

    /// <summary>A tooltip of the element that is open.</summary>
    public void Tooltip(string title)
    {
        Begin("title");
        writer.WriteString(Words.Clean(title, keepLines: true));
        End();
    }

    public void Rect(Box box, string style, double round = 0)
    {
        if (box.Width <= 0 || box.Height <= 0)
        {
            return;
        }

        Begin("rect", ("class", style), ("x", box.X), ("y", box.Y), ("width", box.Width), ("height", box.Height));
        if (round > 0)
        {
            Attributes(("rx", round));
        }

        End();
    }

    public void Line((double X, double Y) from, (double X, double Y) to, string style)
    {
        Begin("line", ("class", style), ("x1", from.X), ("y1", from.Y), ("x2", to.X), ("y2", to.Y));
        End();
    }

    public void Circle((double X, double Y) centre, double radius, string style)
    {
        Begin("circle", ("class", style), ("cx", centre.X), ("cy", centre.Y), ("r", radius));
        End();
    }

    public void Path(IEnumerable<(double X, double Y)> points, string style, bool closed)
    {
        var path = new StringBuilder();
        foreach (var (x, y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(Number(x)).Append(' ').Append(Number(y));
        }

        Begin("path", ("class", style), ("d", path.Append(closed ? "Z" : "").ToString()));
        End();
    }

    /// <summary>A line of text; <paramref name="size"/> in pixels, <paramref name="upward"/> turns it to read from below.</summary>
    public void Text((double X, double Y) at, string words, double size, string style, Anchor anchor = Anchor.Start, bool upward = false)
    {
        var clean = Words.Clean(words);
        if (clean.Length == 0)
        {
            return;
        }

        Begin("text", ("class", style), ("x", at.X), ("y", at.Y), ("font-size", size));
        if (anchor != Anchor.Start)
        {
            Attributes(("text-anchor", anchor == Anchor.Middle ? "middle" : "end"));
        }

        if (upward)
        {
            Attributes(("transform", $"rotate(-90 {Number(at.X)} {Number(at.Y)})"));
        }

        writer.WriteString(clean);
        End();
    }

    private void Attributes(params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            writer.WriteAttributeString(name, value is double number ? Number(number) : Convert.ToString(value, CultureInfo.InvariantCulture));
        }
    }

    // The sum turns the negative zero of rounded numbers into zero.
    private static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
}
