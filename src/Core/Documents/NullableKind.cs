using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>A value, or null with a meaning of its own.</summary>
internal sealed class NullableKind<T>(Kind<T> kind, string says) : Kind<T?>($"{kind.Says}, or null {says}", kind.Json)
    where T : struct
{
    public override bool TakesNull => true;

    public override Shape? Inner => kind.Inner;

    public override T? StandIn(DocumentScope scope) => null;

    public override bool TryRead(JsonElement json, At at, DocumentScope scope, out T? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        var read = kind.TryRead(json, at, scope, out var some);
        value = some;
        return read;
    }

    public override void Write(Utf8JsonWriter json, T? value, DocumentScope scope)
    {
        if (value is { } some)
        {
            kind.Write(json, some, scope);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
