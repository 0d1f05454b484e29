using System.Text.Json;
using BerthOpt.Diagnostics;

namespace BerthOpt.Documents;

/// <summary>What reading or writing one document has at hand everywhere: faults, units, and the ids that references name.</summary>
internal class DocumentScope
{
    private readonly Dictionary<string, IdTable> ids = new(StringComparer.Ordinal);

    public DocumentFaults Faults { get; } = new();

    public Units Units { get; set; } = new(60, 10, 1, Known: false);

    /// <summary>Declares the ids of all quays, calls, ...; those of a list that could not be read are left out.</summary>
    public void Declare(string what, IEnumerable<string> names) => ids[what] = new IdTable([.. names]);

    /// <summary>Adds what the rules of the model found, at its place in the document, unless it may follow from a fault told already.</summary>
    public void AddModelFaults(IEnumerable<Fault> found, JsonElement root, Shape shape)
    {
        foreach (var fault in found)
        {
            var translated = ModelPointer.Translate(fault with { Place = InDocument(fault.Place) }, root, shape, out var intended);
            if (!Faults.Touches(intended))
            {
                Faults.Add(Units.Known ? translated with { Message = translated.Message + Unit(intended) } : translated);
            }
        }
    }

    public IdTable Ids(string what) => ids.TryGetValue(what, out var table) ? table : throw new InvalidOperationException($"No ids of a {what} were declared.");

    /// <summary>Where a fault of the model lies, in the model's words, where the document lists things in another way.</summary>
    protected virtual string InDocument(string place) => place;

    /// <summary>What a step of the grid is at a place, since the model speaks in steps; empty where there is nothing to say.</summary>
    protected virtual string Unit(string place) => place.EndsWith("Metres", StringComparison.Ordinal) ? $" (In sections of {Show.Number(Units.MetresPerSection)} metres.)" : "";
}
