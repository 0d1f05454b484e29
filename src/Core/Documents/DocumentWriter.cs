using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>An object being written; what equals its default is left out.</summary>
internal readonly struct DocumentWriter(Utf8JsonWriter json, DocumentScope scope)
{
    public DocumentScope Scope => scope;

    public void Put<T>(Property<T> property, T value)
    {
        if (property.Required || !property.Kind.AreSame(value, property.Fallback(scope)))
        {
            json.WritePropertyName(property.Name);
            property.Kind.Write(json, value, scope);
        }
    }

    /// <summary>Nothing for null.</summary>
    public void PutIfAny<T>(Property<T> property, T? value)
        where T : struct
    {
        if (value is { } some)
        {
            json.WritePropertyName(property.Name);
            property.Kind.Write(json, some, scope);
        }
    }

    /// <summary>Nothing for null.</summary>
    public void PutIfAny<T>(Property<T> property, T? value)
        where T : class
    {
        if (value is not null)
        {
            json.WritePropertyName(property.Name);
            property.Kind.Write(json, value, scope);
        }
    }
}
