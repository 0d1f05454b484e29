using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>The cost of a plan by term.</summary>
internal static class CraneCostDocument
{
    private static readonly Property<long> Total = Property<long>.Needed("total", null, CraneKinds.AnyCost, "the cost: the sum of all terms");
    private static readonly Property<long> Makespan = Term("makespan", "the end of the last task");
    private static readonly Property<long> Completion = Term("completion", "the ends of the vessels' work");
    private static readonly Property<long> Lateness = Term("lateness", "vessels that are done after their due times");
    private static readonly Property<long> Cranes = Term("cranes", "crane time");
    private static readonly Property<long> Travel = Term("travel", "ways of the cranes");

    public static readonly Shape<CraneCost> Shape = new("cost by term", [Total, Makespan, Completion, Lateness, Cranes, Travel], Read, Write);

    private static Property<long> Term(string name, string meaning) => Property<long>.Optional(name, null, CraneKinds.AnyCost, 0, meaning);

    private static CraneCost Read(DocumentObject from)
    {
        var before = from.Scope.Faults.Count;
        var cost = new CraneCost(from.Get(Makespan), from.Get(Completion), from.Get(Lateness), from.Get(Cranes), from.Get(Travel));
        if (from.TryGet(Total, out var total) && total != cost.Total && from.Scope.Faults.Count == before)
        {
            from.Fault("cost-sum", Total, "is not the sum of the terms beside it; expected their sum. Maybe a term was changed by hand.");
        }

        return cost;
    }

    private static void Write(DocumentWriter to, CraneCost cost)
    {
        to.Put(Total, cost.Total);
        to.Put(Makespan, cost.Makespan);
        to.Put(Completion, cost.Completion);
        to.Put(Lateness, cost.Lateness);
        to.Put(Cranes, cost.CraneSlots);
        to.Put(Travel, cost.Travel);
    }
}
