using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Formats;

/// <summary>One file format of a kind of problem: how to tell it and read it.</summary>
/// <typeparam name="TKind">The enumeration of the problem's formats.</typeparam>
/// <typeparam name="TInstance">What is read.</typeparam>
internal interface IFormat<TKind, TInstance>
    where TKind : struct, Enum
{
    TKind Format { get; }

    /// <summary>What messages and command lines call it.</summary>
    string Name => Format.ToString().ToLowerInvariant();

    /// <summary>The readings that the format allows, the default first; empty when there is only one.</summary>
    ImmutableArray<string> Variants { get; }

    /// <summary>Whether the text looks like this format; looks at its shape, not at its truth.</summary>
    bool Recognises(SourceText source);

    /// <summary>Whether the text is meant to be of this format where other kinds of problems are asked as well: stricter where other kinds have a format of the same shape.</summary>
    bool Claims(SourceText source) => Recognises(source);

    /// <summary>Reads the text; every fault names its line (or its JSON Pointer) and the token.</summary>
    TInstance Read(SourceText source, string variant);

    /// <summary>A variant by its name, the default where none is named.</summary>
    /// <exception cref="InvalidInputException">The format has no such variant.</exception>
    string Choose(string? variant) =>
        string.IsNullOrEmpty(variant) ? Variants.FirstOrDefault("")
        : Variants.Contains(variant) ? variant
        : throw InvalidInputException.Of("unknown-variant", "", $"{FormatFaults.Show(variant)} is no variant of {Name}; expected {(Variants.IsEmpty ? "none" : string.Join(" or ", Variants))}.");
}
