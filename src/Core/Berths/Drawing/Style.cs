namespace BerthOpt.Berths.Drawing;

/// <summary>Colours and hatches. All selectors start at the picture's own class, so that pictures can stand in a page.</summary>
internal static class Style
{
    private const string Light = """
        .berthopt{font-family:"Segoe UI",Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif}
        .berthopt .page{fill:#fff}
        .berthopt text{fill:#1c2733}
        .berthopt text.soft{fill:#5a6978}
        .berthopt text.strong{font-weight:700}
        .berthopt .call text.soft{fill:#33414d}
        .berthopt text.bad{fill:#b34700;font-weight:700}
        .berthopt .water{fill:#f3f6f9}
        .berthopt .grid{stroke:#e0e6ec;stroke-width:1}
        .berthopt .day{stroke:#aeb9c5;stroke-width:1}
        .berthopt .tick{stroke:#7c8997;stroke-width:1}
        .berthopt .quay{fill:#5a6978}
        .berthopt .berth{stroke:#c3ccd6;stroke-width:1}
        .berthopt .break{stroke:#1c2733;stroke-width:1.5;stroke-dasharray:6 4}
        .berthopt .deep{fill:#0072b2}
        .berthopt .shut{fill:url(#berthopt-shut);stroke:#8593a1;stroke-width:1}
        .berthopt .ban{fill:url(#berthopt-ban);stroke:#0072b2;stroke-width:.75;stroke-dasharray:4 3}
        .berthopt text.wind{fill:#005b8f;font-weight:700}
        .berthopt .gust{stroke:#0072b2;stroke-width:1;stroke-dasharray:5 4;stroke-opacity:.8}
        .berthopt .ink-shut{stroke:#a9b4c0;stroke-width:2}
        .berthopt .ink-ban{stroke:#0072b2;stroke-width:1;stroke-opacity:.22}
        .berthopt .ink-late{stroke:#d55e00;stroke-width:2;stroke-opacity:.5}
        .berthopt .body{stroke:#2f5871;stroke-width:.75}
        .berthopt .direct .body,.berthopt .direct .tail{fill:#a9d6f3}
        .berthopt .direct .odd{fill:#86c3ec}
        .berthopt .waited .body,.berthopt .waited .tail{fill:#f8d98b}
        .berthopt .waited .odd{fill:#f2c356}
        .berthopt .waited .body,.berthopt .waited .tail{stroke:#7d5a00}
        .berthopt .tail{fill-opacity:.38;stroke:#2f5871;stroke-width:.75;stroke-dasharray:2 2}
        .berthopt .over{fill:url(#berthopt-late)}
        .berthopt .late{fill:none;stroke:#d55e00;stroke-width:2}
        .berthopt .fault{fill:none;stroke:#b0408a;stroke-width:3;stroke-dasharray:6 3}
        .berthopt .due{stroke:#5a6978;stroke-width:1.5}
        .berthopt .due-late{stroke:#d55e00;stroke-width:2}
        .berthopt .halo{stroke:#fff;stroke-width:3.5;stroke-opacity:.75}
        .berthopt .wait{stroke:#a35200;stroke-width:1.3}
        .berthopt .came{fill:#fff;stroke:#a35200;stroke-width:1.3}
        .berthopt .pin{fill:#1c2733}
        .berthopt .ghost{fill:none;stroke:#1c2733;stroke-width:1;stroke-dasharray:3 3;stroke-opacity:.6}
        .berthopt .busy{fill:#0072b2;fill-opacity:.45}
        .berthopt .limit{fill:none;stroke:#1c2733;stroke-width:1}
        .berthopt .tide{fill:#009e73;fill-opacity:.4}
        .berthopt .chip{fill:#eef2f6;stroke:#c3ccd6}
        .berthopt .call:hover .body{stroke:#000;stroke-width:2}

        """;

    private const string Dark = """
        @media (prefers-color-scheme:dark){
        .berthopt .page{fill:#11171e}
        .berthopt text{fill:#e4ebf2}
        .berthopt text.soft{fill:#98a7b6}
        .berthopt .call text.soft{fill:#33414d}
        .berthopt .call text.soft{fill:#c9d6e2}
        .berthopt text.bad{fill:#ff9a4d}
        .berthopt text.wind{fill:#7cc4ee}
        .berthopt .water{fill:#1a232d}
        .berthopt .grid{stroke:#27323e}
        .berthopt .day{stroke:#46566a}
        .berthopt .quay{fill:#98a7b6}
        .berthopt .berth{stroke:#39485a}
        .berthopt .break{stroke:#e4ebf2}
        .berthopt .ink-shut{stroke:#4a5a6b}
        .berthopt .ink-ban{stroke:#56b4e9;stroke-opacity:.3}
        .berthopt .ban,.berthopt .gust{stroke:#56b4e9}
        .berthopt .deep,.berthopt .busy{fill:#56b4e9}
        .berthopt .body,.berthopt .tail{stroke:#9ccbe8}
        .berthopt .direct .body,.berthopt .direct .tail{fill:#1f5f8a}
        .berthopt .direct .odd{fill:#2a729f}
        .berthopt .waited .body,.berthopt .waited .tail{fill:#7d5a00;stroke:#f0c45c}
        .berthopt .waited .odd{fill:#936c08}
        .berthopt .late,.berthopt .due-late{stroke:#ff8a33}
        .berthopt .fault{stroke:#e08cc0}
        .berthopt .due{stroke:#98a7b6}
        .berthopt .halo{stroke:#11171e}
        .berthopt .wait{stroke:#ffb45c}
        .berthopt .came{fill:#11171e;stroke:#ffb45c}
        .berthopt .pin{fill:#e4ebf2}
        .berthopt .ghost,.berthopt .limit{stroke:#e4ebf2}
        .berthopt .tide{fill:#2fc79b}
        .berthopt .chip{fill:#1f2a35;stroke:#39485a}
        .berthopt .call:hover .body{stroke:#fff}
        }

        """;

    public static void Write(SvgCanvas canvas)
    {
        canvas.Begin("style");
        canvas.Raw("\n" + Light.ReplaceLineEndings("\n") + Dark.ReplaceLineEndings("\n"));
        canvas.End();
        canvas.Begin("defs");
        Hatch(canvas, "shut", 7, 45);
        Hatch(canvas, "ban", 9, 135);
        Hatch(canvas, "late", 7, 45);
        canvas.End();
    }

    private static void Hatch(SvgCanvas canvas, string name, double size, int degrees)
    {
        canvas.Begin("pattern", ("id", $"berthopt-{name}"), ("width", size), ("height", size), ("patternUnits", "userSpaceOnUse"), ("patternTransform", $"rotate({degrees})"));
        canvas.Line((0, 0), (0, size), $"ink-{name}");
        canvas.End();
    }
}
