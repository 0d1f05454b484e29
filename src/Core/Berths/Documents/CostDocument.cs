using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>The cost of a plan by term, in units of cost.</summary>
internal static class CostDocument
{
    private static readonly Property<long> Total = Property<long>.Needed("total", null, BerthKinds.AnyCost, "the cost: the sum of all terms");
    private static readonly Property<long> Waiting = Term("waiting", "waiting for a berth");
    private static readonly Property<long> Stay = Term("stay", "time at the quay");
    private static readonly Property<long> Lateness = Term("lateness", "leaving after the due time");
    private static readonly Property<long> Deviation = Term("deviation", "lying away from the wished position");
    private static readonly Property<long> Cranes = Term("cranes", "crane time");
    private static readonly Property<long> SpeedUp = Term("speedUp", "sailing faster");
    private static readonly Property<long> Rejection = Term("rejection", "calls left out");
    private static readonly Property<long> Change = Term("change", "departing from the baseline");
    private static readonly Property<long> Makespan = Term("makespan", "the last end of all calls");
    private static readonly Property<long> Constant = Term("constant", "the objective's constant");

    public static readonly Shape<CostTerms> Shape = new(
        "cost by term", [Total, Waiting, Stay, Lateness, Deviation, Cranes, SpeedUp, Rejection, Change, Makespan, Constant], Read, Write);

    private static Property<long> Term(string name, string meaning) => Property<long>.Optional(name, null, BerthKinds.AnyCost, 0, meaning);

    private static CostTerms Read(DocumentObject from)
    {
        var before = from.Scope.Faults.Count;
        var terms = new CostTerms(
            from.Get(Waiting), from.Get(Stay), from.Get(Lateness), from.Get(Deviation), from.Get(Cranes), from.Get(SpeedUp), from.Get(Rejection), from.Get(Change), from.Get(Makespan), from.Get(Constant));
        if (from.TryGet(Total, out var total) && total != terms.Total && from.Scope.Faults.Count == before)
        {
            from.Fault("cost-sum", Total, "is not the sum of the terms beside it; expected their sum. Maybe a term was changed by hand.");
        }

        return terms;
    }

    private static void Write(DocumentWriter to, CostTerms cost)
    {
        to.Put(Total, cost.Total);
        to.Put(Waiting, cost.Waiting);
        to.Put(Stay, cost.Stay);
        to.Put(Lateness, cost.Lateness);
        to.Put(Deviation, cost.Deviation);
        to.Put(Cranes, cost.CraneSlots);
        to.Put(SpeedUp, cost.SpeedUp);
        to.Put(Rejection, cost.Rejection);
        to.Put(Change, cost.Change);
        to.Put(Makespan, cost.Makespan);
        to.Put(Constant, cost.Constant);
    }
}
