using System.Collections.Immutable;

namespace BerthOpt.Berths;

/// <summary>
/// The slots at which a call may move: sorted, disjoint, half-open windows. A ship whose handling ends outside its departure
/// windows keeps its place until the next one opens (Ernst, Oguz, Singh and Taherkhani 2017).
/// </summary>
public sealed class TideWindows
{
    /// <summary>Creates the set from windows in ascending order.</summary>
    /// <param name="windows">Non-empty, disjoint windows in ascending order.</param>
    /// <exception cref="ArgumentException">A window is empty, or starts before the one in front of it ends.</exception>
    public TideWindows(IEnumerable<Interval> windows)
    {
        Windows = [.. windows];
        for (var index = 0; index < Windows.Length; index++)
        {
            var window = Windows[index];
            if (window.Length <= 0 || (index > 0 && window.From < Windows[index - 1].To))
            {
                throw new ArgumentException($"Window {index} [{window.From}, {window.To}) is empty or starts before its forerunner ends.", nameof(windows));
            }
        }
    }

    /// <summary>The windows, ascending.</summary>
    public ImmutableArray<Interval> Windows { get; }

    /// <summary>
    /// The windows in which the water carries a ship: slots <c>t</c> with
    /// <c>channelDepth + level[t] &gt;= draught + underKeel</c>, all in centimetres.
    /// </summary>
    /// <param name="levels">Tide level above chart datum at each slot, in centimetres.</param>
    /// <param name="channelDepth">Depth of the channel below chart datum, in centimetres.</param>
    /// <param name="draught">Draught, in centimetres.</param>
    /// <param name="underKeel">Under-keel clearance, in centimetres.</param>
    public static TideWindows FromLevels(ReadOnlySpan<int> levels, int channelDepth, int draught, int underKeel)
    {
        var windows = new List<Interval>();
        var from = -1;
        for (var slot = 0; slot <= levels.Length; slot++)
        {
            var open = slot < levels.Length && channelDepth + levels[slot] >= draught + underKeel;
            if (open && from < 0)
            {
                from = slot;
            }
            else if (!open && from >= 0)
            {
                windows.Add(new Interval(from, slot));
                from = -1;
            }
        }

        return new TideWindows(windows);
    }
}
