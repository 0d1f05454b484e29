using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using BerthOpt.Formats;

namespace BerthOpt.Berths.Formats;

/// <summary>BerthOpt's own document (<see cref="BerthDocument"/>); plans are written in minutes and metres. Any other JSON object is taken for a faulty one.</summary>
internal sealed class JsonFormat : IBerthFormat
{
    public BerthFormat Format => BerthFormat.Json;

    public ImmutableArray<string> Variants => [];

    public BerthFeatures Says => ~BerthFeatures.None;

    public bool HasUnits => true;

    public bool Recognises(SourceText source) => source.Text.AsSpan().TrimStart().StartsWith("{");

    public bool Claims(SourceText source) => BerthDocument.LooksLikeDocument(source.Bytes.Span);

    public BerthInstance Read(SourceText source, string variant) => BerthInstance.Of(BerthDocument.Read(source.Bytes.Span));

    public string Write(BerthInstance instance)
    {
        var output = new ArrayBufferWriter<byte>();
        BerthDocument.Write(instance.Problem, output, indented: true);
        return Encoding.UTF8.GetString(output.WrittenSpan) + "\n";
    }
}
