using System.Collections.Immutable;
using BerthOpt.Formats;

namespace BerthOpt.Cranes.Formats;

/// <summary>One file format: how to tell it and read it.</summary>
internal interface ICraneFormat
{
    CraneFormat Format { get; }

    /// <summary>The readings that the format allows, the default first; empty when there is only one.</summary>
    ImmutableArray<string> Variants { get; }

    /// <summary>Whether the text looks like this format; looks at its shape, not at its truth.</summary>
    bool Recognises(SourceText source);

    /// <summary>Reads the text; every fault names its line (or its JSON Pointer) and the token.</summary>
    CraneInstance Read(SourceText source, string variant);
}
