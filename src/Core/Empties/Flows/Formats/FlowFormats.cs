using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Empties.Flows.Formats;

/// <summary>Reads min-cost-flow problems in all formats of <see cref="FlowFormat"/>, plain or compressed by gzip; the format is told from the content.</summary>
public static class FlowFormats
{
    private static readonly FormatTable<IFormat<FlowFormat, FlowInstance>, FlowFormat, FlowInstance> All = new(new DimacsFormat(), new MpsFormat());

    /// <summary>The readings that a format allows, the default first; empty when there is only one.</summary>
    /// <param name="format">The format.</param>
    public static ImmutableArray<string> Variants(FlowFormat format) => All.Find(format).Variants;

    /// <summary>The format that the content tells; null when it tells none.</summary>
    /// <param name="name">A name for the problem.</param>
    /// <param name="bytes">UTF-8 text, which gzip may have compressed; at most 64 MiB.</param>
    /// <exception cref="InvalidInputException">The bytes are no text.</exception>
    public static FlowFormat? Detect(string name, ReadOnlyMemory<byte> bytes) => All.Detect(name, bytes);

    /// <summary>Reads an instance from a file.</summary>
    /// <param name="path">Path of the file; at most 64 MiB of UTF-8 text, which gzip may have compressed.</param>
    /// <param name="format">The format; null to tell it from the content.</param>
    /// <param name="variant">One of <see cref="Variants"/>; null for the default.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or is no instance; it lists every fault with its line.</exception>
    public static FlowInstance Read(string path, FlowFormat? format = null, string? variant = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        return All.Read(path, SourceFile.Bytes(path), format, variant);
    }

    /// <summary>Reads an instance from bytes.</summary>
    /// <param name="name">A name for the problem; folder and extension are cut off.</param>
    /// <param name="bytes">UTF-8 text, which gzip may have compressed; at most 64 MiB.</param>
    /// <param name="format">The format; null to tell it from the content.</param>
    /// <param name="variant">One of <see cref="Variants"/>; null for the default.</param>
    /// <exception cref="InvalidInputException">The bytes are no instance; it lists every fault with its line.</exception>
    public static FlowInstance Read(string name, ReadOnlyMemory<byte> bytes, FlowFormat? format = null, string? variant = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.Read(name, bytes, format, variant);
    }
}
