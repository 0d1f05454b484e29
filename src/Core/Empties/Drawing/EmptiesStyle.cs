using System.Text;
using BerthOpt.Drawing;

namespace BerthOpt.Empties.Drawing;

/// <summary>Colours that only pictures of empties have.</summary>
internal static class EmptiesStyle
{
    // On light pages and on dark ones, in an order that puts unlike ones side by side.
    private static readonly (string Light, string Dark)[] Fills =
    [
        ("#56b4e9", "#1f6f9f"), ("#e69f00", "#a87400"), ("#009e73", "#0b7a5a"), ("#d55e00", "#b04c00"), ("#cc79a7", "#9c5a80"), ("#b5ab2a", "#877f1d"), ("#8a949e", "#5f6a75"), ("#3f6fb5", "#2f5488"),
    ];

    /// <summary>Colours of types and modes; further ones begin anew.</summary>
    public static int Colours => Fills.Length;

    public static void Write(SvgCanvas canvas)
    {
        var (light, dark) = (new StringBuilder(".berthopt .lost{fill:#b0408a}\n"), new StringBuilder(".berthopt .lost{fill:#e08cc0}\n"));
        for (var colour = 0; colour < Colours; colour++)
        {
            light.Append($".berthopt .fill{colour}{{fill:{Fills[colour].Light}}}\n");
            dark.Append($".berthopt .fill{colour}{{fill:{Fills[colour].Dark}}}\n");
        }

        Style.Write(canvas, light.ToString(), dark.ToString());
    }
}
