using System.Collections.Immutable;
using System.Text.Json;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>What the parts of a crane document need of one another: the units and the ids, once they are read.</summary>
internal sealed class CraneScope : DocumentScope
{
    public const string Crane = "crane";
    public const string Vessel = "vessel";
    public const string Task = "task";

    /// <summary>For each task of the plan, its number in the document's list.</summary>
    public Dictionary<int, int> PlanPlaces { get; } = [];

    public void Use(CraneProblem problem)
    {
        Use(problem.Grid, known: true);
        Use(problem.Cranes, problem.Vessels);
        Use(problem.Tasks);
    }

    public void Use(CraneGrid grid, bool known) => Units = new Units(grid.SecondsPerSlot / 60, grid.MetresPerSection, 1, known, grid.SecondsPerSlot);

    public void Use(ImmutableArray<Crane> cranes, ImmutableArray<CraneVessel> vessels)
    {
        Declare(Crane, cranes.Select(crane => crane.Id));
        Declare(Vessel, vessels.Select(vessel => vessel.Id));
    }

    public void Use(ImmutableArray<CraneTask> tasks) => Declare(Task, tasks.Select(task => task.Id));

    /// <summary>Adds what the rules of the model found, at its place in the document, unless it may follow from a fault told already.</summary>
    public void AddModelFaults(IEnumerable<Fault> found, JsonElement root, Shape shape)
    {
        foreach (var fault in found)
        {
            var translated = ModelPointer.Translate(fault with { Place = NamedCrane(fault.Place) }, root, shape, out var intended);
            if (!Faults.Touches(intended))
            {
                Faults.Add(translated with { Message = translated.Message + Unit(intended) });
            }
        }
    }

    /// <summary>The model lists handling by the crane's index, the document by its id: the fault is told at the list.</summary>
    private static string NamedCrane(string place)
    {
        const string list = "/handlingByCrane/";
        var at = place.IndexOf(list, StringComparison.Ordinal);
        return at < 0 ? place : place[..(at + list.Length - 1)];
    }

    /// <summary>The model speaks in steps of the grid.</summary>
    private string Unit(string place) => !Units.Known ? ""
        : place.EndsWith("Seconds", StringComparison.Ordinal) ? $" (In slots of {Show.Number(Units.SecondsPerSlot)} seconds.)"
        : place.EndsWith("Metres", StringComparison.Ordinal) ? $" (In sections of {Show.Number(Units.MetresPerSection)} metres.)"
        : "";
}
