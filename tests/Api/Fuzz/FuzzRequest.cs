namespace BerthOpt.Tests.Api;

/// <summary>A request that nobody sent on purpose.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Headers">Headers but for that of the body's type.</param>
/// <param name="Body">The body; null for none.</param>
/// <param name="Type">The body's type.</param>
internal sealed record FuzzRequest(string Method, string Path, List<(string Name, string Value)> Headers, byte[]? Body, string Type)
{
    public const string Json = "application/json";
    public const string MessagePack = "application/msgpack";

    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), new Uri(Path, UriKind.Relative));
        foreach (var (name, value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", Type);
        }

        return message;
    }
}
