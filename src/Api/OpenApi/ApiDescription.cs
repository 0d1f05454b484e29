using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace BerthOpt.Api;

/// <summary>The service's description of itself at <c>/openapi/v1.json</c>, and as a page for people at <c>/docs</c>.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "BerthOpt", Version = "v1", Description = "Plans berths, cranes and empty containers; every plan is checked, and comes with a lower bound." };
        document.Servers = [];
        var schemas = new ShapeSchemas(document);
        foreach (var route in context.DescriptionGroups.SelectMany(group => group.Items))
        {
            if (route.ActionDescriptor.EndpointMetadata.OfType<TakesShape>().FirstOrDefault() is { } takes)
            {
                var schema = schemas.Of(takes.Shape, takes.Room);
                document.Paths["/" + route.RelativePath!.TrimStart('/')].Operations![HttpMethod.Parse(route.HttpMethod!)].RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        [MediaTypes.Json] = new OpenApiMediaType { Schema = schema },
                        [MediaTypes.MessagePack] = new OpenApiMediaType { Schema = schema },
                    },
                };
            }
        }

        return Task.CompletedTask;
    }
}

/// <summary>Adds the description.</summary>
internal static class ApiDescriptionSetup
{
    public static void AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            // HEAD is taken wherever GET is (api.md); to describe both would say everything twice.
            options.ShouldInclude = route => route.HttpMethod != "HEAD";
            options.AddDocumentTransformer<ApiDescription>();
        });

    public static void MapApiDescription(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi();
        routes.MapScalarApiReference("/docs", page => page.WithTitle("BerthOpt"));
    }
}
