using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BerthOpt.Diagnostics;

namespace BerthOpt.Documents;

/// <summary>From bytes to JSON, within limits, with line and column where that fails.</summary>
internal static class DocumentText
{
    public const int MaxDepth = 32;
    public const int DefaultMaxBytes = 64 << 20;
    private const int LongestReason = 200;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Names and reasons stay readable: no more is escaped than JSON asks for, as these are files, and answers whose type says that they are JSON. Who puts one into a page escapes it for that.</summary>
    public static JsonWriterOptions WriterOptions(bool indented) => new() { Indented = indented, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;

    /// <summary>Parses one JSON value; false when that is impossible, with the fault.</summary>
    public static bool TryParse(ReadOnlySpan<byte> utf8, int maxBytes, [NotNullWhen(true)] out JsonDocument? document, [NotNullWhen(false)] out Fault? fault)
    {
        document = null;
        fault = null;
        if (utf8.Length > maxBytes)
        {
            fault = new Fault("too-large", "", $"has {utf8.Length} bytes; expected at most {maxBytes}. Maybe split it, or raise the limit.");
            return false;
        }

        utf8 = WithoutMark(utf8);
        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
        {
            fault = new Fault("bad-json", "line 1, column 1", "is empty; expected a JSON object. Maybe the file was never written.");
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
            document = JsonDocument.ParseValue(ref reader);
            if (reader.Read())
            {
                throw new JsonException("There is more behind the end.");
            }

            return true;
        }
        catch (JsonException exception)
        {
            document?.Dispose();
            document = null;
            fault = Explain(utf8, exception);
            return false;
        }
    }

    private static Fault Explain(ReadOnlySpan<byte> utf8, JsonException exception)
    {
        var place = Place(utf8, exception);
        if (IsTooDeep(utf8))
        {
            return new Fault("too-deep", place, $"nests deeper than {MaxDepth} levels; expected fewer.");
        }

        if (IsCutOff(utf8))
        {
            return new Fault("truncated-json", place, "ends in the middle of a value; expected the rest. Maybe the file was cut off.");
        }

        var end = exception.Message.IndexOf(" LineNumber", StringComparison.Ordinal);
        var reason = end < 0 ? exception.Message : exception.Message[..end];
        if (reason.Length > LongestReason || reason.Any(char.IsControl))
        {
            // It quotes the document.
            reason = "something else was expected here.";
        }

        return new Fault("bad-json", place, $"is not JSON: {reason}{(utf8[0] is 0xFF or 0xFE ? " Maybe the file is UTF-16; expected UTF-8." : "")}");
    }

    /// <summary>Line and column from 1; the column counts UTF-16 units, as editors do.</summary>
    private static string Place(ReadOnlySpan<byte> utf8, JsonException exception)
    {
        var line = exception.LineNumber ?? 0;
        for (var skipped = 0L; skipped < line; skipped++)
        {
            utf8 = utf8[(utf8.IndexOf((byte)'\n') + 1)..];
        }

        var column = (int)Math.Min(exception.BytePositionInLine ?? 0, utf8.Length);
        return $"line {line + 1}, column {Encoding.UTF8.GetCharCount(utf8[..column]) + 1}";
    }

    private static bool IsTooDeep(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= MaxDepth && reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // Broken before it is too deep.
        }

        return false;
    }

    private static bool IsCutOff(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
        try
        {
            while (reader.Read())
            {
            }

            // All that there is could be the beginning of a document.
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
