using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>The top of a workload document.</summary>
internal static class BayWorkloadShape
{
    public const string Version = "berthopt/workload/1";

    private static readonly FormatVersion What = new(Version, "berthopt/cranes/", "Maybe the tasks stand where the bays should.");
    private static readonly Property<string> Name = Property<string>.Optional("name", null, TextKind.Any, "", "for people");
    private static readonly Property<DateTimeOffset> Origin = Property<DateTimeOffset>.Optional("origin", null, new InstantKind(), default, "the instant of second 0, in RFC 3339 with its offset");
    private static readonly Property<CraneGrid> Resolution = Property<CraneGrid>.Optional("grid", "grid", new ObjectKind<CraneGrid>(CraneGridDocument.Shape), new CraneGrid(), "the resolution of the problem");
    private static readonly Property<Rail> TheRail = Property<Rail>.Optional("rail", "rail", new ObjectKind<Rail>(RailDocument.Shape), new Rail(), "the rail that all cranes share");
    private static readonly Property<ImmutableArray<WorkloadCrane>> Cranes = Property<ImmutableArray<WorkloadCrane>>.Needed("cranes", "cranes", ListKind.Of(WorkloadCraneShape.Shape), "the cranes in their order along the rail, at least one");
    private static readonly Property<ImmutableArray<WorkloadVessel>> Vessels = Property<ImmutableArray<WorkloadVessel>>.Needed("vessels", "vessels", ListKind.Of(WorkloadVesselShape.Shape), "the vessels");
    private static readonly Property<ImmutableArray<BayWork>> Work = Property<ImmutableArray<BayWork>>.Optional("work", "work", ListKind.Of(BayWorkShape.Shape), [], "the containers, bay by bay; may come as CSV instead");
    private static readonly Property<CraneObjective> Weights = Property<CraneObjective>.Optional("objective", "objective", new ObjectKind<CraneObjective>(CraneObjectiveDocument.Shape), new CraneObjective(), "what plans cost");

    public static readonly Shape<BayWorkload> Shape = new("workload document", [What.Property, Name, Origin, Resolution, TheRail, Cranes, Vessels, Work, Weights], Read, Write);

    private static BayWorkload Read(DocumentObject from)
    {
        var scope = (CraneScope)from.Scope;
        What.Check(from);

        var before = scope.Faults.Count;
        var grid = from.Get(Resolution);
        scope.Use(grid, known: scope.Faults.Count == before);
        var (cranes, vessels) = (from.Get(Cranes), from.Get(Vessels));
        scope.Use([.. cranes.Select(crane => crane.Crane)], [.. vessels.Select(vessel => vessel.Vessel)]);
        return new BayWorkload
        {
            Name = from.Get(Name),
            Grid = grid with { Origin = from.Find(Origin) },
            Rail = from.Get(TheRail),
            Cranes = cranes,
            Vessels = vessels,
            Work = from.Get(Work),
            Objective = from.Get(Weights),
        };
    }

    private static void Write(DocumentWriter to, BayWorkload workload)
    {
        What.Write(to);
        to.Put(Name, workload.Name);
        to.PutIfAny(Origin, workload.Grid.Origin);
        to.Put(Resolution, workload.Grid with { Origin = null });
        to.Put(TheRail, workload.Rail);
        to.Put(Cranes, workload.Cranes);
        to.Put(Vessels, workload.Vessels);
        to.Put(Work, workload.Work);
        to.Put(Weights, workload.Objective);
    }
}
