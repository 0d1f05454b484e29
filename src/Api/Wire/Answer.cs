using System.Text.Json;
using System.Text.Json.Serialization;

namespace BerthOpt.Api;

/// <summary>An answer in the format that the caller wants. Written to memory first, so that nothing can go wrong half-way.</summary>
/// <typeparam name="T">What is told.</typeparam>
internal sealed class Answer<T>(T value, WireFormat format, int status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, AnswerJson.Options);
        httpContext.Response.StatusCode = status;
        return new RawAnswer(format == WireFormat.Json ? json : MessagePackText.FromJson(json), MediaTypes.NameOf(format)).ExecuteAsync(httpContext);
    }
}

/// <summary>Bytes that are an answer already.</summary>
internal sealed class RawAnswer(byte[] body, string type) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = type;
        httpContext.Response.ContentLength = body.Length;
        httpContext.Response.Headers.CacheControl = "no-store";
        return httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}

/// <summary>How answers are written: camel case, words for enums, and letters of all languages as they are.</summary>
internal static class AnswerJson
{
    public static JsonStringEnumConverter Enums { get; } = new(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false);

    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = Documents.DocumentText.WriterOptions(false).Encoder, Converters = { Enums } };
}
