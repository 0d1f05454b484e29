using System.Text;
using BerthOpt.Berths.Drawing;

namespace BerthOpt.Berths;

/// <summary>
/// Draws a plan as planners know it: quay across, time down (or time across), a rectangle for each call with its cranes, waiting, tide
/// delays and due times, and all figures as tooltips. The picture is one self-contained SVG file without scripts, fonts or links, in
/// colours that colour-blind people can tell apart, light or dark as the viewer prefers. The same input gives the same bytes.
/// </summary>
/// <remarks>
/// Plans that break rules are drawn too, as far as they can be; the faults are counted in the title and outlined. Colours follow M.
/// Okabe, K. Ito, "Color Universal Design" (2008). Cranes count from 1 at the left, as in plan files.
/// </remarks>
public static class BerthSvg
{
    /// <summary>Draws a plan.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="plan">Its plan; calls that it leaves out are listed below the picture.</param>
    /// <param name="options">How to draw; null for the defaults.</param>
    /// <returns>The SVG document, without an XML declaration and with line feeds.</returns>
    /// <exception cref="ArgumentNullException">The problem or the plan is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static string Render(BerthProblem problem, BerthPlan plan, BerthSvgOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(plan);
        options ??= new BerthSvgOptions();
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
    public static void Write(Stream stream, BerthProblem problem, BerthPlan plan, BerthSvgOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Encoding.UTF8.GetBytes(Render(problem, plan, options)));
    }
}
