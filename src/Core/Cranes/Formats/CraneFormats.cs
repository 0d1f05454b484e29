using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Cranes.Formats;

/// <summary>Reads crane instances in all formats of <see cref="CraneFormat"/>; the format is told from the content.</summary>
public static class CraneFormats
{
    // In the order in which they are tried: the last ones are told by their shape alone.
    private static readonly ImmutableArray<ICraneFormat> All = [new QcspgenJsonFormat(), new WorkloadFormat(), new JsonFormat(), new QcspgenFormat(), new JookenFormat()];

    /// <summary>The readings that a format allows, the default first; empty when there is only one.</summary>
    /// <param name="format">The format.</param>
    public static ImmutableArray<string> Variants(CraneFormat format) => Find(format).Variants;

    /// <summary>The format that the content tells; null when it tells none. Of JSON only what is meant to be a crane document or one of the JSON formats is told.</summary>
    /// <param name="name">A name for the problem.</param>
    /// <param name="bytes">UTF-8 text; at most 64 MiB.</param>
    /// <exception cref="InvalidInputException">The bytes are no text.</exception>
    public static CraneFormat? Detect(string name, ReadOnlyMemory<byte> bytes)
    {
        var source = SourceText.Decode(name, bytes);
        return All.FirstOrDefault(each => each is JsonFormat ? CraneDocument.LooksLikeDocument(source.Bytes.Span) : each.Recognises(source))?.Format;
    }

    /// <summary>Reads an instance from a file.</summary>
    /// <param name="path">Path of the file; at most 64 MiB of UTF-8 text.</param>
    /// <param name="format">The format; null to tell it from the content.</param>
    /// <param name="variant">One of <see cref="Variants"/>; null for the default.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or is no instance; it lists every fault with its line or JSON Pointer.</exception>
    public static CraneInstance Read(string path, CraneFormat? format = null, string? variant = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Read(path, SourceFile.Bytes(path), format, variant);
    }

    /// <summary>Reads an instance from bytes.</summary>
    /// <param name="name">A name for the problem; folder and extension are cut off.</param>
    /// <param name="bytes">UTF-8 text; at most 64 MiB.</param>
    /// <param name="format">The format; null to tell it from the content.</param>
    /// <param name="variant">One of <see cref="Variants"/>; null for the default.</param>
    /// <exception cref="InvalidInputException">The bytes are no instance; it lists every fault with its line or JSON Pointer.</exception>
    public static CraneInstance Read(string name, ReadOnlyMemory<byte> bytes, CraneFormat? format = null, string? variant = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        var source = SourceText.Decode(name, bytes);
        var reader = format is { } forced ? Find(forced) : All.FirstOrDefault(each => each.Recognises(source)) ?? throw Unknown(source);
        return reader.Read(source, Variant(reader, variant));
    }

    private static ICraneFormat Find(CraneFormat format) =>
        All.FirstOrDefault(each => each.Format == format) ?? throw Refusal("unknown-format", "", $"{format} is no format that can be read; expected one of {string.Join(", ", All.Select(Name))}.");

    private static string Name(ICraneFormat format) => format.Format.ToString().ToLowerInvariant();

    private static string Variant(ICraneFormat format, string? variant)
    {
        var chosen = variant ?? format.Variants.FirstOrDefault("");
        return chosen == "" || format.Variants.Contains(chosen)
            ? chosen.Length > 0 ? chosen : format.Variants.FirstOrDefault("")
            : throw Refusal("unknown-variant", "", $"{FormatFaults.Show(chosen)} is no variant of {Name(format)}; expected {(format.Variants.IsEmpty ? "none" : string.Join(" or ", format.Variants))}.");
    }

    private static InvalidInputException Unknown(SourceText source)
    {
        var first = new TokenCursor(source.Text, new FormatFaults()).Next();
        return Refusal("unknown-format", $"line {first.Line}", $"starts with {FormatFaults.Show(first.Text)}, which tells no format; expected an instance of {string.Join(", ", All.Select(Name).Order(StringComparer.Ordinal))}.");
    }

    private static InvalidInputException Refusal(string code, string place, string message) => new([new Fault(code, place, message)]);
}
