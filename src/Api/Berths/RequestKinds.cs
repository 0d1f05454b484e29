using System.Numerics;
using System.Text.Json;
using BerthOpt.Documents;

namespace BerthOpt.Api;

/// <summary>A whole number of 64 bits.</summary>
internal sealed class CountKind<T>(string says, T min, T max) : NumberKind<T>(says)
    where T : struct, IBinaryInteger<T>
{
    public override T StandIn(DocumentScope scope) => min;

    public override void Write(Utf8JsonWriter json, T value, DocumentScope scope) => json.WriteNumberValue(decimal.CreateChecked(value));

    protected override bool TryConvert(decimal number, At at, DocumentScope scope, out T value)
    {
        value = min;
        if (number < decimal.CreateChecked(min) || number > decimal.CreateChecked(max))
        {
            return Fail(scope, "out-of-range", at, $"is {Show.Number(number)}; expected {min} to {max}.");
        }

        value = T.CreateTruncating(number);
        return number == decimal.Truncate(number) || Fail(scope, "not-whole", at, $"is {Show.Number(number)}; expected {Says}.");
    }
}

/// <summary>A document inside a request, left as it is for its own reader.</summary>
/// <param name="what">For messages: "a berth document".</param>
/// <param name="shape">What that reader expects.</param>
internal sealed class InnerDocumentKind(string what, Shape shape) : Kind<JsonElement>(what, "object")
{
    public override Shape? Inner => shape;

    public override JsonElement StandIn(DocumentScope scope) => default;

    public override bool TryRead(JsonElement json, At at, DocumentScope scope, out JsonElement value)
    {
        value = json;
        return json.ValueKind == JsonValueKind.Object || WrongType(scope, at, json);
    }

    public override void Write(Utf8JsonWriter json, JsonElement value, DocumentScope scope) => value.WriteTo(json);
}
