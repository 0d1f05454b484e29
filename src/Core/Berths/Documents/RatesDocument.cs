using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>What a call's units cost, and the weights of all calls' terms, as documents have them.</summary>
internal static class RatesDocument
{
    private static readonly Property<int> Waiting = PerHour("waitingPerHour", "waiting", "each hour between arrival and berthing");
    private static readonly Property<int> Stay = PerHour("stayPerHour", "stay", "each hour at the quay");
    private static readonly Property<int> Lateness = PerHour("latenessPerHour", "lateness", "each hour after the due time");
    private static readonly Property<int> Deviation = Property<int>.Optional("deviationPerMetre", "deviation", BerthKinds.CostPerMetre, 0, "each metre away from the wished position");
    private static readonly Property<int> CraneSlot = PerHour("cranePerHour", "craneSlot", "each hour of each crane");
    private static readonly Property<int> SpeedUp = PerHour("speedUpPerHour", "speedUp", "each hour of berthing before the arrival");
    private static readonly Property<long> Rejection = Property<long>.Optional("rejectionCost", "rejection", BerthKinds.GreatCost, 0, "leaving an optional call out");

    public static readonly Shape<Rates> Shape = new("set of rates", [Waiting, Stay, Lateness, Deviation, CraneSlot, SpeedUp, Rejection], Read, Write);

    private static Property<int> PerHour(string name, string model, string meaning) => Property<int>.Optional(name, model, BerthKinds.CostPerHour, 0, meaning);

    private static Rates Read(DocumentObject from) => new()
    {
        Waiting = from.Get(Waiting),
        Stay = from.Get(Stay),
        Lateness = from.Get(Lateness),
        Deviation = from.Get(Deviation),
        CraneSlot = from.Get(CraneSlot),
        SpeedUp = from.Get(SpeedUp),
        Rejection = from.Get(Rejection),
    };

    private static void Write(DocumentWriter to, Rates rates)
    {
        to.Put(Waiting, rates.Waiting);
        to.Put(Stay, rates.Stay);
        to.Put(Lateness, rates.Lateness);
        to.Put(Deviation, rates.Deviation);
        to.Put(CraneSlot, rates.CraneSlot);
        to.Put(SpeedUp, rates.SpeedUp);
        to.Put(Rejection, rates.Rejection);
    }
}
