using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>Clearances as documents have them.</summary>
internal static class ClearanceDocument
{
    private static readonly Property<int> Hull = Property<int>.Optional("hullMetres", "hullSections", BerthKinds.Position, 0, "between two hulls at a continuous quay");
    private static readonly Property<int> QuayEnd = Property<int>.Optional("quayEndMetres", "quayEndSections", BerthKinds.Position, 0, "between a hull and either end of a continuous quay");
    private static readonly Property<int> Time = Property<int>.Optional("betweenStaysMinutes", "slots", BerthKinds.BoundedTime, 0, "between the end of one stay and the start of the next at the same place");

    public static readonly Shape<Clearances> Shape = new(
        "set of clearances",
        [Hull, QuayEnd, Time],
        from => new Clearances { HullSections = from.Get(Hull), QuayEndSections = from.Get(QuayEnd), Slots = from.Get(Time) },
        (to, clearances) =>
        {
            to.Put(Hull, clearances.HullSections);
            to.Put(QuayEnd, clearances.QuayEndSections);
            to.Put(Time, clearances.Slots);
        });
}
