using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>How a message shows what a document says: short, and without what a terminal would obey.</summary>
internal static class Show
{
    private const int Longest = 60;

    public static string Text(string text)
    {
        var shown = new StringBuilder("\"");
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, Longest)))
        {
            shown.Append(char.IsControl(letter) || char.IsSurrogate(letter) ? $"\\u{(int)letter:x4}" : letter.ToString());
        }

        return shown.Append(text.Length > Longest ? "...\"" : "\"").ToString();
    }

    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A value by its JSON type, and as it stands where that is short.</summary>
    public static string Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => Texts.TryGet(json, out var text) ? $"text, {Text(text)}" : "text",
        JsonValueKind.Number => $"a number, {Raw(json)}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    public static string Raw(JsonElement number)
    {
        var raw = number.GetRawText();
        return raw.Length > Longest ? raw[..Longest] + "..." : raw;
    }
}
