using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>The cost of a plan by term.</summary>
internal static class EmptiesCostDocument
{
    private static readonly CostProperties Terms = new(EmptiesKinds.TotalCost);
    private static readonly Property<long> Shortage = Terms.Term("shortage", "containers asked for and not given");
    private static readonly Property<long> Transport = Terms.Term("transport", "legs of voyages, and links");
    private static readonly Property<long> Handling = Terms.Term("handling", "loading and discharging of voyages");
    private static readonly Property<long> Storage = Terms.Term("storage", "waiting");
    private static readonly Property<long> Leasing = Terms.Term("leasing", "hire, rent and return");
    private static readonly Property<long> Conversion = Terms.Term("conversion", "repair, folding, and types that stand in for others");
    private static readonly Property<long> Safety = Terms.Term("safety", "containers short of safety stocks");
    private static readonly Property<long> Target = Terms.Term("target", "containers short of the targets at the end");

    public static readonly Shape<EmptiesCost> Shape = new("cost by term", [Terms.Total, Shortage, Transport, Handling, Storage, Leasing, Conversion, Safety, Target], Read, Write);

    private static EmptiesCost Read(DocumentObject from) => Terms.Read(
        from,
        () => new EmptiesCost(from.Get(Shortage), from.Get(Transport), from.Get(Handling), from.Get(Storage), from.Get(Leasing), from.Get(Conversion), from.Get(Safety), from.Get(Target)),
        cost => cost.Total);

    private static void Write(DocumentWriter to, EmptiesCost cost)
    {
        to.Put(Terms.Total, cost.Total);
        to.Put(Shortage, cost.Shortage);
        to.Put(Transport, cost.Transport);
        to.Put(Handling, cost.Handling);
        to.Put(Storage, cost.Storage);
        to.Put(Leasing, cost.Leasing);
        to.Put(Conversion, cost.Conversion);
        to.Put(Safety, cost.Safety);
        to.Put(Target, cost.Target);
    }
}
