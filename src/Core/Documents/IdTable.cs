namespace BerthOpt.Documents;

/// <summary>Ids by index and indices by id; of two equal ids the first counts (the second is a fault of its own).</summary>
internal sealed class IdTable
{
    private readonly Dictionary<string, int> indices = new(StringComparer.Ordinal);

    public IdTable(string[] names)
    {
        Names = names;
        for (var index = 0; index < names.Length; index++)
        {
            indices.TryAdd(names[index], index);
        }
    }

    public IReadOnlyList<string> Names { get; }

    public bool TryFind(string name, out int index) => indices.TryGetValue(name, out index);
}
