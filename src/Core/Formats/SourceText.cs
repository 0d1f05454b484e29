using System.Text;
using BerthOpt.Diagnostics;

namespace BerthOpt.Formats;

/// <summary>A file's name and text.</summary>
internal sealed class SourceText
{
    /// <summary>Files longer than this many bytes are refused.</summary>
    public const int MostBytes = 1 << 26;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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

    public static SourceText Decode(string name, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw Refusal("too-large", "line 1", $"starts a file of {bytes.Length} bytes; expected at most {MostBytes}.");
        }

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
            ? throw Refusal("empty-file", "line 1", "holds nothing; expected an instance.")
            : new SourceText(Named(name), bytes, text);
    }

    private static string Named(string name)
    {
        var stem = string.Concat(Path.GetFileNameWithoutExtension(name).Where(letter => !char.IsControl(letter)));
        return stem.Length == 0 ? "instance" : stem[..Math.Min(200, stem.Length)];
    }

    private static InvalidInputException NotText(ReadOnlySpan<byte> bytes, int offset)
    {
        var shown = offset < bytes.Length ? $"0x{bytes[offset]:X2}" : "an end";
        return Refusal("not-text", $"line {1 + bytes[..offset].Count((byte)'\n')}", $"has {shown} at byte {offset}, which is not text; expected UTF-8. Maybe the file is compressed or a spreadsheet.");
    }

    private static InvalidInputException Refusal(string code, string place, string message) => new([new Fault(code, place, message)]);
}
