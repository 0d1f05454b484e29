namespace BerthOpt.Formats;

/// <summary>
/// How a plan is written in the units of its instance: <c>time = slot * TimePerSlot + TimeOrigin</c> and
/// <c>position = section * PositionPerSection + PositionOrigin</c>, in exact decimals.
/// </summary>
public sealed record PlanUnits
{
    /// <summary>Units of time in one slot; above 0; default 1.</summary>
    public decimal TimePerSlot { get; init; } = 1;

    /// <summary>The time of slot 0; default 0.</summary>
    public decimal TimeOrigin { get; init; }

    /// <summary>Units of length in one section; above 0; default 1.</summary>
    public decimal PositionPerSection { get; init; } = 1;

    /// <summary>The position of section 0; default 0 (1 where an instance counts positions from 1).</summary>
    public decimal PositionOrigin { get; init; }

    /// <summary>The time of a slot.</summary>
    /// <param name="slot">The slot.</param>
    public decimal Time(int slot) => (slot * TimePerSlot) + TimeOrigin;

    /// <summary>The position of a section.</summary>
    /// <param name="section">The section.</param>
    public decimal Position(int section) => (section * PositionPerSection) + PositionOrigin;

    /// <summary>The slot whose <see cref="Time"/> is exactly <paramref name="time"/>; null when there is none.</summary>
    /// <param name="time">A time in the instance's units.</param>
    public int? Slot(decimal time) => Step(time, TimePerSlot, TimeOrigin);

    /// <summary>The section whose <see cref="Position"/> is exactly <paramref name="position"/>; null when there is none.</summary>
    /// <param name="position">A position in the instance's units.</param>
    public int? Section(decimal position) => Step(position, PositionPerSection, PositionOrigin);

    private static int? Step(decimal value, decimal perStep, decimal origin)
    {
        try
        {
            var step = decimal.Round((value - origin) / perStep);
            return step is >= int.MinValue and <= int.MaxValue && ((int)step * perStep) + origin == value ? (int)step : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
