using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>The cost of a plan by term.</summary>
internal static class EmptiesCostDocument
{
    private static readonly Property<long> Total = Property<long>.Needed("total", null, EmptiesKinds.TotalCost, "the cost: the sum of all terms");
    private static readonly Property<long> Shortage = Term("shortage", "containers asked for and not given");
    private static readonly Property<long> Transport = Term("transport", "legs of voyages, and links");
    private static readonly Property<long> Handling = Term("handling", "loading and discharging of voyages");
    private static readonly Property<long> Storage = Term("storage", "waiting");
    private static readonly Property<long> Leasing = Term("leasing", "hire, rent and return");
    private static readonly Property<long> Conversion = Term("conversion", "repair, folding, and types that stand in for others");
    private static readonly Property<long> Safety = Term("safety", "containers short of safety stocks");
    private static readonly Property<long> Target = Term("target", "containers short of the targets at the end");

    public static readonly Shape<EmptiesCost> Shape = new("cost by term", [Total, Shortage, Transport, Handling, Storage, Leasing, Conversion, Safety, Target], Read, Write);

    private static Property<long> Term(string name, string meaning) => Property<long>.Optional(name, null, EmptiesKinds.TotalCost, 0, meaning);

    private static EmptiesCost Read(DocumentObject from)
    {
        var before = from.Scope.Faults.Count;
        var cost = new EmptiesCost(from.Get(Shortage), from.Get(Transport), from.Get(Handling), from.Get(Storage), from.Get(Leasing), from.Get(Conversion), from.Get(Safety), from.Get(Target));
        if (from.TryGet(Total, out var total) && total != cost.Total && from.Scope.Faults.Count == before)
        {
            from.Fault("cost-sum", Total, "is not the sum of the terms beside it; expected their sum. Maybe a term was changed by hand.");
        }

        return cost;
    }

    private static void Write(DocumentWriter to, EmptiesCost cost)
    {
        to.Put(Total, cost.Total);
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
