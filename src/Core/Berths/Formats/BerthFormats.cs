using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>Reads and writes berth instances in all formats of <see cref="BerthFormat"/>; the format is told from the content.</summary>
public static class BerthFormats
{
    // In the order in which they are tried: the last one is told by its shape alone.
    private static readonly FormatTable<IBerthFormat, BerthFormat, BerthInstance> All =
        new(new SantiniFormat(), new BarcelonaFormat(), new JsonFormat(), new CsbapFormat(), new ErnstFormat(), new BacaspFormat(), new DbapFormat());

    /// <summary>The readings that a format allows, the default first; empty when there is only one.</summary>
    /// <param name="format">The format.</param>
    public static ImmutableArray<string> Variants(BerthFormat format) => All.Find(format).Variants;

    /// <summary>The format that the content tells; null when it tells none. Of JSON only what is meant to be a berth document or one of the JSON formats is told.</summary>
    /// <param name="name">A name for the problem.</param>
    /// <param name="bytes">UTF-8 text; at most 64 MiB.</param>
    /// <exception cref="InvalidInputException">The bytes are no text.</exception>
    public static BerthFormat? Detect(string name, ReadOnlyMemory<byte> bytes) => All.Detect(name, bytes);

    /// <summary>Reads an instance from a file.</summary>
    /// <param name="path">Path of the file; at most 64 MiB of UTF-8 text.</param>
    /// <param name="format">The format; null to tell it from the content.</param>
    /// <param name="variant">One of <see cref="Variants"/>; null for the default.</param>
    /// <exception cref="InvalidInputException">The file cannot be read, or is no instance; it lists every fault with its line or JSON Pointer.</exception>
    public static BerthInstance Read(string path, BerthFormat? format = null, string? variant = null)
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
    public static BerthInstance Read(string name, ReadOnlyMemory<byte> bytes, BerthFormat? format = null, string? variant = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return All.Read(name, bytes, format, variant);
    }

    /// <summary>Writes an instance in its own format and variant. What is written reads back as a problem that judges every plan alike.</summary>
    /// <param name="instance">The instance.</param>
    /// <returns>The text of the file, with LF line ends.</returns>
    /// <exception cref="InvalidInputException">The format cannot say what the problem says; it names each such feature or part.</exception>
    public static string Write(BerthInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var format = All.Find(instance.Format);
        instance = instance with { Variant = format.Choose(instance.Variant) };
        var faults = Enum.GetValues<BerthFeatures>()
            .Where(feature => feature != BerthFeatures.None && instance.Problem.Features.HasFlag(feature) && !format.Says.HasFlag(feature))
            .Select(feature => new Fault("format-cannot-say", "", $"uses {feature}, which the format {format.Name} cannot say. Maybe the format json should be written."))
            .ToList();
        if (faults.Count > 0)
        {
            throw new InvalidInputException(faults);
        }

        var text = format.Write(instance);
        BerthProblem again;
        try
        {
            again = format.Read(SourceText.Decode(instance.Problem.Name, System.Text.Encoding.UTF8.GetBytes(text)), instance.Variant).Problem;
        }
        catch (InvalidInputException fault)
        {
            throw InvalidInputException.Of("format-cannot-say", "", $"has a part that the format {format.Name} cannot say: its text would be refused ({fault.Faults[0]}). Maybe the format json should be written.");
        }

        if (BerthFacts.Difference(instance.Problem, again) is var (place, said, read))
        {
            throw InvalidInputException.Of("format-cannot-say", place, $"is {said}; the format {format.Name} can only say {read}. Maybe the format json should be written.");
        }

        return format.HasUnits && (again.Grid.MinutesPerSlot != instance.Problem.Grid.MinutesPerSlot || again.Grid.MetresPerSection != instance.Problem.Grid.MetresPerSection)
            ? throw InvalidInputException.Of("format-cannot-say", "/grid", $"has {instance.Problem.Grid.MinutesPerSlot} minutes a slot and {instance.Problem.Grid.MetresPerSection} metres a section; the format {format.Name} can only say {again.Grid.MinutesPerSlot} and {again.Grid.MetresPerSection}. Maybe the format json should be written.")
            : text;
    }
}
