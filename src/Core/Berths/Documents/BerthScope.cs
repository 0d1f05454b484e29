using System.Collections.Immutable;
using System.Text.Json;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>What the parts of a berth document need of one another: the quays, once they are read.</summary>
internal sealed class BerthScope : DocumentScope
{
    public const string Quay = "quay";
    public const string Berth = "berth";
    public const string Call = "call";

    public ImmutableArray<Quay> Quays { get; private set; } = [];

    /// <summary>Number of berths of all quays.</summary>
    public int Berths { get; private set; }

    /// <summary>For each call of the baseline, its number in the document's list.</summary>
    public Dictionary<int, int> BaselinePlaces { get; } = [];

    /// <summary>For each call of the plan, its number in the document's list.</summary>
    public Dictionary<int, int> PlanPlaces { get; } = [];

    /// <summary>Number of cranes of the pool that is being read.</summary>
    public int Cranes { get; set; }

    public void Use(BerthProblem problem)
    {
        Use(problem.Grid, known: true);
        Use(problem.Quays);
        Use(problem.Calls);
    }

    public void Use(Grid grid, bool known) => Units = new Units(grid.MinutesPerSlot, grid.MetresPerSection, grid.CostScale, known);

    public void Use(ImmutableArray<Quay> quays)
    {
        Quays = quays;
        Declare(Quay, quays.Select(quay => quay.Id));
        Declare(Berth, quays.SelectMany(quay => quay.Berths).Select(berth => berth.Id));
        Berths = Ids(Berth).Names.Count;
    }

    public void Use(ImmutableArray<Call> calls) => Declare(Call, calls.Select(call => call.Id));

    /// <summary>Adds what the rules of the model found, at its place in the document, unless it may follow from a fault told already.</summary>
    public void AddModelFaults(IEnumerable<Fault> found, JsonElement root, Shape shape)
    {
        foreach (var fault in found)
        {
            var translated = ModelPointer.Translate(fault with { Place = InList(fault.Place) }, root, shape, out var intended);
            if (!Faults.Touches(intended))
            {
                Faults.Add(translated with { Message = translated.Message + Unit(intended) });
            }
        }
    }

    /// <summary>Length of a quay; when that quay is unknown, as long as any.</summary>
    public int LengthOf(int quay) => quay >= 0 && quay < Quays.Length ? Quays[quay].Length : BerthProblem.MaxExtent;

    /// <summary>The model's baseline has one entry for each call; the document's lists some by id.</summary>
    private string InList(string place)
    {
        const string entries = "/baseline/entries/";
        var end = place.StartsWith(entries, StringComparison.Ordinal) ? place.IndexOf('/', entries.Length) : -1;
        return end > 0 && int.TryParse(place[entries.Length..end], out var call) && BaselinePlaces.TryGetValue(call, out var number)
            ? $"/baseline/{number}{place[end..]}"
            : place;
    }

    /// <summary>The model speaks in steps of the grid.</summary>
    private string Unit(string place) => !Units.Known ? ""
        : place.EndsWith("Minutes", StringComparison.Ordinal) ? $" (In slots of {Show.Number(Units.MinutesPerSlot)} minutes.)"
        : place.EndsWith("Metres", StringComparison.Ordinal) ? $" (In sections of {Show.Number(Units.MetresPerSection)} metres.)"
        : "";
}
