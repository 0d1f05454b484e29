using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Empties.Formats;

/// <summary>Reads empties instances in all formats of <see cref="EmptiesFormat"/>; the format is told from the content.</summary>
public static class EmptiesFormats
{
    private static readonly FormatTable<IFormat<EmptiesFormat, EmptiesInstance>, EmptiesFormat, EmptiesInstance> All = new(new JsonFormat());

    /// <summary>The readings that a format allows, the default first; empty when there is only one.</summary>
    /// <param name="format">The format.</param>
    public static ImmutableArray<string> Variants(EmptiesFormat format) => All.Find(format).Variants;

    /// <summary>The format that the content tells; null when it tells none. Of JSON only what is meant to be an empties document is told.</summary>
    /// <param name="name">A name for the problem.</param>
    /// <param name="bytes">UTF-8 text; at most 64 MiB.</param>
    /// <exception cref="InvalidInputException">The bytes are no text.</exception>
    public static EmptiesFormat? Detect(string name, ReadOnlyMemory<byte> bytes) => All.Detect(name, bytes);

    /// <summary>Reads an instance from a file.</summary>
    /// <param name="path">Path of the file; at most 64 MiB of UTF-8 text.</param>
    /// <param name="format">The format; null to tell it from the content.</param>
    /// <param name="variant">One of <see cref="Variants"/>; null for the default.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or is no instance; it lists every fault with its line or JSON Pointer.</exception>
    public static EmptiesInstance Read(string path, EmptiesFormat? format = null, string? variant = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return All.Read(path, SourceFile.Bytes(path), format, variant);
    }

    /// <summary>Reads an instance from bytes.</summary>
    /// <param name="name">A name for the problem; folder and extension are cut off.</param>
    /// <param name="bytes">UTF-8 text; at most 64 MiB.</param>
    /// <param name="format">The format; null to tell it from the content.</param>
    /// <param name="variant">One of <see cref="Variants"/>; null for the default.</param>
    /// <exception cref="InvalidInputException">The bytes are no instance; it lists every fault with its line or JSON Pointer.</exception>
    public static EmptiesInstance Read(string name, ReadOnlyMemory<byte> bytes, EmptiesFormat? format = null, string? variant = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.Read(name, bytes, format, variant);
    }
}
