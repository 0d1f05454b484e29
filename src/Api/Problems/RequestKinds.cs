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

/// <summary>True or false.</summary>
internal sealed class FlagKind() : Kind<bool>("true or false", "boolean")
{
    public override bool StandIn(DocumentScope scope) => false;

    public override bool TryRead(JsonElement json, At at, DocumentScope scope, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return json.ValueKind is JsonValueKind.True or JsonValueKind.False || WrongType(scope, at, json);
    }

    public override void Write(Utf8JsonWriter json, bool value, DocumentScope scope) => json.WriteBooleanValue(value);
}

/// <summary>A word by which a caller finds its jobs again.</summary>
internal sealed class TagKind() : TextualKind<string>($"a tag of 1 to {MaxLength} characters, none of them for control")
{
    public const int MaxLength = 64;

    public override string StandIn(DocumentScope scope) => "";

    protected override bool TryConvert(string text, At at, DocumentScope scope, out string value)
    {
        value = text;
        return (text.Length is > 0 and <= MaxLength && !text.Any(char.IsControl)) || Fail(scope, "bad-tag", at, $"is {Show.Text(text)}; expected {Says}.");
    }

    protected override string ToText(string value, DocumentScope scope) => value;
}

/// <summary>A part of a request that is left as it is for a reader of its own.</summary>
/// <param name="what">For messages: "a problem document".</param>
/// <param name="inner">What that reader expects of the part, or of its entries.</param>
/// <param name="entry">What it expects of each entry, where the part is a list.</param>
internal sealed class LaterKind(string what, Shape? inner, Kind? entry = null) : Kind<JsonElement>(what, entry is null ? "object" : "array")
{
    /// <summary>A part that another kind reads.</summary>
    public static LaterKind Of(Kind kind) => new(kind.Says, kind.Inner, kind.Json == "array" ? kind.Entry : null);

    public override Shape? Inner => inner;

    public override Kind? Entry => entry;

    public override JsonElement StandIn(DocumentScope scope) => default;

    public override bool TryRead(JsonElement json, At at, DocumentScope scope, out JsonElement value)
    {
        value = json;
        return json.ValueKind == (entry is null ? JsonValueKind.Object : JsonValueKind.Array) || WrongType(scope, at, json);
    }

    public override void Write(Utf8JsonWriter json, JsonElement value, DocumentScope scope) => value.WriteTo(json);
}
