using System.Text;
using BerthOpt.Empties.Drawing;

namespace BerthOpt.Empties;

/// <summary>
/// Draws a plan: for each of the busiest locations its stocks over time, type upon type, with what could not be given below; and the greatest flows
/// between locations by mode. The picture is one self-contained SVG file without scripts, fonts or links, in colours that colour-blind people can tell
/// apart, light or dark as the viewer prefers. The same input gives the same bytes.
/// </summary>
public static class EmptiesSvg
{
    /// <summary>Draws a plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">Its plan, valid or not.</param>
    /// <param name="options">How to draw; null for the defaults.</param>
    /// <returns>The SVG document, without an XML declaration and with line feeds.</returns>
    /// <exception cref="ArgumentNullException">The problem or the plan is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static string Render(EmptiesProblem problem, EmptiesPlan plan, EmptiesSvgOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        options ??= new EmptiesSvgOptions();
        options.Check();
        return Picture.Draw(problem, plan, options);
    }

    /// <summary>Draws a plan into a stream, in UTF-8 without a byte order mark; the stream stays open.</summary>
    /// <param name="stream">Where the picture goes.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="options">How to draw; null for the defaults.</param>
    /// <exception cref="ArgumentNullException">The stream, the problem or the plan is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static void Write(Stream stream, EmptiesProblem problem, EmptiesPlan plan, EmptiesSvgOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Encoding.UTF8.GetBytes(Render(problem, plan, options)));
    }
}
