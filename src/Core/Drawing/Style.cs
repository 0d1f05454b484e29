namespace BerthOpt.Drawing;

/// <summary>
/// Colours and hatches that all pictures have. All selectors start at the picture's own class, so that pictures can stand in a page.
/// Colours follow M. Okabe, K. Ito, "Color Universal Design" (2008).
/// </summary>
internal static class Style
{
    private const string Light = """
        .berthopt{font-family:"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif}
        .berthopt .page{fill:#fff}
        .berthopt text{fill:#1c2733}
        .berthopt text.soft{fill:#5a6978}
        .berthopt text.strong{font-weight:700}
        .berthopt text.bad{fill:#b34700;font-weight:700}
        .berthopt .water{fill:#f3f6f9}
        .berthopt .grid{stroke:#e0e6ec;stroke-width:1}
        .berthopt .day{stroke:#aeb9c5;stroke-width:1}
        .berthopt .tick{stroke:#7c8997;stroke-width:1}
        .berthopt .quay{fill:#5a6978}
        .berthopt .shut{fill:url(#berthopt-shut);stroke:#8593a1;stroke-width:1}
        .berthopt .ink-shut{stroke:#a9b4c0;stroke-width:2}
        .berthopt .ink-late{stroke:#d55e00;stroke-width:2;stroke-opacity:.5}
        .berthopt .over{fill:url(#berthopt-late)}
        .berthopt .late{fill:none;stroke:#d55e00;stroke-width:2}
        .berthopt .fault{fill:none;stroke:#b0408a;stroke-width:3;stroke-dasharray:6 3}
        .berthopt .due{stroke:#5a6978;stroke-width:1.5}
        .berthopt .due-late{stroke:#d55e00;stroke-width:2}
        .berthopt .halo{stroke:#fff;stroke-width:3.5;stroke-opacity:.75}
        .berthopt .pin{fill:#1c2733}
        .berthopt .busy{fill:#0072b2;fill-opacity:.45}
        .berthopt .limit{fill:none;stroke:#1c2733;stroke-width:1}
        .berthopt .chip{fill:#eef2f6;stroke:#c3ccd6}

        """;

    private const string Dark = """
        .berthopt .page{fill:#11171e}
        .berthopt text{fill:#e4ebf2}
        .berthopt text.soft{fill:#98a7b6}
        .berthopt text.bad{fill:#ff9a4d}
        .berthopt .water{fill:#1a232d}
        .berthopt .grid{stroke:#27323e}
        .berthopt .day{stroke:#46566a}
        .berthopt .quay{fill:#98a7b6}
        .berthopt .ink-shut{stroke:#4a5a6b}
        .berthopt .late,.berthopt .due-late{stroke:#ff8a33}
        .berthopt .fault{stroke:#e08cc0}
        .berthopt .due{stroke:#98a7b6}
        .berthopt .halo{stroke:#11171e}
        .berthopt .pin{fill:#e4ebf2}
        .berthopt .chip{fill:#1f2a35;stroke:#39485a}
        .berthopt .busy{fill:#56b4e9}
        .berthopt .limit{stroke:#e4ebf2}

        """;

    /// <summary>Writes the shared rules and those of one kind of picture.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="light">Its rules.</param>
    /// <param name="dark">Its rules where the viewer prefers dark pages.</param>
    /// <param name="hatches">Its hatches: name, pitch in pixels, degrees. <c>shut</c> and <c>late</c> there are always.</param>
    public static void Write(SvgCanvas canvas, string light, string dark, params ReadOnlySpan<(string Name, double Pitch, int Degrees)> hatches)
    {
        canvas.Begin("style");
        canvas.Raw($"\n{Light}{light}@media (prefers-color-scheme:dark){{\n{Dark}{dark}}}\n".ReplaceLineEndings("\n"));
        canvas.End();
        canvas.Begin("defs");
        Hatch(canvas, "shut", 7, 45);
        Hatch(canvas, "late", 7, 45);
        foreach (var (name, pitch, degrees) in hatches)
        {
            Hatch(canvas, name, pitch, degrees);
        }

        canvas.End();
    }

    private static void Hatch(SvgCanvas canvas, string name, double pitch, int degrees)
    {
        canvas.Begin("pattern", ("id", $"berthopt-{name}"), ("width", pitch), ("height", pitch), ("patternUnits", "userSpaceOnUse"), ("patternTransform", $"rotate({degrees})"));
        canvas.Line((0, 0), (0, pitch), $"ink-{name}");
        canvas.End();
    }
}
