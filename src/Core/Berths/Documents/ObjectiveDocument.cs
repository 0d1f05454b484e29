using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>The objective as documents have it.</summary>
internal static class ObjectiveDocument
{
    private static readonly Property<int> Waiting = Weight("waitingWeight", "waiting", "waiting");
    private static readonly Property<int> Stay = Weight("stayWeight", "stay", "the stay");
    private static readonly Property<int> Lateness = Weight("latenessWeight", "lateness", "lateness");
    private static readonly Property<int> Deviation = Weight("deviationWeight", "deviation", "deviation");
    private static readonly Property<int> CraneSlots = Weight("craneWeight", "craneSlots", "crane time");
    private static readonly Property<int> SpeedUp = Weight("speedUpWeight", "speedUp", "sailing faster");
    private static readonly Property<int> Rejection = Weight("rejectionWeight", "rejection", "rejections");
    private static readonly Property<int> Change = Weight("changeWeight", "change", "changes against the baseline");
    private static readonly Property<long> Makespan = Property<long>.Optional("makespanPerHour", "makespan", BerthKinds.GreatCostPerHour, 0, "cost of each hour until the last call has left");
    private static readonly Property<long> Constant = Property<long>.Optional("constantCost", "constant", BerthKinds.AnyCost, 0, "added to every plan's cost; may be negative");

    public static readonly Shape<Objective> Shape = new(
        "set of weights", [Waiting, Stay, Lateness, Deviation, CraneSlots, SpeedUp, Rejection, Change, Makespan, Constant], Read, Write);

    private static Property<int> Weight(string name, string model, string of) => Property<int>.Optional(name, model, BerthKinds.Weight, 1, $"weight of {of}; default 1");

    private static Objective Read(DocumentObject from) => new()
    {
        Waiting = from.Get(Waiting),
        Stay = from.Get(Stay),
        Lateness = from.Get(Lateness),
        Deviation = from.Get(Deviation),
        CraneSlots = from.Get(CraneSlots),
        SpeedUp = from.Get(SpeedUp),
        Rejection = from.Get(Rejection),
        Change = from.Get(Change),
        Makespan = from.Get(Makespan),
        Constant = from.Get(Constant),
    };

    private static void Write(DocumentWriter to, Objective objective)
    {
        to.Put(Waiting, objective.Waiting);
        to.Put(Stay, objective.Stay);
        to.Put(Lateness, objective.Lateness);
        to.Put(Deviation, objective.Deviation);
        to.Put(CraneSlots, objective.CraneSlots);
        to.Put(SpeedUp, objective.SpeedUp);
        to.Put(Rejection, objective.Rejection);
        to.Put(Change, objective.Change);
        to.Put(Makespan, objective.Makespan);
        to.Put(Constant, objective.Constant);
    }
}
