using System.Collections.Immutable;
using BerthOpt.Formats;

namespace BerthOpt.Cranes.Formats;

/// <summary>BerthOpt's own document (<see cref="CraneDocument"/>); plans are written in seconds. Any other JSON object is taken for a faulty one.</summary>
internal sealed class JsonFormat : IFormat<CraneFormat, CraneInstance>
{
    public CraneFormat Format => CraneFormat.Json;

    public ImmutableArray<string> Variants => [];

    public bool Recognises(SourceText source) => source.Text.AsSpan().TrimStart().StartsWith("{");

    public bool Claims(SourceText source) => CraneDocument.LooksLikeDocument(source.Bytes.Span);

    public CraneInstance Read(SourceText source, string variant) => CraneInstance.Of(CraneDocument.Read(source.Bytes.Span));
}
