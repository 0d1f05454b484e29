using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;
using MessagePack;

namespace BerthOpt.Api;

/// <summary>
/// MessagePack as JSON and back, value by value, so that one validator judges both. Only what JSON can say is let through: no binary
/// data, no extension types, no map with keys that are not text. Nothing is created from the bytes but text.
/// </summary>
internal static class MessagePackText
{
    private static readonly MessagePackSerializerOptions _options = MessagePackSerializerOptions.Standard
        .WithSecurity(MessagePackSecurity.UntrustedData.WithMaximumObjectGraphDepth(DocumentText.MaxDepth));

    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>One MessagePack value as JSON in UTF-8.</summary>
    /// <param name="messagePack">The bytes, from anybody.</param>
    /// <param name="maxBytes">Greatest size of the JSON.</param>
    /// <exception cref="InvalidInputException">It is not MessagePack, or says what JSON cannot.</exception>
    public static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> messagePack, int maxBytes)
    {
        var output = new ArrayBufferWriter<byte>(Math.Max(256, messagePack.Length));
        using var json = new Utf8JsonWriter(output, _json);
        var reader = new MessagePackReader(messagePack);
        try
        {
            Copy(ref reader, json, maxBytes);
            CheckSize(ref reader, json, maxBytes);
            if (!reader.End)
            {
                throw new MessagePackSerializationException("There is more behind the end.");
            }
        }
        catch (EndOfStreamException)
        {
            throw Refusal("truncated-msgpack", ref reader, "ends in the middle of a value; expected the rest. Maybe the body was cut off.");
        }
        catch (InsufficientExecutionStackException)
        {
            throw Refusal("too-deep", ref reader, $"nests deeper than {DocumentText.MaxDepth} levels; expected fewer.");
        }
        catch (MessagePackSerializationException exception)
        {
            throw Refusal("bad-msgpack", ref reader, $"is not a document in MessagePack: {exception.Message}");
        }

        json.Flush();
        return output.WrittenMemory;
    }

    /// <summary>JSON of our own making as MessagePack.</summary>
    public static byte[] FromJson(ReadOnlySpan<byte> json) => MessagePackSerializer.ConvertFromJson(Encoding.UTF8.GetString(json), _options);

    private static void Copy(ref MessagePackReader reader, Utf8JsonWriter json, int maxBytes)
    {
        CheckSize(ref reader, json, maxBytes);
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Nil:
                reader.ReadNil();
                json.WriteNullValue();
                break;
            case MessagePackType.Boolean:
                json.WriteBooleanValue(reader.ReadBoolean());
                break;
            case MessagePackType.Integer when IsSigned(reader.NextCode):
                json.WriteNumberValue(reader.ReadInt64());
                break;
            case MessagePackType.Integer:
                json.WriteNumberValue(reader.ReadUInt64());
                break;
            case MessagePackType.Float:
                CopyFloat(ref reader, json);
                break;
            case MessagePackType.String:
                json.WriteStringValue(Text(ref reader));
                break;
            case MessagePackType.Array:
                CopyArray(ref reader, json, maxBytes);
                break;
            case MessagePackType.Map:
                CopyMap(ref reader, json, maxBytes);
                break;
            default:
                throw new MessagePackSerializationException("Binary data and extension types have no place in it.");
        }
    }

    private static void CopyArray(ref MessagePackReader reader, Utf8JsonWriter json, int maxBytes)
    {
        var count = reader.ReadArrayHeader();
        _options.Security.DepthStep(ref reader);
        json.WriteStartArray();
        for (var index = 0; index < count; index++)
        {
            Copy(ref reader, json, maxBytes);
        }

        json.WriteEndArray();
        reader.Depth--;
    }

    private static void CopyMap(ref MessagePackReader reader, Utf8JsonWriter json, int maxBytes)
    {
        var count = reader.ReadMapHeader();
        _options.Security.DepthStep(ref reader);
        json.WriteStartObject();
        for (var index = 0; index < count; index++)
        {
            if (reader.NextMessagePackType != MessagePackType.String)
            {
                throw new MessagePackSerializationException("A key of a map is not text.");
            }

            json.WritePropertyName(Text(ref reader));
            Copy(ref reader, json, maxBytes);
        }

        json.WriteEndObject();
        reader.Depth--;
    }

    /// <summary>The shortest decimal that reads back as the same number; what is none becomes text, and the validator tells where it stands.</summary>
    private static void CopyFloat(ref MessagePackReader reader, Utf8JsonWriter json)
    {
        if (reader.NextCode == MessagePackCode.Float32)
        {
            var single = reader.ReadSingle();
            if (float.IsFinite(single))
            {
                json.WriteNumberValue(single);
            }
            else
            {
                json.WriteStringValue(single.ToString());
            }

            return;
        }

        var number = reader.ReadDouble();
        if (double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(number.ToString());
        }
    }

    private static ReadOnlySpan<byte> Text(ref MessagePackReader reader)
    {
        try
        {
            var text = reader.ReadStringSequence() is { } sequence ? sequence.FirstSpan : [];
            return Utf8.IsValid(text) ? text : throw new MessagePackSerializationException("A text is not UTF-8.");
        }
        catch (ArgumentOutOfRangeException)
        {
            // The reader takes a length of 2^31 and more for a negative one.
            throw new EndOfStreamException();
        }
    }

    private static void CheckSize(ref MessagePackReader reader, Utf8JsonWriter json, int maxBytes)
    {
        if (json.BytesCommitted + json.BytesPending > maxBytes)
        {
            throw Refusal("too-large", ref reader, $"has more than {maxBytes} bytes as JSON; expected at most that many. Maybe split the planning period.");
        }
    }

    private static bool IsSigned(byte code) => code is >= MessagePackCode.MinNegativeFixInt or (>= MessagePackCode.Int8 and <= MessagePackCode.Int64);

    private static InvalidInputException Refusal(string code, ref MessagePackReader reader, string message) =>
        InvalidInputException.Of(code, $"byte {reader.Consumed}", message);
}
