using System.Numerics;
using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>Numbers: what all of them refuse.</summary>
internal abstract class NumberKind<T>(string says) : Kind<T>(says, "number")
    where T : struct, INumber<T>
{
    public sealed override bool TryRead(JsonElement json, At at, DocumentScope scope, out T value)
    {
        value = default;
        if (json.ValueKind != JsonValueKind.Number)
        {
            return WrongType(scope, at, json, json.ValueKind == JsonValueKind.String ? Hint(json) : "");
        }

        return json.TryGetDecimal(out var number)
            ? TryConvert(number, at, scope, out value)
            : Fail(scope, "out-of-range", at, $"is {Show.Raw(json)}, far out of range; expected {Says}.");
    }

    protected abstract bool TryConvert(decimal number, At at, DocumentScope scope, out T value);

    private static string Hint(JsonElement json) => Texts.TryGet(json, out var text) && decimal.TryParse(text, out _)
        ? " Maybe the quotes should go."
        : text is "NaN" or "Infinity" or "-Infinity" ? " Maybe leave it out." : "";
}

/// <summary>A whole number that counts something.</summary>
internal sealed class WholeKind(string what, int min, int max) : NumberKind<int>(what.StartsWith('(') ? "a whole number" : $"a whole number of {what}")
{
    public override int StandIn(DocumentScope scope) => min;

    public override void Write(Utf8JsonWriter json, int value, DocumentScope scope) => json.WriteNumberValue(value);

    protected override bool TryConvert(decimal number, At at, DocumentScope scope, out int value)
    {
        value = 0;
        if (number < min || number > max)
        {
            return Fail(scope, "out-of-range", at, $"is {Show.Number(number)}; expected {min} to {max} {what}.");
        }

        value = (int)number;
        return value == number || Fail(scope, "not-whole", at, $"is {Show.Number(number)}; expected {Says}.");
    }
}

/// <summary>A decimal number, as it stands.</summary>
internal sealed class DecimalKind(string what, decimal min, decimal max) : NumberKind<decimal>($"a number of {what}")
{
    public override decimal StandIn(DocumentScope scope) => 1;

    public override void Write(Utf8JsonWriter json, decimal value, DocumentScope scope) => json.WriteNumberValue(value / 1.0000000000000000000000000000m);

    protected override bool TryConvert(decimal number, At at, DocumentScope scope, out decimal value)
    {
        value = number;
        return (number >= min && number <= max)
            || Fail(scope, "out-of-range", at, $"is {Show.Number(number)}; expected {Show.Number(min)} to {Show.Number(max)} {what}.");
    }
}

/// <summary>A whole number that may be great.</summary>
internal sealed class WholeLongKind(string what, long min, long max) : NumberKind<long>(what.StartsWith('(') ? "a whole number" : $"a whole number of {what}")
{
    public override long StandIn(DocumentScope scope) => long.Max(min, 0);

    public override void Write(Utf8JsonWriter json, long value, DocumentScope scope) => json.WriteNumberValue(value);

    protected override bool TryConvert(decimal number, At at, DocumentScope scope, out long value)
    {
        value = 0;
        if (number < min || number > max)
        {
            return Fail(scope, "out-of-range", at, $"is {Show.Number(number)}; expected {min} to {max} {what}.");
        }

        value = (long)number;
        return value == number || Fail(scope, "not-whole", at, $"is {Show.Number(number)}; expected {Says}.");
    }
}
