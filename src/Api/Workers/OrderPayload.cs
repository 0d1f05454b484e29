using System.Buffers.Binary;
using System.Text.Json;

namespace BerthOpt.Api;

/// <summary>An order and a document as one payload: the length of the order, the order as JSON, the document.</summary>
internal static class OrderPayload
{
    private const int LengthBytes = 4;

    /// <summary>Puts both together.</summary>
    public static byte[] Of<TOrder>(TOrder what, ReadOnlySpan<byte> document)
    {
        var order = JsonSerializer.SerializeToUtf8Bytes(what);
        var payload = new byte[LengthBytes + order.Length + document.Length];
        BinaryPrimitives.WriteInt32LittleEndian(payload, order.Length);
        order.CopyTo(payload, LengthBytes);
        document.CopyTo(payload.AsSpan(LengthBytes + order.Length));
        return payload;
    }

    /// <summary>Takes both apart.</summary>
    public static (TOrder Order, ReadOnlyMemory<byte> Document) Read<TOrder>(ReadOnlyMemory<byte> payload)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(payload.Span);
        return (JsonSerializer.Deserialize<TOrder>(payload.Span.Slice(LengthBytes, length))!, payload[(LengthBytes + length)..]);
    }
}
