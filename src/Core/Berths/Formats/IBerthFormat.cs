using System.Collections.Immutable;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>One file format: how to tell it, read it and write it.</summary>
internal interface IBerthFormat
{
    BerthFormat Format { get; }

    /// <summary>The readings that the format allows, the default first; empty when there is only one.</summary>
    ImmutableArray<string> Variants { get; }

    /// <summary>The features that a file of this format can say.</summary>
    BerthFeatures Says { get; }

    /// <summary>Whether a file fixes minutes per slot and metres per section.</summary>
    bool HasUnits { get; }

    /// <summary>Whether the text looks like this format; looks at its shape, not at its truth.</summary>
    bool Recognises(SourceText source);

    /// <summary>Reads the text; every fault names its line (or its JSON Pointer) and the token.</summary>
    BerthInstance Read(SourceText source, string variant);

    /// <summary>
    /// Writes the instance as well as the format can; may be wrong for a problem that the format cannot say, since the facade reads
    /// every text back and compares. Must not fail on any valid problem that makes use only of <see cref="Says"/>.
    /// </summary>
    string Write(BerthInstance instance);
}
