using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>An object of one shape.</summary>
internal sealed class ObjectKind<T>(Shape<T> shape) : Kind<T>($"an object, {shape.Name}", "object")
{
    /// <summary>An object of nothing but stand-ins; says nothing about it.</summary>
    public override T StandIn(DocumentScope scope) => shape.Read(DocumentObject.Missing(shape, scope));

    public override Shape? Inner => shape;

    public override bool TryRead(JsonElement json, At at, DocumentScope scope, out T value)
    {
        if (json.ValueKind == JsonValueKind.Object)
        {
            value = shape.Read(DocumentObject.Open(shape, json, at, scope));
            return true;
        }

        value = default!;
        return WrongType(scope, at, json);
    }

    public override void Write(Utf8JsonWriter json, T value, DocumentScope scope)
    {
        json.WriteStartObject();
        shape.Write(new DocumentWriter(json, scope), value);
        json.WriteEndObject();
    }
}
