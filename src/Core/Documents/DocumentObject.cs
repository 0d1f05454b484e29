using System.Text.Json;

namespace BerthOpt.Documents;

/// <summary>An object being read: its properties by shape, the faults of their names already told.</summary>
internal sealed class DocumentObject
{
    private readonly Shape shape;
    private readonly JsonElement?[] values;
    private readonly bool missing;

    private DocumentObject(Shape shape, At.Container place, DocumentScope scope, bool missing)
    {
        this.shape = shape;
        this.missing = missing;
        Place = place;
        Scope = scope;
        values = new JsonElement?[shape.Properties.Count];
    }

    public At.Container Place { get; }

    public DocumentScope Scope { get; }

    /// <summary>Opens an object and tells of unknown and repeated properties.</summary>
    public static DocumentObject Open(Shape shape, JsonElement json, At at, DocumentScope scope)
    {
        var opened = new DocumentObject(shape, at.Open(), scope, missing: false);
        foreach (var property in json.EnumerateObject())
        {
            opened.Take(property);
        }

        return opened;
    }

    /// <summary>An object that could not be read: everything in it stands in, and nothing is said of it.</summary>
    public static DocumentObject Missing(Shape shape, DocumentScope scope) => new(shape, At.Root.Open(), scope, missing: true);

    public bool Has(Property property) => values[IndexOf(property)] is not null;

    public T Get<T>(Property<T> property) => TryGet(property, out var value) ? value : property.Fallback(Scope);

    /// <summary>The value, or null when it is left out or faulty.</summary>
    public T? Find<T>(Property<T> property)
        where T : struct => TryGet(property, out var value) ? value : null;

    /// <summary>The value, or null when it is left out or faulty.</summary>
    public T? FindObject<T>(Property<T> property)
        where T : class => TryGet(property, out var value) ? value : null;

    /// <summary>Says what is wrong with a property, or with the object when the property is not there.</summary>
    public void Fault(string code, Property property, string message)
    {
        if (missing)
        {
            return;
        }

        if (Has(property))
        {
            Scope.Faults.Add(code, Place[property.Name], message);
        }
        else
        {
            Scope.Faults.Add(code, Place.Place, $"\"{property.Name}\" {message}");
        }
    }

    /// <summary>Marks a property as one whose value follows from a fault of another.</summary>
    public void Doubt(Property property) => Scope.Faults.Doubt(Place[property.Name]);

    /// <summary>Says what is wrong with the object as a whole.</summary>
    public void Fault(string code, string message)
    {
        if (!missing)
        {
            Scope.Faults.Add(code, Place.Place, message);
        }
    }

    /// <summary>Reads the value where it is given; false when it is faulty, or needed and not there.</summary>
    public bool Read<T>(Property<T> property, ref T into)
    {
        if (!TryGet(property, out var value))
        {
            return !missing && !property.Required && !Has(property);
        }

        into = value;
        return true;
    }

    /// <summary>Reads the value; false when it is left out or faulty.</summary>
    public bool TryGet<T>(Property<T> property, out T value)
    {
        if (values[IndexOf(property)] is { } json)
        {
            return property.Kind.TryRead(json, Place[property.Name], Scope, out value);
        }

        if (property.Required && !missing)
        {
            Scope.Faults.AddMissing(Place, property.Name, property.Kind.Says);
        }

        value = default!;
        return false;
    }

    private string Unknown(string name)
    {
        var names = shape.Properties.Select(known => known.Name);
        return $"is not a property of a {shape.Name}; expected one of {string.Join(", ", names)}.{Nearest.Maybe(name, names)}";
    }

    private int IndexOf(Property property) => shape.IndexOf(property.Name) is >= 0 and var index
        ? index
        : throw new InvalidOperationException($"A {shape.Name} has no property {property.Name}.");

    private void Take(JsonProperty property)
    {
        if (!Texts.TryGetName(property, out var name))
        {
            Scope.Faults.Add("bad-text", Place.Place, "has a property whose name is not text; expected the properties of its kind. Maybe half of a surrogate pair, or not UTF-8.");
            return;
        }

        var index = shape.IndexOf(name);
        if (index < 0)
        {
            Scope.Faults.Add("unknown-property", Place[name], Scope.Faults.Full ? "" : Unknown(name));
            return;
        }

        if (values[index] is not null)
        {
            Scope.Faults.Add("duplicate-property", Place[name], "stands here more than once; expected once.");
        }

        // Null is how many writers say that an optional property is left out. Of several the last is read: that is where readers of JSON follow a pointer.
        var isGiven = property.Value.ValueKind != JsonValueKind.Null || shape.Properties[index].Required || shape.Properties[index].What.TakesNull;
        values[index] = isGiven ? property.Value : null;
    }
}
