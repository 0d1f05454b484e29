using BerthOpt.Documents;
using Microsoft.OpenApi;

namespace BerthOpt.Api;

/// <summary>The shapes of documents as schemas: what reads the requests also describes them.</summary>
internal sealed class ShapeSchemas(OpenApiDocument document)
{
    private readonly Dictionary<Shape, string> _names = [];

    /// <summary>A reference to the schema of a shape, which is added to the document if need be.</summary>
    public OpenApiSchemaReference Of(Shape shape)
    {
        if (!_names.TryGetValue(shape, out var name))
        {
            name = string.Concat(shape.Name.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
            _names.Add(shape, name);
            var schema = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = false, Properties = new Dictionary<string, IOpenApiSchema>(), Required = new HashSet<string>() };
            foreach (var property in shape.Properties)
            {
                schema.Properties.Add(property.Name, Of(property));
                if (property.Required)
                {
                    schema.Required.Add(property.Name);
                }
            }

            document.AddComponent(name, schema);
        }

        return new OpenApiSchemaReference(name, document);
    }

    private OpenApiSchema Of(Property property)
    {
        var kind = property.What;
        var schema = new OpenApiSchema { Description = $"{property.Meaning}; {kind.Says}" };
        if (kind.Inner is { } inner && kind.Json == "object")
        {
            schema.OneOf = kind.TakesNull ? [Of(inner), new OpenApiSchema { Type = JsonSchemaType.Null }] : [Of(inner)];
        }
        else
        {
            schema.Type = TypeOf(kind) | (kind.TakesNull ? JsonSchemaType.Null : 0);
            schema.Items = kind.Json == "array" ? kind.Inner is { } entry ? Of(entry) : new OpenApiSchema() : null;
        }

        return schema;
    }

    private static JsonSchemaType TypeOf(Kind kind) => kind.Json switch
    {
        "string" => JsonSchemaType.String,
        "number" => JsonSchemaType.Number,
        "boolean" => JsonSchemaType.Boolean,
        "array" => JsonSchemaType.Array,
        _ => JsonSchemaType.Object,
    };
}
