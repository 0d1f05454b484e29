namespace BerthOpt.Cli.Files;

/// <summary>Rows of named values: texts, whole numbers (long) and numbers (double). Columns stand in the order in which they first came; a row may lack some.</summary>
internal sealed class TidyTable
{
    private readonly Dictionary<string, TidyColumn> _byName = new(StringComparer.Ordinal);
    private readonly List<TidyColumn> _columns = [];

    /// <summary>The columns.</summary>
    public IReadOnlyList<TidyColumn> Columns => _columns;

    /// <summary>Number of rows.</summary>
    public int Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    public void Add(IEnumerable<(string Name, object? Value)> cells)
    {
        foreach (var (name, value) in cells)
        {
            if (!_byName.TryGetValue(name, out var column))
            {
                _columns.Add(_byName[name] = column = new TidyColumn(name));
            }

            column.Put(Rows, value);
        }

        Rows++;
    }
}

/// <summary>A column of a table.</summary>
/// <param name="name">Its name.</param>
internal sealed class TidyColumn(string name)
{
    private readonly List<object?> _values = [];

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>What its values are; text where it has none.</summary>
    public Type Type { get; private set; } = typeof(string);

    /// <summary>The value in a row; null for none.</summary>
    public object? this[int row] => row < _values.Count ? _values[row] : null;

    /// <summary>Sets the value in a row that has none yet.</summary>
    public void Put(int row, object? value)
    {
        _values.AddRange(Enumerable.Repeat<object?>(null, row - _values.Count));
        _values.Add(value);
        Type = value?.GetType() ?? Type;
    }
}
