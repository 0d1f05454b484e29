using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>The objective as documents have it: what a step of the grid costs, so that costs are whole numbers.</summary>
internal static class CraneObjectiveDocument
{
    private static readonly Property<long> Makespan = Weight("makespanPerSlot", "makespan", 1, "cost of each slot until the last task ends; default 1");
    private static readonly Property<long> Completion = Weight("completionPerSlot", "completion", 0, "cost of each slot until a vessel is done, times its rate");
    private static readonly Property<long> Lateness = Weight("latenessPerSlot", "lateness", 0, "cost of each slot from a vessel's due time until it is done, times its rate");
    private static readonly Property<long> CraneSlots = Weight("cranePerSlot", "craneSlots", 0, "cost of each slot between the start of a crane's first task and the end of its last");
    private static readonly Property<long> Travel = Weight("travelPerSection", "travel", 0, "cost of each section that a crane travels, from its start to its final position, where these are given");

    public static readonly Shape<CraneObjective> Shape = new("set of weights", [Makespan, Completion, Lateness, CraneSlots, Travel], Read, Write);

    private static Property<long> Weight(string name, string model, long left, string meaning) => Property<long>.Optional(name, model, CraneKinds.Weight, left, meaning);

    private static CraneObjective Read(DocumentObject from) => new()
    {
        Makespan = from.Get(Makespan),
        Completion = from.Get(Completion),
        Lateness = from.Get(Lateness),
        CraneSlots = from.Get(CraneSlots),
        Travel = from.Get(Travel),
    };

    private static void Write(DocumentWriter to, CraneObjective objective)
    {
        to.Put(Makespan, objective.Makespan);
        to.Put(Completion, objective.Completion);
        to.Put(Lateness, objective.Lateness);
        to.Put(CraneSlots, objective.CraneSlots);
        to.Put(Travel, objective.Travel);
    }
}
