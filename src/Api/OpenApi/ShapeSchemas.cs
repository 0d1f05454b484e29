using BerthOpt.Documents;
using Microsoft.OpenApi;

namespace BerthOpt.Api;

/// <summary>The shapes of documents as schemas: what reads the requests also describes them.</summary>
internal sealed class ShapeSchemas(OpenApiDocument document)
{
    private readonly Dictionary<Shape, string> _names = [];

    /// <summary>A reference to the schema of a shape, which is added to the document if need be.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="room">What goes before its name where another shape has that name already.</param>
    public OpenApiSchemaReference Of(Shape shape, string room)
    {
        if (!_names.TryGetValue(shape, out var name))
        {
            name = Pascal(shape.Name);
            name = _names.ContainsValue(name) ? Pascal(room) + name : name;
            _names.Add(shape, name);
            var schema = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = false, Properties = new Dictionary<string, IOpenApiSchema>(), Required = new HashSet<string>() };
            foreach (var property in shape.Properties)
            {
                schema.Properties.Add(property.Name, Of(property, room));
                if (property.Required)
                {
                    schema.Required.Add(property.Name);
                }
            }

            document.AddComponent(name, schema);
        }

        return new OpenApiSchemaReference(name, document);
    }

    private static string Pascal(string words) => string.Concat(words.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private OpenApiSchema Of(Property property, string room)
    {
        var schema = Of(property.What, room);
        schema.Description = $"{property.Meaning}; {property.What.Says}";
        return schema;
    }

    private OpenApiSchema Of(Kind kind, string room)
    {
        if (kind.Inner is { } inner && kind.Json == "object")
        {
            return new OpenApiSchema { OneOf = kind.TakesNull ? [Of(inner, room), new OpenApiSchema { Type = JsonSchemaType.Null }] : [Of(inner, room)] };
        }

        var schema = new OpenApiSchema { Type = TypeOf(kind) | (kind.TakesNull ? JsonSchemaType.Null : 0) };
        if (kind.Entry is { } entry)
        {
            IOpenApiSchema each = entry.Inner is { } shape && !entry.TakesNull ? Of(shape, room) : Of(entry, room);
            schema.Items = kind.Json == "array" ? each : null;
            schema.AdditionalProperties = kind.Json == "array" ? null : each;
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
