using System.Text.Json;

namespace BerthOpt.Api;

/// <summary>A 200 in the format that the caller wants. Written to memory first, so that nothing can go wrong half-way.</summary>
/// <typeparam name="T">What is told.</typeparam>
internal sealed class Answer<T>(T value, WireFormat format) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, AnswerJson.Options);
        var body = format == WireFormat.Json ? json : MessagePackText.FromJson(json);
        httpContext.Response.ContentType = MediaTypes.NameOf(format);
        httpContext.Response.ContentLength = body.Length;
        httpContext.Response.Headers.CacheControl = "no-store";
        return httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}

/// <summary>How answers are written: camel case, and letters of all languages as they are.</summary>
internal static class AnswerJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Encoder = Documents.DocumentText.WriterOptions(false).Encoder };
}
