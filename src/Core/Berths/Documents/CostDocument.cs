using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>The cost of a plan by term, in units of cost.</summary>
internal static class CostDocument
{
    private static readonly CostProperties Terms = new(BerthKinds.AnyCost);
    private static readonly Property<long> Waiting = Terms.Term("waiting", "waiting for a berth");
    private static readonly Property<long> Stay = Terms.Term("stay", "time at the quay");
    private static readonly Property<long> Lateness = Terms.Term("lateness", "leaving after the due time");
    private static readonly Property<long> Deviation = Terms.Term("deviation", "lying away from the wished position");
    private static readonly Property<long> Cranes = Terms.Term("cranes", "crane time");
    private static readonly Property<long> SpeedUp = Terms.Term("speedUp", "sailing faster");
    private static readonly Property<long> Rejection = Terms.Term("rejection", "calls left out");
    private static readonly Property<long> Change = Terms.Term("change", "departing from the baseline");
    private static readonly Property<long> Makespan = Terms.Term("makespan", "the last end of all calls");
    private static readonly Property<long> Constant = Terms.Term("constant", "the objective's constant");

    public static readonly Shape<CostTerms> Shape = new(
        "cost by term", [Terms.Total, Waiting, Stay, Lateness, Deviation, Cranes, SpeedUp, Rejection, Change, Makespan, Constant], Read, Write);

    private static CostTerms Read(DocumentObject from) => Terms.Read(
        from,
        () => new CostTerms(from.Get(Waiting), from.Get(Stay), from.Get(Lateness), from.Get(Deviation), from.Get(Cranes), from.Get(SpeedUp), from.Get(Rejection), from.Get(Change), from.Get(Makespan), from.Get(Constant)),
        cost => cost.Total);

    private static void Write(DocumentWriter to, CostTerms cost)
    {
        to.Put(Terms.Total, cost.Total);
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
