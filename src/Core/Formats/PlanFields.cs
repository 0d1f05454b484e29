using System.Globalization;

namespace BerthOpt.Formats;

/// <summary>The fields of one row of a plan's file.</summary>
internal readonly ref struct PlanFields(ReadOnlySpan<char> row, ReadOnlySpan<Range> ranges, int line, PlanUnits units, FormatFaults faults)
{
    private readonly ReadOnlySpan<char> row = row;
    private readonly ReadOnlySpan<Range> ranges = ranges;
    private readonly int before = faults.Count;

    public ReadOnlySpan<char> this[int field] => row[ranges[field]];

    /// <summary>Whether no fault was found in this row so far.</summary>
    public bool AreGood => faults.Count == before;

    public void Fault(string code, string message) => faults.Add(code, line, message);

    /// <summary>A number that counts from 1, as an index from 0; a fault, and 0, when it is none.</summary>
    /// <param name="field">Number of the field.</param>
    /// <param name="what">What it counts.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="none">What to expect where there are none.</param>
    public int Index(int field, string what, int count, string none)
    {
        if (int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= count)
        {
            return number - 1;
        }

        Fault("bad-number", $"has {what} {FormatFaults.Show(this[field])}; expected {(count == 0 ? $"{none}, as there is no {what}" : $"a whole number from 1 to {count}")}.");
        return 0;
    }

    /// <summary>A whole number of 64 bits; a fault, and 0, when it is none.</summary>
    public long Long(int field, string what)
    {
        if (long.TryParse(this[field], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fault("bad-number", $"has {what} {FormatFaults.Show(this[field])}; expected a whole number from {long.MinValue} to {long.MaxValue}.");
        return 0;
    }

    /// <summary>A time as a slot; a fault, and 0, when it is none.</summary>
    public int Slot(int field, string what) => Step(field, what, units.Slot, units.TimeOrigin, units.TimePerSlot);

    /// <summary>A position as a section; a fault, and 0, when it is none.</summary>
    public int Section(int field, string what) => Step(field, what, units.Section, units.PositionOrigin, units.PositionPerSection);

    private int Step(int field, string what, Func<decimal, int?> step, decimal origin, decimal perStep)
    {
        if (!decimal.TryParse(this[field], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            Fault("bad-number", $"has {what} {FormatFaults.Show(this[field])}; expected a number.");
            return 0;
        }

        if (step(value) is { } found)
        {
            return found;
        }

        Fault("off-grid", $"has {what} {FormatFaults.Show(this[field])}; expected {Numbers.Show(origin)} and a whole multiple of {Numbers.Show(perStep)}.");
        return 0;
    }
}
