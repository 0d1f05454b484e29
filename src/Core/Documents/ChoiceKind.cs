using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>An object of one of several shapes; its property <c>type</c> has the name of the one.</summary>
/// <param name="name">For messages: "event".</param>
/// <param name="shapes">The shapes; the type of each is named as its values' type is, the first letter in lower case.</param>
/// <param name="standIn">What stands in for one that cannot be read.</param>
internal sealed class ChoiceKind<T>(string name, Shape<T>[] shapes, T standIn) : Kind<T>($"an object, {name}", "object")
    where T : class
{
    private readonly Property<string> _type = Property<string>.Needed("type", null, new TypeKind([.. shapes.Select(shape => shape.Name)]), "what it is");
    private Shape<T>[]? _typed;
    private Shape? _all;

    /// <summary>All properties of all shapes: what may stand there, but not together.</summary>
    public override Shape Inner => _all ??= new Shape(name, [_type, .. shapes.SelectMany(shape => shape.Properties).DistinctBy(property => property.Name).Select(property => property with { Required = false })]);

    private Shape<T>[] Typed => _typed ??= [.. shapes.Select(shape => new Shape<T>($"{shape.Name} {name}", [_type, .. shape.Properties], shape.Read, shape.Write))];

    public override T StandIn(DocumentScope scope) => standIn;

    public override bool TryRead(JsonElement json, At at, DocumentScope scope, out T value)
    {
        value = null!;
        if (json.ValueKind != JsonValueKind.Object)
        {
            return WrongType(scope, at, json);
        }

        if (!TryFindType(json, out var type))
        {
            // Says what is wrong with the type.
            DocumentObject.Open(Inner, json, at, scope).Get(_type);
            return false;
        }

        value = Typed[type].Read(DocumentObject.Open(Typed[type], json, at, scope));
        return true;
    }

    public override void Write(Utf8JsonWriter json, T value, DocumentScope scope)
    {
        var type = Array.FindIndex(shapes, shape => string.Equals(shape.Name, value.GetType().Name, StringComparison.OrdinalIgnoreCase));
        json.WriteStartObject();
        json.WriteString(_type.Name, shapes[type].Name);
        shapes[type].Write(new DocumentWriter(json, scope), value);
        json.WriteEndObject();
    }

    private bool TryFindType(JsonElement json, out int type)
    {
        type = -1;
        foreach (var property in json.EnumerateObject())
        {
            if (type < 0 && Texts.TryGetName(property, out var found) && found == _type.Name && property.Value.ValueKind == JsonValueKind.String && Texts.TryGet(property.Value, out var text))
            {
                type = Array.FindIndex(shapes, shape => shape.Name == text);
            }
        }

        return type >= 0;
    }

    private sealed class TypeKind(string[] words) : TextualKind<string>($"one of {string.Join(", ", words)}")
    {
        public override string StandIn(DocumentScope scope) => words[0];

        protected override bool TryConvert(string text, At at, DocumentScope scope, out string value)
        {
            value = text;
            return words.Contains(text) || Fail(scope, "unknown-value", at, $"is {Show.Text(text)}; expected {Says}.{Nearest.Maybe(text, words)}");
        }

        protected override string ToText(string value, DocumentScope scope) => value;
    }
}
