using System.Collections.Immutable;
using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>A list; entries keep their index even where one could not be read.</summary>
internal sealed class ListKind<T>(Kind<T> entry) : Kind<ImmutableArray<T>>($"a list of: {entry.Says}", "array")
{
    public override ImmutableArray<T> StandIn(DocumentScope scope) => [];

    public override Shape? Inner => entry.Inner;

    public override Kind? Entry => entry;

    public override bool AreSame(ImmutableArray<T> a, ImmutableArray<T> b) => a.IsDefaultOrEmpty && b.IsDefaultOrEmpty;

    public override bool TryRead(JsonElement json, At at, DocumentScope scope, out ImmutableArray<T> value)
    {
        value = [];
        if (json.ValueKind != JsonValueKind.Array)
        {
            return WrongType(scope, at, json, " Maybe put it in brackets.");
        }

        var inside = at.Open();
        // One stand-in serves all: a list of millions of wrong entries must not cost more than a list of right ones.
        var (standIn, made) = (default(T)!, false);
        var entries = ImmutableArray.CreateBuilder<T>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray())
        {
            var place = inside[entries.Count];
            if (element.ValueKind == JsonValueKind.Null && !entry.TakesNull)
            {
                Fail(scope, "null-in-list", place, scope.Faults.Full ? "" : $"is null; expected {entry.Says}. Maybe the entry should go.");
            }
            else if (entry.TryRead(element, place, scope, out var item))
            {
                entries.Add(item);
                continue;
            }

            (standIn, made) = made ? (standIn, true) : (entry.StandIn(scope), true);
            entries.Add(standIn);
        }

        value = entries.MoveToImmutable();
        return true;
    }

    public override void Write(Utf8JsonWriter json, ImmutableArray<T> value, DocumentScope scope)
    {
        json.WriteStartArray();
        foreach (var item in value)
        {
            entry.Write(json, item, scope);
        }

        json.WriteEndArray();
    }
}

/// <summary>Lists of objects.</summary>
internal static class ListKind
{
    /// <summary>The objects of a shape.</summary>
    public static Kind<ImmutableArray<T>> Of<T>(Shape<T> shape) => new ListKind<T>(new ObjectKind<T>(shape));
}
