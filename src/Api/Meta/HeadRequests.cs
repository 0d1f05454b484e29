namespace BerthOpt.Api;

/// <summary>HEAD asks what GET would answer, without the body, which the server leaves out.</summary>
internal static class HeadRequests
{
    /// <summary>Lets every path of a group that takes GET take HEAD.</summary>
    public static RouteGroupBuilder TakesHeadLikeGet(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<HttpMethodMetadata>().LastOrDefault() is { HttpMethods: ["GET"] })
            {
                endpoint.Metadata.Add(new HttpMethodMetadata(["GET", "HEAD"]));
            }
        });
        return group;
    }
}
