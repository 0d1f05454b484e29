using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>Conversions and substitutions as documents have them.</summary>
internal static class ConversionDocument
{
    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique among the conversions");
    private static readonly Property<int> At = Property<int>.Needed("location", "location", EmptiesKinds.LocationId, "id of the location");
    private static readonly Property<int> Taken = Property<int>.Needed("from", "from", EmptiesKinds.TypeId, "id of the type that is taken");
    private static readonly Property<int> Made = Property<int>.Needed("to", "to", EmptiesKinds.TypeId, "id of the type that is given");
    private static readonly Property<int> In = Property<int>.Optional("in", "in", EmptiesKinds.Ratio, 1, "containers that a run takes; default 1");
    private static readonly Property<int> Out = Property<int>.Optional("out", "out", EmptiesKinds.Ratio, 1, "containers that a run gives; default 1");
    private static readonly Property<int> Delay = Property<int>.Optional("delayPeriods", "delay", EmptiesKinds.Length, 0, "periods from a run to what it gives; at least 1 where `in` and `out` differ");
    private static readonly Property<int> Cost = Property<int>.Optional("cost", "cost", EmptiesKinds.Cost, 0, "cost of a run");
    private static readonly Property<int> Most = Property<int>.Optional("most", "most", new WholeKind("runs", 0, EmptiesProblem.MaxCount), 1_000_000, "most runs in a period; default 1000000");

    public static readonly Shape<Conversion> Shape = new("conversion", [Id, At, Taken, Made, In, Out, Delay, Cost, Most], Read, Write);

    private static readonly Property<int> Asked = Property<int>.Needed("asked", "asked", EmptiesKinds.TypeId, "id of the type that is asked for");
    private static readonly Property<int> Given = Property<int>.Needed("given", "given", EmptiesKinds.TypeId, "id of the type that is given");
    private static readonly Property<int> Count = Property<int>.Optional("count", "count", EmptiesKinds.Ratio, 1, "containers given for one that is asked for; default 1");
    private static readonly Property<int> Price = Property<int>.Optional("cost", "cost", EmptiesKinds.Cost, 0, "cost for each container asked for");

    public static readonly Shape<Substitution> Substitution = new(
        "substitution",
        [Asked, Given, Count, Price],
        from => new Substitution { Asked = from.Get(Asked), Given = from.Get(Given), Count = from.Get(Count), Cost = from.Get(Price) },
        (to, substitution) =>
        {
            to.Put(Asked, substitution.Asked);
            to.Put(Given, substitution.Given);
            to.Put(Count, substitution.Count);
            to.Put(Price, substitution.Cost);
        });

    private static Conversion Read(DocumentObject from) => new()
    {
        Id = from.Get(Id),
        Location = from.Get(At),
        From = from.Get(Taken),
        To = from.Get(Made),
        In = from.Get(In),
        Out = from.Get(Out),
        Delay = from.Get(Delay),
        Cost = from.Get(Cost),
        Most = from.Get(Most),
    };

    private static void Write(DocumentWriter to, Conversion conversion)
    {
        to.Put(Id, conversion.Id);
        to.Put(At, conversion.Location);
        to.Put(Taken, conversion.From);
        to.Put(Made, conversion.To);
        to.Put(In, conversion.In);
        to.Put(Out, conversion.Out);
        to.Put(Delay, conversion.Delay);
        to.Put(Cost, conversion.Cost);
        to.Put(Most, conversion.Most);
    }
}
