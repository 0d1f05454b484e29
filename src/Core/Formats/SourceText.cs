using System.Text;
using System.Text.Json;
using BerthOpt.Diagnostics;

namespace BerthOpt.Formats;

/// <summary>A file's name and text.</summary>
internal sealed class SourceText
{
    /// <summary>Files longer than this many bytes are refused.</summary>
    public const int MostBytes = 1 << 26;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private HashSet<string>? topNames;

    private SourceText(string name, ReadOnlyMemory<byte> bytes, string text)
    {
        Name = name;
        Bytes = bytes;
        Text = text;
    }

    /// <summary>The file's name without folder and extension, or "instance".</summary>
    public string Name { get; }

    /// <summary>The bytes, without a byte order mark.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    public string Text { get; }

    /// <summary>The names of the outermost object's properties, as far as the text is JSON.</summary>
    public HashSet<string> TopNames => topNames ??= Names();

    public static SourceText Decode(string name, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw InvalidInputException.Of("too-large", "line 1", $"starts a file of {bytes.Length} bytes; expected at most {MostBytes}.");
        }

        bytes = GzipText.Unpack(bytes);
        bytes = bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        string text;
        try
        {
            text = Strict.GetString(bytes.Span);
        }
        catch (DecoderFallbackException fault)
        {
            throw NotText(bytes.Span, Math.Clamp(fault.Index, 0, bytes.Length));
        }

        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsControl(text[index]) && text[index] is not ('\t' or '\n' or '\r' or '\f'))
            {
                throw NotText(bytes.Span, Strict.GetByteCount(text.AsSpan(0, index)));
            }
        }

        return string.IsNullOrWhiteSpace(text)
            ? throw InvalidInputException.Of("empty-file", "line 1", "holds nothing; expected an instance.")
            : new SourceText(Named(name), bytes, text);
    }

    private HashSet<string> Names()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (!Text.AsSpan().TrimStart().StartsWith("{"))
        {
            return names;
        }

        var reader = new Utf8JsonReader(Bytes.Span);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1)
                {
                    names.Add(reader.GetString()!);
                }
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // What was read up to here tells the format; reading it will tell the fault.
        }

        return names;
    }

    private static string Named(string name)
    {
        name = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        var stem = string.Concat(Path.GetFileNameWithoutExtension(name).Where(letter => !char.IsControl(letter)));
        return stem.Length == 0 ? "instance" : stem[..Math.Min(200, stem.Length)];
    }

    private static InvalidInputException NotText(ReadOnlySpan<byte> bytes, int offset)
    {
        var shown = offset < bytes.Length ? $"0x{bytes[offset]:X2}" : "an end";
        return InvalidInputException.Of("not-text", $"line {1 + bytes[..offset].Count((byte)'\n')}", $"has {shown} at byte {offset}, which is not text; expected UTF-8. Maybe the file is compressed or a spreadsheet.");
    }
}
