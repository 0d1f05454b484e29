using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>The cost of a plan by term.</summary>
internal static class CraneCostDocument
{
    private static readonly CostProperties Terms = new(CraneKinds.AnyCost);
    private static readonly Property<long> Makespan = Terms.Term("makespan", "the end of the last task");
    private static readonly Property<long> Completion = Terms.Term("completion", "the ends of the vessels' work");
    private static readonly Property<long> Lateness = Terms.Term("lateness", "vessels that are done after their due times");
    private static readonly Property<long> Cranes = Terms.Term("cranes", "crane time");
    private static readonly Property<long> Travel = Terms.Term("travel", "ways of the cranes");

    public static readonly Shape<CraneCost> Shape = new("cost by term", [Terms.Total, Makespan, Completion, Lateness, Cranes, Travel], Read, Write);

    private static CraneCost Read(DocumentObject from) => Terms.Read(
        from,
        () => new CraneCost(from.Get(Makespan), from.Get(Completion), from.Get(Lateness), from.Get(Cranes), from.Get(Travel)),
        cost => cost.Total);

    private static void Write(DocumentWriter to, CraneCost cost)
    {
        to.Put(Terms.Total, cost.Total);
        to.Put(Makespan, cost.Makespan);
        to.Put(Completion, cost.Completion);
        to.Put(Lateness, cost.Lateness);
        to.Put(Cranes, cost.CraneSlots);
        to.Put(Travel, cost.Travel);
    }
}
