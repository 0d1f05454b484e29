using System.Net.Mime;
using Microsoft.Net.Http.Headers;

namespace BerthOpt.Api;

/// <summary>How a body is written.</summary>
internal enum WireFormat
{
    /// <summary>JSON in UTF-8.</summary>
    Json,

    /// <summary>MessagePack; the same document, value by value.</summary>
    MessagePack,
}

/// <summary>Chooses formats by the headers of a request.</summary>
internal static class MediaTypes
{
    public const string Json = MediaTypeNames.Application.Json;
    public const string MessagePack = "application/msgpack";
    public const string Problem = MediaTypeNames.Application.ProblemJson;

    // The name in common use, the registered one, and the one from before either.
    public static readonly string[] MessagePackNames = [MessagePack, "application/vnd.msgpack", "application/x-msgpack"];

    public static string NameOf(WireFormat format) => format == WireFormat.Json ? Json : MessagePack;

    /// <summary>The format of a body.</summary>
    /// <exception cref="BadHttpRequestException">415: it is in no format that the service reads.</exception>
    public static WireFormat OfBody(HttpRequest request)
    {
        if (request.Headers.ContentEncoding is [{ Length: > 0 } coding, ..] && !coding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadHttpRequestException($"Content-Encoding is not understood; expected none. Maybe send the body as it is.", StatusCodes.Status415UnsupportedMediaType);
        }

        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && FormatOf(type) is { } format)
        {
            var charset = HeaderUtilities.RemoveQuotes(type.Charset);
            if (format == WireFormat.MessagePack || !charset.HasValue || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        throw new BadHttpRequestException(
            $"Content-Type is {(request.ContentType is null ? "missing" : "not understood")}; expected {Json} in UTF-8, or {MessagePack}.", StatusCodes.Status415UnsupportedMediaType);
    }

    /// <summary>The format of the answer: what <c>Accept</c> likes best, and among equals the one of the request.</summary>
    /// <exception cref="BadHttpRequestException">406: the caller takes neither.</exception>
    public static WireFormat OfAnswer(HttpRequest request, WireFormat body) => body == WireFormat.Json
        ? Best(request, (WireFormat.Json, [Json]), (WireFormat.MessagePack, MessagePackNames))
        : Best(request, (WireFormat.MessagePack, MessagePackNames), (WireFormat.Json, [Json]));

    /// <summary>What <c>Accept</c> likes best, and among equals the first.</summary>
    /// <exception cref="BadHttpRequestException">406: the caller takes none.</exception>
    public static T Best<T>(HttpRequest request, params (T Format, string[] Names)[] offers)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return offers[0].Format;
        }

        var best = offers.MaxBy(offer => QualityOf(offer.Names, accepted));
        return QualityOf(best.Names, accepted) > 0
            ? best.Format
            : throw new BadHttpRequestException($"Accept names nothing that is written here; expected {string.Join(" or ", offers.Select(offer => offer.Names[0]).Order())}.", StatusCodes.Status406NotAcceptable);
    }

    private static WireFormat? FormatOf(MediaTypeHeaderValue type) =>
        Is(type, [Json]) ? WireFormat.Json
        : Is(type, MessagePackNames) ? WireFormat.MessagePack
        : null;

    private static bool Is(MediaTypeHeaderValue type, string[] names) => names.Any(name => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>RFC 9110, 12.5.1: the most specific range that matches decides, not the best.</summary>
    private static double QualityOf(string[] names, IEnumerable<MediaTypeHeaderValue> accepted) => accepted
        .Select(range => (Range: range, Specificity: range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2))
        .Where(entry => entry.Specificity switch
        {
            0 => true,
            1 => names[0].StartsWith($"{entry.Range.Type}/", StringComparison.OrdinalIgnoreCase),
            _ => Is(entry.Range, names),
        })
        .OrderByDescending(entry => entry.Specificity)
        .Select(entry => entry.Range.Quality ?? 1)
        .FirstOrDefault(0);
}
