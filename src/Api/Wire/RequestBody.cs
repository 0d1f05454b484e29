using BerthOpt.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace BerthOpt.Api;

/// <summary>A request's body as JSON, whatever it came as, and the format in which its sender wants the answer.</summary>
internal sealed record RequestBody(ReadOnlyMemory<byte> Json, WireFormat Answer)
{
    private const int Chunk = 64 << 10;

    /// <summary>Reads a body within the limits.</summary>
    /// <exception cref="BadHttpRequestException">406, 413 or 415: the headers, or the size, are not acceptable.</exception>
    /// <exception cref="InvalidInputException">It is not the MessagePack that it says it is.</exception>
    public static async Task<RequestBody> ReadAsync(HttpRequest request, RequestLimits limits)
    {
        var format = MediaTypes.OfBody(request);
        var answer = MediaTypes.OfAnswer(request, format);
        var most = limits.BytesOf(format);
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most;
        }

        var bytes = await ReadAsync(request, most);
        return new RequestBody(format == WireFormat.Json ? bytes : MessagePackText.ToJson(bytes, limits.JsonBytes), answer);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            throw TooLarge(most);
        }

        // Grows with what arrives: a length that is only announced costs nothing.
        using var body = new MemoryStream();
        var chunk = new byte[Chunk];
        int count;
        while ((count = await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted)) > 0)
        {
            if (body.Length + count > most)
            {
                throw TooLarge(most);
            }

            body.Write(chunk, 0, count);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static BadHttpRequestException TooLarge(int most) =>
        new($"The body is too large; expected at most {most} bytes. Maybe split the planning period.", StatusCodes.Status413PayloadTooLarge);
}
