using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>The top of a crane document.</summary>
internal static class CraneDocumentShape
{
    public const string Version = "berthopt/cranes/1";

    private static readonly FormatVersion What = new(Version, "berthopt/crane-plan/", "Maybe the plan stands where its problem should.");
    private static readonly Property<string> Name = Property<string>.Optional("name", null, TextKind.Any, "", "for people");
    private static readonly Property<DateTimeOffset> Origin = Property<DateTimeOffset>.Optional("origin", null, new InstantKind(), default, "the instant of second 0, in RFC 3339 with its offset; for people, all times are seconds from it");
    private static readonly Property<CraneGrid> Resolution = Property<CraneGrid>.Optional("grid", "grid", new ObjectKind<CraneGrid>(CraneGridDocument.Shape), new CraneGrid(), "the resolution");
    private static readonly Property<int> Horizon = Property<int>.Needed("horizonSeconds", "horizon", CraneKinds.Horizon, CraneProblem.MaxHorizon, "every task ends by it");
    private static readonly Property<Rail> TheRail = Property<Rail>.Optional("rail", "rail", new ObjectKind<Rail>(RailDocument.Shape), new Rail(), "the rail that all cranes share");
    private static readonly Property<ImmutableArray<Crane>> Cranes = Property<ImmutableArray<Crane>>.Needed("cranes", "cranes", ListKind.Of(OneCraneDocument.Shape), "the cranes in their order along the rail, at least one");
    private static readonly Property<ImmutableArray<CraneVessel>> Vessels = Property<ImmutableArray<CraneVessel>>.Optional("vessels", "vessels", ListKind.Of(CraneVesselDocument.Shape), [], "the vessels that are worked on");
    private static readonly Property<ImmutableArray<CraneTask>> Tasks = Property<ImmutableArray<CraneTask>>.Optional("tasks", "tasks", ListKind.Of(CraneTaskDocument.Shape), [], "the tasks");
    private static readonly Property<ImmutableArray<TaskPair>> Precedences = Property<ImmutableArray<TaskPair>>.Optional("precedences", "precedences", ListKind.Of(TaskPairDocument.Precedence), [], "tasks that must end before others start");
    private static readonly Property<ImmutableArray<TaskPair>> Apart = Property<ImmutableArray<TaskPair>>.Optional("nonSimultaneous", "nonSimultaneous", ListKind.Of(TaskPairDocument.Apart), [], "tasks that may not be worked on at the same time, in either order");
    private static readonly Property<CraneDirection> Direction = Property<CraneDirection>.Optional("direction", "direction", new WordKind<CraneDirection>(), CraneDirection.Free, "which ways cranes may move between their tasks; default free");
    private static readonly Property<CraneObjective> Weights = Property<CraneObjective>.Optional("objective", "objective", new ObjectKind<CraneObjective>(CraneObjectiveDocument.Shape), new CraneObjective(), "what plans cost");

    public static readonly Shape<CraneParts> Shape = new(
        "crane document",
        [What.Property, Name, Origin, Resolution, Horizon, TheRail, Cranes, Vessels, Tasks, Precedences, Apart, Direction, Weights],
        Read,
        Write);

    private static CraneParts Read(DocumentObject from)
    {
        var scope = (CraneScope)from.Scope;
        What.Check(from);

        var before = scope.Faults.Count;
        var grid = from.Get(Resolution);
        scope.Use(grid, known: scope.Faults.Count == before);
        var (cranes, vessels) = (from.Get(Cranes), from.Get(Vessels));
        scope.Use(cranes, vessels);
        var tasks = from.Get(Tasks);
        scope.Use(tasks);
        return new CraneParts
        {
            Name = from.Get(Name),
            Grid = grid with { Origin = from.Find(Origin) },
            Horizon = from.Get(Horizon),
            Rail = from.Get(TheRail),
            Cranes = cranes,
            Vessels = vessels,
            Tasks = tasks,
            Precedences = from.Get(Precedences),
            NonSimultaneous = from.Get(Apart),
            Direction = from.Get(Direction),
            Objective = from.Get(Weights),
        };
    }

    private static void Write(DocumentWriter to, CraneParts parts)
    {
        What.Write(to);
        to.Put(Name, parts.Name);
        to.PutIfAny(Origin, parts.Grid.Origin);
        to.Put(Resolution, parts.Grid with { Origin = null });
        to.Put(Horizon, parts.Horizon);
        to.Put(TheRail, parts.Rail);
        to.Put(Cranes, parts.Cranes);
        to.Put(Vessels, parts.Vessels);
        to.Put(Tasks, parts.Tasks);
        to.Put(Precedences, parts.Precedences);
        to.Put(Apart, parts.NonSimultaneous);
        to.Put(Direction, parts.Direction);
        to.Put(Weights, parts.Objective);
    }
}
