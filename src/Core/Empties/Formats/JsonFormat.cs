using System.Collections.Immutable;
using BerthOpt.Formats;

namespace BerthOpt.Empties.Formats;

/// <summary>BerthOpt's own document (<see cref="EmptiesDocument"/>). Any other JSON object is taken for a faulty one.</summary>
internal sealed class JsonFormat : IFormat<EmptiesFormat, EmptiesInstance>
{
    public EmptiesFormat Format => EmptiesFormat.Json;

    public ImmutableArray<string> Variants => [];

    public bool Recognises(SourceText source) => source.Text.AsSpan().TrimStart().StartsWith("{");

    public bool Claims(SourceText source) => EmptiesDocument.LooksLikeDocument(source.Bytes.Span);

    public EmptiesInstance Read(SourceText source, string variant) => EmptiesInstance.Of(EmptiesDocument.Read(source.Bytes.Span));
}
