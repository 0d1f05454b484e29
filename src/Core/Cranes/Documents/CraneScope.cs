using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>What the parts of a crane document need of one another: the units and the ids, once they are read.</summary>
internal sealed class CraneScope : DocumentScope
{
    public const string Crane = "crane";
    public const string Vessel = "vessel";
    public const string Task = "task";

    /// <summary>What is at hand once a whole problem is known.</summary>
    public static CraneScope Of(CraneProblem problem)
    {
        var scope = new CraneScope();
        scope.Use(problem.Grid, known: true);
        scope.Use(problem.Cranes, problem.Vessels);
        scope.Use(problem.Tasks);
        return scope;
    }

    public void Use(CraneGrid grid, bool known) => Units = new Units(grid.SecondsPerSlot / 60, grid.MetresPerSection, 1, known, grid.SecondsPerSlot);

    public void Use(ImmutableArray<Crane> cranes, ImmutableArray<CraneVessel> vessels)
    {
        Declare(Crane, cranes.Select(crane => crane.Id));
        Declare(Vessel, vessels.Select(vessel => vessel.Id));
    }

    public void Use(ImmutableArray<CraneTask> tasks) => Declare(Task, tasks.Select(task => task.Id));

    /// <summary>The model lists handling by the crane's index, the document by its id: the fault is told at the list.</summary>
    protected override string InDocument(string place)
    {
        const string list = "/handlingByCrane/";
        var at = place.IndexOf(list, StringComparison.Ordinal);
        return at < 0 ? place : place[..(at + list.Length - 1)];
    }

    protected override string Unit(string place) =>
        place.EndsWith("Seconds", StringComparison.Ordinal) ? $" (In slots of {Show.Number(Units.SecondsPerSlot)} seconds.)" : base.Unit(place);
}
