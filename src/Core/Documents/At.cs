using System.Globalization;
using System.Text;

namespace BerthOpt.Documents;

/// <summary>A place in a document. Cheap to carry along: the JSON Pointer (RFC 6901) is only spelled out for a fault.</summary>
internal readonly struct At
{
    private readonly Container? parent;
    private readonly string? name;
    private readonly int index;

    private At(Container parent, string? name, int index)
    {
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /// <summary>The whole document.</summary>
    public static At Root => default;

    /// <summary>The place as one that has places inside.</summary>
    public Container Open() => new(this);

    /// <summary>The JSON Pointer; empty for the whole document.</summary>
    public override string ToString()
    {
        var steps = new Stack<string>();
        for (var at = this; at.parent is not null; at = at.parent.Place)
        {
            steps.Push(at.name is null ? at.index.ToString(CultureInfo.InvariantCulture) : Escape(at.name));
        }

        var pointer = new StringBuilder();
        foreach (var step in steps)
        {
            pointer.Append('/').Append(step);
        }

        return pointer.ToString();
    }

    /// <summary>A property name as a step of a JSON Pointer.</summary>
    public static string Escape(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>An object or a list, with the places inside it.</summary>
    internal sealed class Container(At place)
    {
        public At Place => place;

        public At this[string name] => new(this, name, -1);

        public At this[int index] => new(this, null, index);
    }
}
