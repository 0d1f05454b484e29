using System.Globalization;
using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>Text: what all kinds of it refuse.</summary>
internal abstract class TextualKind<T>(string says) : Kind<T>(says, "string")
{
    public sealed override bool TryRead(JsonElement json, At at, DocumentScope scope, out T value)
    {
        value = StandIn(scope);
        if (json.ValueKind != JsonValueKind.String)
        {
            return WrongType(scope, at, json);
        }

        return Texts.TryGet(json, out var text)
            ? TryConvert(text, at, scope, out value)
            : Fail(scope, "bad-text", at, $"is not text; expected {Says}. Maybe half of a surrogate pair, or not UTF-8.");
    }

    public override void Write(Utf8JsonWriter json, T value, DocumentScope scope) => json.WriteStringValue(ToText(value, scope));

    protected abstract bool TryConvert(string text, At at, DocumentScope scope, out T value);

    protected abstract string ToText(T value, DocumentScope scope);
}

/// <summary>Any text.</summary>
internal sealed class TextKind(string says) : TextualKind<string>(says)
{
    public static readonly Kind<string> Id = new TextKind("text of 1 to 200 characters");
    public static readonly Kind<string> Any = new TextKind("text");

    public override string StandIn(DocumentScope scope) => "";

    protected override bool TryConvert(string text, At at, DocumentScope scope, out string value)
    {
        value = text;
        return true;
    }

    protected override string ToText(string value, DocumentScope scope) => value;
}

/// <summary>The id of a quay, a berth, a call: inside, its index.</summary>
internal sealed class ReferenceKind(string what) : TextualKind<int>($"the id of a {what}")
{
    /// <summary>No index at all, so that the rules find fault at this place and nowhere else.</summary>
    public override int StandIn(DocumentScope scope) => -1;

    protected override bool TryConvert(string text, At at, DocumentScope scope, out int value)
    {
        if (scope.Ids(what).TryFind(text, out value))
        {
            return true;
        }

        value = StandIn(scope);
        return Fail(scope, "unknown-reference", at, $"is {Show.Text(text)}; expected the id of a {what}.{(scope.Faults.Full ? "" : Nearest.Maybe(text, scope.Ids(what).Names))}");
    }

    protected override string ToText(int value, DocumentScope scope) => scope.Ids(what).Names[value];
}

/// <summary>One of a few words, in camel case.</summary>
internal sealed class WordKind<T>() : TextualKind<T>($"one of {string.Join(", ", Words)}")
    where T : struct, Enum
{
    private static readonly string[] Words = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];
    private static readonly T[] Values = Enum.GetValues<T>();

    public override T StandIn(DocumentScope scope) => default;

    protected override bool TryConvert(string text, At at, DocumentScope scope, out T value)
    {
        var index = Array.IndexOf(Words, text);
        value = index < 0 ? StandIn(scope) : Values[index];
        return index >= 0 || Fail(scope, "unknown-value", at, $"is {Show.Text(text)}; expected {Says}.{Nearest.Maybe(text, Words)}");
    }

    protected override string ToText(T value, DocumentScope scope) => Words[Array.IndexOf(Values, value)];
}

/// <summary>An instant as RFC 3339 has it, with its offset.</summary>
internal sealed class InstantKind() : TextualKind<DateTimeOffset>("an instant with its offset, such as \"2026-05-01T06:00:00+02:00\"")
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";
    private const string UtcFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public override DateTimeOffset StandIn(DocumentScope scope) => default;

    protected override bool TryConvert(string text, At at, DocumentScope scope, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
        || DateTimeOffset.TryParseExact(text, UtcFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value)
        || Fail(scope, "bad-instant", at, $"is {Show.Text(text)}; expected {Says}.");

    protected override string ToText(DateTimeOffset value, DocumentScope scope) => value.ToString(Format, CultureInfo.InvariantCulture);
}

/// <summary>True or false.</summary>
internal sealed class FlagKind() : Kind<bool>("true or false", "boolean")
{
    public override bool StandIn(DocumentScope scope) => false;

    public override bool TryRead(JsonElement json, At at, DocumentScope scope, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return value || json.ValueKind == JsonValueKind.False || WrongType(scope, at, json, json.ValueKind == JsonValueKind.String ? " Maybe the quotes should go." : "");
    }

    public override void Write(Utf8JsonWriter json, bool value, DocumentScope scope) => json.WriteBooleanValue(value);
}
