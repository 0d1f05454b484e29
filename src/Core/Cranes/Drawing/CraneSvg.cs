using System.Text;
using BerthOpt.Cranes.Drawing;

namespace BerthOpt.Cranes;

/// <summary>
/// Draws a plan as planners know it: the rail across, time down, a band for each task in the colour of its crane, the ways of the cranes
/// between their tasks, the waits for one another, and the vessels' outlines, with all figures as tooltips. The picture is one
/// self-contained SVG file without scripts, fonts or links, in colours that colour-blind people can tell apart, light or dark as the
/// viewer prefers. The same input gives the same bytes.
/// </summary>
/// <remarks>
/// Plans that break rules are drawn too, as far as they can be; the faults are counted in the title and outlined. Between two tasks a
/// crane is drawn where it can be: on its way at full speed, and then as near to its next task as the others let it. Colours follow
/// M. Okabe, K. Ito, "Color Universal Design" (2008); every eighth crane along the rail has the same one.
/// </remarks>
public static class CraneSvg
{
    /// <summary>Draws a plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="options">How to draw; null for the defaults.</param>
    /// <returns>The SVG document, without an XML declaration and with line feeds.</returns>
    /// <exception cref="ArgumentNullException">The problem or the plan is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static string Render(CraneProblem problem, CranePlan plan, CraneSvgOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        options ??= new CraneSvgOptions();
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
    public static void Write(Stream stream, CraneProblem problem, CranePlan plan, CraneSvgOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Encoding.UTF8.GetBytes(Render(problem, plan, options)));
    }
}
