namespace BerthOpt.Documents;

/// <summary>What an object of a document may hold.</summary>
/// <param name="name">For messages and for the page on the format: "quay".</param>
/// <param name="properties">All properties, in the order in which they are written.</param>
internal class Shape(string name, Property[] properties)
{
    private readonly Dictionary<string, int> indices = properties.Index().ToDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);

    public string Name => name;

    public IReadOnlyList<Property> Properties => properties;

    public int IndexOf(string property) => indices.TryGetValue(property, out var index) ? index : -1;

    /// <summary>The property that the rules of the model call so; null when there is none.</summary>
    public Property? OfModel(string model) => Array.Find(properties, property => property.Model == model);
}

/// <inheritdoc cref="Shape"/>
/// <typeparam name="T">What the object says.</typeparam>
/// <param name="name">For messages.</param>
/// <param name="properties">All properties.</param>
/// <param name="read">From the object; asks for every property.</param>
/// <param name="write">Into the object.</param>
internal sealed class Shape<T>(string name, Property[] properties, Func<DocumentObject, T> read, Action<DocumentWriter, T> write) : Shape(name, properties)
{
    public T Read(DocumentObject from) => read(from);

    public void Write(DocumentWriter to, T value) => write(to, value);
}
