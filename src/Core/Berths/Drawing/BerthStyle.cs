using BerthOpt.Drawing;

namespace BerthOpt.Berths.Drawing;

/// <summary>Colours and hatches that only berth pictures have.</summary>
internal static class BerthStyle
{
    private const string Light = """
        .berthopt .call text.soft{fill:#33414d}
        .berthopt .berth{stroke:#c3ccd6;stroke-width:1}
        .berthopt .break{stroke:#1c2733;stroke-width:1.5;stroke-dasharray:6 4}
        .berthopt .deep{fill:#0072b2}
        .berthopt .ban{fill:url(#berthopt-ban);stroke:#0072b2;stroke-width:.75;stroke-dasharray:4 3}
        .berthopt text.wind{fill:#005b8f;font-weight:700}
        .berthopt .gust{stroke:#0072b2;stroke-width:1;stroke-dasharray:5 4;stroke-opacity:.8}
        .berthopt .ink-ban{stroke:#0072b2;stroke-width:1;stroke-opacity:.22}
        .berthopt .body{stroke:#2f5871;stroke-width:.75}
        .berthopt .direct .body,.berthopt .direct .tail{fill:#a9d6f3}
        .berthopt .direct .odd{fill:#86c3ec}
        .berthopt .waited .body,.berthopt .waited .tail{fill:#f8d98b}
        .berthopt .waited .odd{fill:#f2c356}
        .berthopt .waited .body,.berthopt .waited .tail{stroke:#7d5a00}
        .berthopt .tail{fill-opacity:.38;stroke:#2f5871;stroke-width:.75;stroke-dasharray:2 2}
        .berthopt .wait{stroke:#a35200;stroke-width:1.3}
        .berthopt .came{fill:#fff;stroke:#a35200;stroke-width:1.3}
        .berthopt .ghost{fill:none;stroke:#1c2733;stroke-width:1;stroke-dasharray:3 3;stroke-opacity:.6}
        .berthopt .tide{fill:#009e73;fill-opacity:.4}
        .berthopt .call:hover .body{stroke:#000;stroke-width:2}

        """;

    private const string Dark = """
        .berthopt .call text.soft{fill:#33414d}
        .berthopt .call text.soft{fill:#c9d6e2}
        .berthopt text.wind{fill:#7cc4ee}
        .berthopt .berth{stroke:#39485a}
        .berthopt .break{stroke:#e4ebf2}
        .berthopt .ink-ban{stroke:#56b4e9;stroke-opacity:.3}
        .berthopt .ban,.berthopt .gust{stroke:#56b4e9}
        .berthopt .deep{fill:#56b4e9}
        .berthopt .body,.berthopt .tail{stroke:#9ccbe8}
        .berthopt .direct .body,.berthopt .direct .tail{fill:#1f5f8a}
        .berthopt .direct .odd{fill:#2a729f}
        .berthopt .waited .body,.berthopt .waited .tail{fill:#7d5a00;stroke:#f0c45c}
        .berthopt .waited .odd{fill:#936c08}
        .berthopt .wait{stroke:#ffb45c}
        .berthopt .came{fill:#11171e;stroke:#ffb45c}
        .berthopt .ghost{stroke:#e4ebf2}
        .berthopt .tide{fill:#2fc79b}
        .berthopt .call:hover .body{stroke:#fff}

        """;

    public static void Write(SvgCanvas canvas) => Style.Write(canvas, Light, Dark, ("ban", 9, 135));
}
