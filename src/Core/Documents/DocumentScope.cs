namespace BerthOpt.Documents;

/// <summary>What reading or writing one document has at hand everywhere: faults, units, and the ids that references name.</summary>
internal class DocumentScope
{
    private readonly Dictionary<string, IdTable> ids = new(StringComparer.Ordinal);

    public DocumentFaults Faults { get; } = new();

    public Units Units { get; set; } = new(60, 10, 1, Known: false);

    /// <summary>Declares the ids of all quays, calls, ...; those of a list that could not be read are left out.</summary>
    public void Declare(string what, IEnumerable<string> names) => ids[what] = new IdTable([.. names]);

    public IdTable Ids(string what) => ids.TryGetValue(what, out var table) ? table : throw new InvalidOperationException($"No ids of a {what} were declared.");
}
