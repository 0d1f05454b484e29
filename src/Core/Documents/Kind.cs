using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>What may stand at a place of a document. Kinds carry no state of a reading, so one instance serves all.</summary>
/// <param name="says">For messages and for the page on the format: "a number of minutes".</param>
/// <param name="json">The JSON type: string, number, boolean, array, object.</param>
internal abstract class Kind(string says, string json)
{
    public string Says => says;

    public string Json => json;

    /// <summary>Whether null is a value here; where it is not, null means left out.</summary>
    public virtual bool TakesNull => false;

    /// <summary>The shape of an object, or of the objects of a list.</summary>
    public virtual Shape? Inner => null;

    /// <summary>What stands in each place of a list or of a map; null for other kinds.</summary>
    public virtual Kind? Entry => null;

    protected static bool Fail(DocumentScope scope, string code, At at, string message)
    {
        scope.Faults.Add(code, at, message);
        return false;
    }

    protected bool WrongType(DocumentScope scope, At at, JsonElement found, string maybe = "") =>
        Fail(scope, "wrong-type", at, scope.Faults.Full ? "" : $"is {Show.Value(found)}; expected {says}.{maybe}");
}

/// <inheritdoc cref="Kind"/>
internal abstract class Kind<T>(string says, string json) : Kind(says, json)
{
    /// <summary>What stands in for a value that could not be read, so that reading goes on; chosen to cause no fault by itself.</summary>
    public abstract T StandIn(DocumentScope scope);

    public abstract bool TryRead(JsonElement json, At at, DocumentScope scope, out T value);

    public abstract void Write(Utf8JsonWriter json, T value, DocumentScope scope);

    public virtual bool AreSame(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);

    /// <summary>Reads, and stands in where that fails.</summary>
    public T Read(JsonElement json, At at, DocumentScope scope) => TryRead(json, at, scope, out var value) ? value : StandIn(scope);
}
