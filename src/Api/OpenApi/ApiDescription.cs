using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BerthOpt.Api;

/// <summary>The service's description of itself at <c>/openapi/v1.json</c>.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "BerthOpt", Version = "v1", Description = "Plans berths at container ports; every plan is checked, and comes with a lower bound." };
        var schemas = new ShapeSchemas(document);
        Takes(document, "/v1/berths/solve", schemas.Of(BerthRequest.Solve));
        Takes(document, "/v1/berths/validate", schemas.Of(BerthRequest.Solve));
        Takes(document, "/v1/berths/evaluate", schemas.Of(BerthRequest.Evaluate));
        return Task.CompletedTask;
    }

    private static void Takes(OpenApiDocument document, string path, IOpenApiSchema schema) =>
        document.Paths[path].Operations![HttpMethod.Post].RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [MediaTypes.Json] = new OpenApiMediaType { Schema = schema },
                [MediaTypes.MessagePack] = new OpenApiMediaType { Schema = schema },
            },
        };
}

/// <summary>Adds the description.</summary>
internal static class ApiDescriptionSetup
{
    public static void AddApiDescription(this WebApplicationBuilder builder) =>
        builder.Services.AddOpenApi("v1", options => options.AddDocumentTransformer<ApiDescription>());
}
