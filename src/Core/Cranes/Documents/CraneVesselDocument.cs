using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>A vessel as documents have it.</summary>
internal static class CraneVesselDocument
{
    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique among the vessels");
    private static readonly Property<int> Ready = Property<int>.Optional("readySeconds", "ready", CraneKinds.Time, 0, "first time at which its tasks may start: its berthing; default 0");
    private static readonly Property<int> Due = Property<int>.Optional("dueSeconds", "due", CraneKinds.Time, Crane.Never, "time by which its work should be done; default never");
    private static readonly Property<int> Deadline = Property<int>.Optional("deadlineSeconds", "deadline", CraneKinds.Time, Crane.Never, "time by which its work must be done; default never");
    private static readonly Property<int> Rate = Property<int>.Optional("rate", "rate", new WholeKind("(a multiplier)", 0, 1_000_000_000), 1, "multiplies its completion and its lateness; default 1");

    public static readonly Shape<CraneVessel> Shape = new("vessel", [Id, Ready, Due, Deadline, Rate], Read, Write);

    private static CraneVessel Read(DocumentObject from) =>
        new() { Id = from.Get(Id), Ready = from.Get(Ready), Due = from.Get(Due), Deadline = from.Get(Deadline), Rate = from.Get(Rate) };

    private static void Write(DocumentWriter to, CraneVessel vessel)
    {
        to.Put(Id, vessel.Id);
        to.Put(Ready, vessel.Ready);
        to.Put(Due, vessel.Due);
        to.Put(Deadline, vessel.Deadline);
        to.Put(Rate, vessel.Rate);
    }
}
