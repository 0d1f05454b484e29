using System.Text;
using BerthOpt.Drawing;

namespace BerthOpt.Cranes.Drawing;

/// <summary>Colours and hatches that only crane pictures have.</summary>
internal static class CraneStyle
{
    // Fill and line on light pages, fill and line on dark ones, in an order that puts unlike ones side by side.
    private static readonly (string Fill, string Line, string DarkFill, string DarkLine)[] Cranes =
    [
        ("#a9d6f3", "#0072b2", "#1f5f8a", "#7cc4ee"),
        ("#f8cf7d", "#a86a00", "#7d5a00", "#f0c45c"),
        ("#8fd6bf", "#00704f", "#0b6047", "#5fd3ab"),
        ("#f2b48f", "#c04a00", "#8a3d0a", "#ff9a5c"),
        ("#e8bcd6", "#9c3f75", "#743159", "#e79cc7"),
        ("#f5ee9a", "#857a00", "#69610a", "#e9df5a"),
        ("#c9ced4", "#4a5560", "#46505a", "#b9c3cd"),
        ("#8fb3e0", "#1d4f91", "#24477d", "#8ab4ef"),
    ];

    private const string Light = """
        .berthopt .task text.soft{fill:#33414d}
        .berthopt .body{fill:#dfe5eb;stroke:#5a6978;stroke-width:1}
        .berthopt .on .body{stroke-dasharray:4 2}
        .berthopt .both .body{stroke-dasharray:7 2 1.5 2;stroke-width:1.5}
        .berthopt .cover .body{stroke:#1c2733;stroke-width:2}
        .berthopt .hold{fill:#1c2733;fill-opacity:.35}
        .berthopt .way{fill:none;stroke:#5a6978;stroke-width:1.6;stroke-linejoin:round}
        .berthopt .halo-way{fill:none;stroke:#fff;stroke-width:3.6;stroke-opacity:.7}
        .berthopt .beyond{fill:none;stroke:#5a6978;stroke-width:1.2;stroke-dasharray:3 3}
        .berthopt .start{fill:#fff;stroke:#5a6978;stroke-width:1.3}
        .berthopt .wait .idle{fill:url(#berthopt-wait);stroke:#1c2733;stroke-width:.6}
        .berthopt .order .idle{fill:#fff;stroke:#5a6978;stroke-width:.8;stroke-dasharray:2 2}
        .berthopt .ink-wait{stroke:#1c2733;stroke-width:1.6;stroke-opacity:.75}
        .berthopt .hull{fill:#eaf0f6;stroke:#7c8997;stroke-width:1.2}
        .berthopt .ship{fill:#5a6978}
        .berthopt .task:hover .body{stroke:#000;stroke-width:2}

        """;

    private const string Dark = """
        .berthopt .task text.soft{fill:#c9d6e2}
        .berthopt .body{fill:#39485a;stroke:#98a7b6}
        .berthopt .cover .body{stroke:#e4ebf2}
        .berthopt .hold{fill:#e4ebf2}
        .berthopt .way,.berthopt .beyond,.berthopt .start{stroke:#98a7b6}
        .berthopt .halo-way{stroke:#11171e}
        .berthopt .start{fill:#11171e}
        .berthopt .wait .idle{stroke:#e4ebf2}
        .berthopt .order .idle{fill:#11171e;stroke:#98a7b6}
        .berthopt .ink-wait{stroke:#e4ebf2}
        .berthopt .hull{fill:#212c38;stroke:#5f7185}
        .berthopt .ship{fill:#98a7b6}
        .berthopt .task:hover .body{stroke:#fff}

        """;

    public static void Write(SvgCanvas canvas)
    {
        var (light, dark) = (new StringBuilder(Light), new StringBuilder(Dark));
        for (var colour = 0; colour < Scene.Colours; colour++)
        {
            var its = Cranes[colour];
            Rules(light, colour, its.Fill, its.Line);
            Rules(dark, colour, its.DarkFill, its.DarkLine);
        }

        Style.Write(canvas, light.ToString(), dark.ToString(), ("wait", 4, 45));
    }

    private static void Rules(StringBuilder css, int colour, string fill, string line) =>
        css.Append($".berthopt .crane{colour} .body{{fill:{fill}}}\n.berthopt .crane{colour}:not(.cover) .body,.berthopt .crane{colour} .way,.berthopt .crane{colour} .beyond,.berthopt .crane{colour} .start{{stroke:{line}}}\n");
}
