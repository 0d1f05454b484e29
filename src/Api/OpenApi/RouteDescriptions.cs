using BerthOpt.Documents;

namespace BerthOpt.Api;

/// <summary>The body that a route takes, for the description of the service.</summary>
/// <param name="Shape">What it holds.</param>
/// <param name="Room">The kind of problem that it is about.</param>
internal sealed record TakesShape(Shape Shape, string Room);

/// <summary>What routes take, answer and refuse, in few words.</summary>
internal static class RouteDescriptions
{
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, Shape shape, string room) =>
        route.WithMetadata(new TakesShape(shape, room)).Refuses(400, 413, 415);

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, int status = StatusCodes.Status200OK) =>
        route.Produces<T>(status, MediaTypes.Json, MediaTypes.MessagePack).Refuses(406);

    public static TBuilder Refuses<TBuilder>(this TBuilder route, params ReadOnlySpan<int> statuses)
        where TBuilder : IEndpointConventionBuilder
    {
        foreach (var status in statuses)
        {
            route.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(RequestProblem), [MediaTypes.Problem]));
        }

        return route;
    }
}
