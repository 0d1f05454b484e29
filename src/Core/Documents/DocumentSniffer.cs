using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>Finds out what bytes are meant to be, broken or not.</summary>
internal static class DocumentSniffer
{
    private const int Looked = 1 << 16;

    /// <summary>
    /// Whether the first 64 KiB are the beginning of an object whose <c>formatVersion</c> starts with <paramref name="format"/>, or which
    /// has no such property but one of those named.
    /// </summary>
    public static bool LooksLike(ReadOnlySpan<byte> utf8, string format, params ReadOnlySpan<string> properties)
    {
        utf8 = DocumentText.WithoutMark(utf8);
        var reader = new Utf8JsonReader(utf8[..Math.Min(utf8.Length, Looked)], isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 1000 }));
        var seen = false;
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                {
                    continue;
                }

                if (reader.ValueTextEquals("formatVersion"))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.String && reader.GetString()!.StartsWith(format, StringComparison.Ordinal);
                }

                foreach (var property in properties)
                {
                    seen |= reader.ValueTextEquals(property);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Broken from here on; what was seen counts.
        }

        return seen;
    }
}
