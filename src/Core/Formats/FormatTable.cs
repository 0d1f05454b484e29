using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Formats;

/// <summary>All formats of a kind of problem; the format of a file is told from its content.</summary>
/// <typeparam name="TFormat">What the formats have in common.</typeparam>
/// <typeparam name="TKind">The enumeration of the formats.</typeparam>
/// <typeparam name="TInstance">What is read.</typeparam>
/// <param name="formats">The formats in the order in which they are tried.</param>
internal sealed class FormatTable<TFormat, TKind, TInstance>(params ImmutableArray<TFormat> formats)
    where TFormat : class, IFormat<TKind, TInstance>
    where TKind : struct, Enum
{
    /// <summary>The format of a kind.</summary>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public TFormat Find(TKind kind) =>
        formats.FirstOrDefault(each => each.Format.Equals(kind)) ?? throw InvalidInputException.Of("unknown-format", "", $"{kind} is no format that can be read; expected one of {string.Join(", ", formats.Select(each => each.Name))}.");

    /// <summary>The format that the content tells, where other kinds of problems are asked as well; null when it tells none.</summary>
    /// <exception cref="InvalidInputException">The bytes are no text.</exception>
    public TKind? Detect(string name, ReadOnlyMemory<byte> bytes)
    {
        var source = SourceText.Decode(name, bytes);
        return formats.FirstOrDefault(each => each.Claims(source))?.Format;
    }

    /// <summary>Reads an instance.</summary>
    /// <param name="name">A name for the problem; folder and extension are cut off.</param>
    /// <param name="bytes">UTF-8 text.</param>
    /// <param name="format">The format; null to tell it from the content.</param>
    /// <param name="variant">One of its variants; null for the default.</param>
    /// <exception cref="InvalidInputException">The bytes are no instance.</exception>
    public TInstance Read(string name, ReadOnlyMemory<byte> bytes, TKind? format, string? variant)
    {
        var source = SourceText.Decode(name, bytes);
        var reader = format is { } forced ? Find(forced) : formats.FirstOrDefault(each => each.Recognises(source)) ?? throw Unknown(source);
        return reader.Read(source, reader.Choose(variant));
    }

    private InvalidInputException Unknown(SourceText source)
    {
        var first = new TokenCursor(source.Text, new FormatFaults()).Next();
        return InvalidInputException.Of("unknown-format", $"line {first.Line}", $"starts with {FormatFaults.Show(first.Text)}, which tells no format; expected an instance of {string.Join(", ", formats.Select(each => each.Name).Order(StringComparer.Ordinal))}.");
    }
}
