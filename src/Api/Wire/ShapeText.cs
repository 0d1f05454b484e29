using System.Buffers;
using System.Text.Json;
using BerthOpt.Documents;

namespace BerthOpt.Api;

/// <summary>Parts of documents inside answers.</summary>
internal static class ShapeText
{
    /// <summary>A value as documents have it.</summary>
    public static JsonElement Of<T>(Shape<T> shape, T value, DocumentScope scope)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output))
        {
            new ObjectKind<T>(shape).Write(json, value, scope);
        }

        return JsonElement.Parse(output.WrittenSpan);
    }
}
