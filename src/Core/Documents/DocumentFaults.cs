using System.Collections.Immutable;
using BerthOpt.Diagnostics;

namespace BerthOpt.Documents;

/// <summary>The faults of one document: the first <see cref="Most"/> in full, the others counted.</summary>
internal sealed class DocumentFaults
{
    public const int Most = 100;

    private const string ForeignCode = "unknown-format";

    private readonly List<Fault> kept = [];
    private readonly List<string> touched = [];
    private long more;

    /// <summary>How many there are, with those that are only counted.</summary>
    public long Count => kept.Count + more;

    /// <summary>Whether a further fault is only counted; its message need not be made up.</summary>
    public bool Full => kept.Count >= Most;

    /// <summary>The faults; the last of them says how many more there are.</summary>
    public ImmutableArray<Fault> All => Foreign() is { Count: > 0 } foreign
        ? [.. kept.Where(fault => fault.Code == ForeignCode || !foreign.Exists(document => IsWithin(fault.Place, document)))]
        : more == 0 ? [.. kept]
        : [.. kept, new Fault("too-many-faults", "", $"has {more} more faults that are not listed; expected none. Maybe all have one cause.")];

    public void Add(string code, At at, string message)
    {
        if (Full)
        {
            more++;
            return;
        }

        var place = at.ToString();
        touched.Add(place);
        kept.Add(new Fault(code, place, message));
    }

    /// <summary>A fault of a property that is not there: the place is the object that lacks it.</summary>
    public void AddMissing(At.Container container, string name, string expected)
    {
        if (Full)
        {
            more++;
            return;
        }

        touched.Add(container[name].ToString());
        kept.Add(new Fault("missing", container.Place.ToString(), $"lacks \"{name}\"; expected {expected}."));
    }

    /// <summary>Marks a place whose value stands in although nothing is wrong with it itself: what is then said of it may only follow.</summary>
    public void Doubt(At at) => touched.Add(at.ToString());

    /// <summary>A fault that was found elsewhere and has its place already.</summary>
    public void Add(Fault fault)
    {
        if (Full)
        {
            more++;
            return;
        }

        kept.Add(fault);
    }

    /// <summary>Whether a fault lies at, below or above a place: what is then said of the place may only follow from that fault.</summary>
    public bool Touches(string pointer) => touched.Exists(place => IsWithin(place, pointer) || IsWithin(pointer, place));

    /// <summary>Places of documents of another format: all else that is wrong with one follows from that.</summary>
    private List<string> Foreign() => [.. kept.Where(fault => fault.Code == ForeignCode).Select(fault => fault.Place[..Math.Max(0, fault.Place.LastIndexOf('/'))])];

    private static bool IsWithin(string inner, string outer) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] == '/');
}
