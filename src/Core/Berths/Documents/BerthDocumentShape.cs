using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>The top of a berth document.</summary>
internal static class BerthDocumentShape
{
    public const string Version = "berthopt/berths/1";

    private static readonly FormatVersion What = new(Version, "berthopt/berth-plan/", "Maybe the plan stands where its problem should.");
    private static readonly Property<string> Name = Property<string>.Optional("name", null, TextKind.Any, "", "for people");
    private static readonly Property<DateTimeOffset> Origin = Property<DateTimeOffset>.Optional("origin", null, new InstantKind(), default, "the instant of minute 0, in RFC 3339 with its offset; for people, all times are minutes from it");
    private static readonly Property<Grid> Resolution = Property<Grid>.Optional("grid", "grid", new ObjectKind<Grid>(GridDocument.Shape), new Grid(), "the resolution");
    private static readonly Property<int> Horizon = Property<int>.Needed("horizonMinutes", "horizon", BerthKinds.Duration, BerthProblem.MaxExtent, "every stay ends by it");
    private static readonly Property<ImmutableArray<Quay>> Quays = Property<ImmutableArray<Quay>>.Needed("quays", "quays", ListKind.Of(QuayDocument.Shape), "the quays, at least one");
    private static readonly Property<ImmutableArray<CranePool>> Pools = Property<ImmutableArray<CranePool>>.Optional("cranePools", "cranePools", ListKind.Of(CranePoolDocument.Shape), [], "the cranes, rail by rail; a quay without a pool has cranes without limit");
    private static readonly Property<ImmutableArray<Closure>> Closures = Property<ImmutableArray<Closure>>.Optional("closures", "closures", ListKind.Of(ClosureDocument.Shape), [], "stretches of quay where no call may lie for a time");
    private static readonly Property<MovementLimits> Movements = Property<MovementLimits>.Optional("movements", "movements", new ObjectKind<MovementLimits>(MovementDocument.Shape), new MovementLimits(), "what pilots, tugs and weather allow");
    private static readonly Property<Clearances> Room = Property<Clearances>.Optional("clearances", "clearances", new ObjectKind<Clearances>(ClearanceDocument.Shape), new Clearances(), "room that must stay free");
    private static readonly Property<ImmutableArray<Call>> Calls = Property<ImmutableArray<Call>>.Optional("calls", "calls", ListKind.Of(CallDocument.Shape), [], "the visits of ships");
    private static readonly Property<Objective> Weights = Property<Objective>.Optional("objective", "objective", new ObjectKind<Objective>(ObjectiveDocument.Shape), new Objective(), "weights of the cost terms");

    public static readonly Shape<BerthParts> Shape = new(
        "berth document",
        [What.Property, Name, Origin, Resolution, Horizon, Quays, Pools, Closures, Movements, Room, Calls, BaselineDocument.Property, Weights],
        Read,
        Write);

    private static BerthParts Read(DocumentObject from)
    {
        var scope = (BerthScope)from.Scope;
        What.Check(from);

        var before = scope.Faults.Count;
        var grid = from.Get(Resolution);
        scope.Use(grid, known: scope.Faults.Count == before);
        var quays = from.Get(Quays);
        scope.Use(quays);
        var calls = from.Get(Calls);
        scope.Use(calls);
        return new BerthParts
        {
            Name = from.Get(Name),
            Grid = grid with { Origin = from.Find(Origin) },
            Horizon = from.Get(Horizon),
            Quays = quays,
            CranePools = from.Get(Pools),
            Closures = from.Get(Closures),
            Movements = from.Get(Movements),
            Clearances = from.Get(Room),
            Calls = calls,
            Baseline = BaselineDocument.Read(from, calls.Length, scope.BaselinePlaces),
            Objective = from.Get(Weights),
        };
    }

    private static void Write(DocumentWriter to, BerthParts parts)
    {
        What.Write(to);
        to.Put(Name, parts.Name);
        to.PutIfAny(Origin, parts.Grid.Origin);
        to.Put(Resolution, parts.Grid with { Origin = null });
        to.Put(Horizon, parts.Horizon);
        to.Put(Quays, parts.Quays);
        to.Put(Pools, parts.CranePools);
        to.Put(Closures, parts.Closures);
        to.Put(Movements, parts.Movements is { Caps: [], Bans: [] } ? new MovementLimits() : parts.Movements);
        to.Put(Room, parts.Clearances);
        to.Put(Calls, parts.Calls);
        BaselineDocument.Write(to, parts.Baseline);
        to.Put(Weights, parts.Objective);
    }
}
