using System.Collections.Immutable;
using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>An object whose property names are ids: one value for each index; null stands for the ids that are left out.</summary>
internal sealed class MapKind<T>(string what, Kind<T> entry) : Kind<ImmutableArray<T?>>($"an object from the id of a {what} to: {entry.Says}", "object")
    where T : struct
{
    public override Kind? Entry => entry;

    public override ImmutableArray<T?> StandIn(DocumentScope scope) => [];

    public override bool TryRead(JsonElement json, At at, DocumentScope scope, out ImmutableArray<T?> value)
    {
        value = [];
        if (json.ValueKind != JsonValueKind.Object)
        {
            return WrongType(scope, at, json);
        }

        var ids = scope.Ids(what);
        var inside = at.Open();
        var values = new T?[ids.Names.Count];
        var seen = new bool[values.Length];
        foreach (var property in json.EnumerateObject())
        {
            if (!Texts.TryGetName(property, out var name))
            {
                Fail(scope, "bad-text", at, $"has a property whose name is not text; expected the id of a {what}. Maybe half of a surrogate pair, or not UTF-8.");
            }
            else if (!ids.TryFind(name, out var index))
            {
                Fail(scope, "unknown-reference", inside[name], $"is not the id of a {what}.{(scope.Faults.Full ? "" : Nearest.Maybe(name, ids.Names))}");
            }
            else if (seen[index])
            {
                Fail(scope, "duplicate-property", inside[name], "stands here more than once; expected once.");
            }
            else
            {
                seen[index] = true;
                values[index] = property.Value.ValueKind == JsonValueKind.Null ? null : entry.Read(property.Value, inside[name], scope);
            }
        }

        value = ImmutableArray.Create(values);
        return true;
    }

    public override void Write(Utf8JsonWriter json, ImmutableArray<T?> value, DocumentScope scope)
    {
        json.WriteStartObject();
        for (var index = 0; index < value.Length; index++)
        {
            if (value[index] is { } item)
            {
                json.WritePropertyName(scope.Ids(what).Names[index]);
                entry.Write(json, item, scope);
            }
        }

        json.WriteEndObject();
    }
}
