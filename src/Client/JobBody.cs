using System.Buffers;
using System.Text.Json;

namespace BerthOpt.Client;

/// <summary>The bodies of requests.</summary>
internal static class JobBody
{
    /// <summary>An object of documents and values.</summary>
    /// <param name="documents">What is in it, each written by itself.</param>
    /// <param name="rest">Writes what else is in it.</param>
    public static byte[] Of(IEnumerable<(string Name, Action<IBufferWriter<byte>> Write)> documents, Action<Utf8JsonWriter> rest)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        foreach (var (name, write) in documents)
        {
            var document = new ArrayBufferWriter<byte>();
            write(document);
            json.WritePropertyName(name);
            json.WriteRawValue(document.WrittenSpan, skipInputValidation: true);
        }

        rest(json);
        json.WriteEndObject();
        json.Flush();
        return body.WrittenSpan.ToArray();
    }

    /// <summary>Writes how a job is to be solved.</summary>
    public static void Write(Utf8JsonWriter json, JobOptions options)
    {
        json.WriteStartObject("options");
        Number("timeLimitSeconds", (decimal?)options.TimeLimit?.TotalSeconds);
        Number("workLimit", options.WorkLimit);
        Number("gap", options.Gap);
        Number("target", options.Target);
        Number("seed", options.Seed);
        Number("threads", options.Threads);
        if (options.Bounds is { } bounds)
        {
            json.WriteBoolean("bounds", bounds);
        }

        json.WriteEndObject();
        json.WriteStartArray("tags");
        foreach (var tag in options.Tags)
        {
            json.WriteStringValue(tag);
        }

        json.WriteEndArray();

        void Number(string name, decimal? value)
        {
            if (value is { } number)
            {
                json.WriteNumber(name, number);
            }
        }
    }
}
