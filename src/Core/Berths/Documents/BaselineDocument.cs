using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>The baseline as documents have it: a list of planned calls by id, where the model has one entry for each call.</summary>
internal static class BaselineDocument
{
    private static readonly Property<int> CallId = Property<int>.Needed("call", null, BerthKinds.CallId, "id of the call");
    private static readonly Property<int> Quay = Property<int>.Needed("quay", "quay", BerthKinds.QuayId, "id of the planned quay");
    private static readonly Property<int> Position = Property<int>.Needed("positionMetres", "position", BerthKinds.Position, "planned left end of the hull");
    private static readonly Property<int> Start = Property<int>.Needed("startMinutes", "start", BerthKinds.BoundedTime, "planned time of berthing");
    private static readonly Property<int> Cranes = Property<int>.Optional("cranes", "cranes", BerthKinds.Cranes, 0, "planned number of cranes; default not planned");
    private static readonly Property<bool> Frozen = Property<bool>.Optional("frozen", null, BerthKinds.Flag, false, "whether all of it must stay as it is");
    private static readonly Property<int> StartRate = Property<int>.Optional("startChangePerHour", "startRate", BerthKinds.CostPerHour, 0, "cost of each hour between planned and new start");
    private static readonly Property<int> SectionRate = Property<int>.Optional("positionChangePerMetre", "sectionRate", BerthKinds.CostPerMetre, 0, "cost of each metre between planned and new position at the same quay");
    private static readonly Property<int> MoveCost = Property<int>.Optional("moveCost", "moveCost", BerthKinds.Cost, 0, "cost, once, when quay or position change");
    private static readonly Property<int> CraneRate = Property<int>.Optional("craneChangeCost", "craneRate", BerthKinds.Cost, 0, "cost of each crane more or fewer");

    private static readonly Shape<(int Call, BaselineEntry Entry)> Shape = new(
        "planned call", [CallId, Quay, Position, Start, Cranes, Frozen, StartRate, SectionRate, MoveCost, CraneRate], ReadEntry, WriteEntry);

    public static readonly Property<ImmutableArray<(int Call, BaselineEntry Entry)>> Property =
        Property<ImmutableArray<(int Call, BaselineEntry Entry)>>.Optional("baseline", "baseline", ListKind.Of(Shape), default, "the plan in force; default none");

    /// <summary>Reads the baseline; tells where each call of the model stands in the document's list.</summary>
    public static Baseline? Read(DocumentObject from, int calls, Dictionary<int, int> places)
    {
        if (!from.TryGet(Property, out var planned))
        {
            return null;
        }

        var entries = new BaselineEntry?[calls];
        for (var index = 0; index < planned.Length; index++)
        {
            var (call, entry) = planned[index];
            if (call < 0)
            {
                continue;
            }

            if (places.TryAdd(call, index))
            {
                entries[call] = entry;
            }
            else
            {
                from.Scope.Faults.Add("duplicate-entry", from.Place[Property.Name].Open()[index].Open()[CallId.Name], $"plans a call that entry {places[call]} plans already; expected one entry for each call.");
            }
        }

        return new Baseline { Entries = [.. entries] };
    }

    public static void Write(DocumentWriter to, Baseline? baseline) => to.PutIfAny(
        Property,
        baseline is null ? null : (ImmutableArray<(int Call, BaselineEntry Entry)>?)[.. baseline.Entries.Index().Where(pair => pair.Item is not null).Select(pair => (pair.Index, pair.Item!))]);

    private static (int Call, BaselineEntry Entry) ReadEntry(DocumentObject from) => (from.Get(CallId), new BaselineEntry
    {
        Quay = from.Get(Quay),
        Position = from.Get(Position),
        Start = from.Get(Start),
        Cranes = from.Get(Cranes),
        Frozen = from.Get(Frozen),
        StartRate = from.Get(StartRate),
        SectionRate = from.Get(SectionRate),
        MoveCost = from.Get(MoveCost),
        CraneRate = from.Get(CraneRate),
    });

    private static void WriteEntry(DocumentWriter to, (int Call, BaselineEntry Entry) planned)
    {
        to.Put(CallId, planned.Call);
        to.Put(Quay, planned.Entry.Quay);
        to.Put(Position, planned.Entry.Position);
        to.Put(Start, planned.Entry.Start);
        to.Put(Cranes, planned.Entry.Cranes);
        to.Put(Frozen, planned.Entry.Frozen);
        to.Put(StartRate, planned.Entry.StartRate);
        to.Put(SectionRate, planned.Entry.SectionRate);
        to.Put(MoveCost, planned.Entry.MoveCost);
        to.Put(CraneRate, planned.Entry.CraneRate);
    }
}
