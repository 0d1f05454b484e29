namespace BerthOpt.Documents;

/// <summary>A quantity of a document, and what one step of the grid is in it: <see cref="Numerator"/> / <see cref="Denominator"/>.</summary>
/// <param name="Says">For messages: "minutes".</param>
/// <param name="Step">For messages: "a slot".</param>
/// <param name="Maybe">What to do about a value off the grid.</param>
/// <param name="Numerator">Of one step.</param>
/// <param name="Denominator">Of one step; apart, because a third has no exact decimal.</param>
internal sealed record Measure(string Says, string Step, string Maybe, Func<Units, decimal> Numerator, Func<Units, decimal> Denominator)
{
    /// <summary>A value this near to the grid, in steps, lies on it: thirds have no exact decimal, and other languages compute in binary.</summary>
    public const decimal Tolerance = 0.000_001m;

    private const string FinerTime = "Maybe \"minutesPerSlot\" should be smaller.";
    private const string FinerSeconds = "Maybe \"secondsPerSlot\" should be smaller.";
    private const string FinerSpace = "Maybe \"metresPerSection\" should be smaller.";
    private const string FinerCost = "Maybe \"costScale\" should be greater.";

    public static readonly Measure Minutes = new("minutes", "a slot", FinerTime, units => units.MinutesPerSlot, _ => 1);
    public static readonly Measure Seconds = new("seconds", "a slot", FinerSeconds, units => units.SecondsPerSlot, _ => 1);
    public static readonly Measure Metres = new("metres", "a section", FinerSpace, units => units.MetresPerSection, _ => 1);
    public static readonly Measure Cost = new("units of cost", "a grid unit of cost", FinerCost, _ => 1, units => units.CostScale);
    public static readonly Measure CostPerHour = new("units of cost per hour", "a grid unit of cost per slot", FinerCost, _ => 60, units => units.MinutesPerSlot * units.CostScale);
    public static readonly Measure CostPerMetre = new("units of cost per metre", "a grid unit of cost per section", FinerCost, _ => 1, units => units.MetresPerSection * units.CostScale);
    public static readonly Measure LossPerMetre = new("parts of the handling time per metre", "a millionth per section", "Maybe round it.", _ => 1, units => 1_000_000 * units.MetresPerSection);
    public static readonly Measure Depth = new("metres of depth", "a centimetre", "Maybe round it.", _ => 1, _ => 100);
    public static readonly Measure Teu = new("TEU", "a hundredth of a TEU", "Maybe round it.", _ => 1, _ => 100);
    public static readonly Measure Thousandths = new("times one crane's rate", "a thousandth", "Maybe round it.", _ => 1, _ => 1000);

    /// <summary>Steps of the grid, not rounded.</summary>
    /// <exception cref="OverflowException">Far out of range.</exception>
    public decimal ToGrid(decimal value, Units units) => value * Denominator(units) / Numerator(units);

    /// <summary>The shortest decimal that reads back as these steps.</summary>
    public decimal ToOutside(long steps, Units units)
    {
        var value = steps * Numerator(units) / Denominator(units);
        for (var decimals = 0; decimals < 28; decimals++)
        {
            var rounded = Math.Round(value, decimals);
            if (rounded == value || Math.Abs(ToGrid(rounded, units) - steps) < Tolerance / 1000)
            {
                return rounded;
            }
        }

        return value;
    }
}
