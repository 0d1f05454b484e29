using System.Buffers;
using System.Text.Json;

namespace BerthOpt.Client;

/// <summary>The body of a request for a job.</summary>
internal static class JobBody
{
    public static byte[] Of(Action<IBufferWriter<byte>> write, JobOptions options)
    {
        var problem = new ArrayBufferWriter<byte>();
        write(problem);
        var body = new ArrayBufferWriter<byte>(problem.WrittenCount + 256);
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WritePropertyName("problem");
        json.WriteRawValue(problem.WrittenSpan, skipInputValidation: true);
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
        json.WriteEndObject();
        json.Flush();
        return body.WrittenSpan.ToArray();

        void Number(string name, decimal? value)
        {
            if (value is { } number)
            {
                json.WriteNumber(name, number);
            }
        }
    }
}
