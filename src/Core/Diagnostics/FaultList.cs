namespace BerthOpt.Diagnostics;

/// <summary>Collects the faults of one input.</summary>
internal sealed class FaultList
{
    public List<Fault> All { get; } = [];

    public void Add(string code, string place, string message) => All.Add(new Fault(code, place, message));

    public bool Require(bool holds, string code, string place, string message)
    {
        if (!holds)
        {
            Add(code, place, message);
        }

        return holds;
    }

    public bool Range(string place, long value, long min, long max, string what) =>
        Require(value >= min && value <= max, "out-of-range", place, $"is {value}; expected {min} to {max} {what}.");

    public bool NotNegative(string place, long value) =>
        Require(value >= 0, "out-of-range", place, $"is {value}; expected 0 or more.");

    public bool Index(string place, int value, int count, string what) =>
        Require(value >= 0 && value < count, "unknown-reference", place, $"is {value}; expected the index of a {what}, 0 to {count - 1}.");

    /// <summary>Every id is non-empty, without control characters, and unique.</summary>
    public void Ids(string what, IEnumerable<(string Place, string Id)> ids)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, id) in ids)
        {
            if (string.IsNullOrWhiteSpace(id) || id.Length > 200 || id.Any(char.IsControl))
            {
                Add("bad-id", place, $"is not a usable id of a {what}; expected 1 to 200 characters without control characters.");
            }
            else if (!first.TryAdd(id, place))
            {
                Add("duplicate-id", place, $"is \"{id}\", which {first[id]} has already; expected each {what} to have an id of its own.");
            }
        }
    }
}
