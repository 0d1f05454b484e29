using System.Numerics;
using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>A number in outside units that must lie on the grid; <paramref name="min"/> and <paramref name="max"/> are in steps of the grid.</summary>
internal sealed class GridKind<T>(Measure measure, T min, T max) : NumberKind<T>($"a number of {measure.Says}")
    where T : struct, IBinaryInteger<T>
{
    public override T StandIn(DocumentScope scope) => T.Max(min, T.Zero);

    public override void Write(Utf8JsonWriter json, T value, DocumentScope scope) =>
        json.WriteNumberValue(measure.ToOutside(long.CreateChecked(value), scope.Units));

    protected override bool TryConvert(decimal number, At at, DocumentScope scope, out T value)
    {
        value = StandIn(scope);
        if (!scope.Units.Known)
        {
            // The fault lies with the grid, and is told there.
            return false;
        }

        decimal steps;
        try
        {
            steps = measure.ToGrid(number, scope.Units);
        }
        catch (OverflowException)
        {
            return OutOfRange(number, at, scope);
        }

        var nearest = Math.Round(steps);
        if (Math.Abs(steps - nearest) > Measure.Tolerance)
        {
            return steps < Lowest || steps > Highest ? OutOfRange(number, at, scope) : OffGrid(number, steps, at, scope);
        }

        if (nearest < Lowest || nearest > Highest)
        {
            return OutOfRange(number, at, scope);
        }

        value = T.CreateChecked(nearest);
        return true;
    }

    private decimal Lowest => decimal.CreateChecked(min);

    private decimal Highest => decimal.CreateChecked(max);

    private bool OutOfRange(decimal number, At at, DocumentScope scope) =>
        Fail(scope, "out-of-range", at, $"is {Show.Number(number)}; expected {Outside(Lowest, scope)} to {Outside(Highest, scope)} {measure.Says}.");

    private bool OffGrid(decimal number, decimal steps, At at, DocumentScope scope) =>
        Fail(scope, "off-grid", at, $"is {Show.Number(number)}; expected {measure.Says} on the grid, such as {Outside(Math.Floor(steps), scope)} or {Outside(Math.Ceiling(steps), scope)}. {measure.Maybe}");

    private string Outside(decimal steps, DocumentScope scope) => Show.Number(measure.ToOutside((long)steps, scope.Units));
}
