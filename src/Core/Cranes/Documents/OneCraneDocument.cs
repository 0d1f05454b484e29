using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>A crane as documents have it.</summary>
internal static class OneCraneDocument
{
    private static readonly Property<int> FromMetres = Property<int>.Needed("fromMetres", "from", CraneKinds.Position, "first position inside");
    private static readonly Property<int> ToMetres = Property<int>.Needed("toMetres", "to", CraneKinds.Behind, "first position behind it");
    private static readonly Property<int> FromSeconds = Property<int>.Needed("fromSeconds", "from", CraneKinds.Time, "first second inside");
    private static readonly Property<int> ToSeconds = Property<int>.Needed("toSeconds", "to", CraneKinds.Time, "first second behind it");

    public static readonly Shape<Interval> Reach = Run("reach", FromMetres, ToMetres);
    public static readonly Shape<Interval> Outage = Run("outage", FromSeconds, ToSeconds);

    private static readonly Property<string> Id = Property<string>.Needed("id", "id", TextKind.Id, "name, unique among the cranes");
    private static readonly Property<int> Ready = Property<int>.Optional("readySeconds", "ready", CraneKinds.Time, 0, "first time at which it may leave its start or work; default 0");
    private static readonly Property<int> Until = Property<int>.Optional("untilSeconds", "until", CraneKinds.Time, Crane.Never, "time by which its work has ended and it has reached its final position; default never");
    private static readonly Property<int> Start = Property<int>.Optional("startMetres", "start", CraneKinds.Position, 0, "position at `readySeconds`; default wherever its first task is");
    private static readonly Property<int> Final = Property<int>.Optional("finalMetres", "final", CraneKinds.Position, 0, "position that it must reach behind its last task; default none");
    private static readonly Property<Interval> Reaches = Property<Interval>.Optional("reach", "reach", new ObjectKind<Interval>(Reach), default, "positions where it can work; default all");
    private static readonly Property<int> Rate = Property<int>.Optional("ratePercent", "ratePercent", new WholeKind("percent", 1, 10_000), 100, "its speed at work; default 100");
    private static readonly Property<ImmutableArray<Interval>> Outages = Property<ImmutableArray<Interval>>.Optional("outages", "outages", ListKind.Of(Outage), [], "times at which it does not work, in ascending order");

    public static readonly Shape<Crane> Shape = new("crane", [Id, Ready, Until, Start, Final, Reaches, Rate, Outages], Read, Write);

    private static Crane Read(DocumentObject from) => new()
    {
        Id = from.Get(Id),
        Ready = from.Get(Ready),
        Until = from.Get(Until),
        Start = from.Find(Start),
        Final = from.Find(Final),
        Reach = from.Find(Reaches),
        RatePercent = from.Get(Rate),
        Outages = from.Get(Outages),
    };

    private static void Write(DocumentWriter to, Crane crane)
    {
        to.Put(Id, crane.Id);
        to.Put(Ready, crane.Ready);
        to.Put(Until, crane.Until);
        to.PutIfAny(Start, crane.Start);
        to.PutIfAny(Final, crane.Final);
        to.PutIfAny(Reaches, crane.Reach);
        to.Put(Rate, crane.RatePercent);
        to.Put(Outages, crane.Outages);
    }

    private static Shape<Interval> Run(string name, Property<int> first, Property<int> behind) => new(
        name,
        [first, behind],
        from =>
        {
            var (start, end) = (0, 1);
            if (!(from.Read(first, ref start) & from.Read(behind, ref end)))
            {
                return new Interval(0, 1);
            }

            if (start < end)
            {
                return new Interval(start, end);
            }

            from.Fault("empty-interval", behind, $"ends the run where it starts or before; expected more than \"{first.Name}\".");
            return new Interval(0, 1);
        },
        (to, run) =>
        {
            to.Put(first, run.From);
            to.Put(behind, run.To);
        });
}
