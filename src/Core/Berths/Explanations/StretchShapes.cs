using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>Stretches of starts, of positions, and of numbers of cranes.</summary>
internal static class StretchShapes
{
    private static readonly Property<string> Code = Property<string>.Needed("code", null, TextKind.Any, "the rule, by the checker's code");
    private static readonly Property<ImmutableArray<Restriction>> Restrictions = Property<ImmutableArray<Restriction>>.Optional("restrictions", null, ListKind.Of(RestrictionShape.Shape), [], "whom or what to lift for the rule to hold; none where nothing can be lifted");
    private static readonly Property<string> Message = Property<string>.Optional("message", null, TextKind.Any, "", "the checker's words");

    private static readonly Shape<Obstacle> Obstacle = new(
        "obstacle",
        [Code, Restrictions, Message],
        from => new Obstacle(from.Get(Code), from.Get(Restrictions), from.Get(Message)),
        (to, obstacle) =>
        {
            to.Put(Code, obstacle.Code);
            to.Put(Restrictions, obstacle.Restrictions);
            to.Put(Message, obstacle.Message);
        });

    private static readonly Property<int> Quay = Property<int>.Needed("quay", null, BerthKinds.QuayId, "id of the quay");
    private static readonly Property<int> FromTime = Property<int>.Needed("fromMinutes", null, BerthKinds.FreeTime, "first start");
    private static readonly Property<int> ToTime = Property<int>.Needed("toMinutes", null, BerthKinds.FreeTime, "behind the last start");
    private static readonly Property<int> FromPlace = Property<int>.Needed("fromMetres", null, BerthKinds.FreePosition, "first position of the left end");
    private static readonly Property<int> ToPlace = Property<int>.Needed("toMetres", null, BerthKinds.FreePosition, "behind the last position");
    private static readonly Property<int> Cranes = Property<int>.Needed("cranes", null, BerthKinds.Cranes, "number of cranes");
    private static readonly Property<ImmutableArray<Obstacle>> Obstacles = Property<ImmutableArray<Obstacle>>.Optional("obstacles", null, ListKind.Of(Obstacle), [], "what stands in the way; none where nothing does");
    private static readonly Property<long> CostChange = Property<long>.Optional("costChange", null, BerthKinds.AnyCost, 0, "where nothing stands in the way: what the plan would cost more, at the best of them");

    public static readonly Shape<Stretch> OfTime = Shape("stretch of starts", FromTime, ToTime);
    public static readonly Shape<Stretch> OfPlace = Shape("stretch of positions", FromPlace, ToPlace);
    public static readonly Shape<Stretch> OfCranes = Shape("number of cranes", Cranes, null);

    private static Shape<Stretch> Shape(string name, Property<int> first, Property<int>? behind) => new(
        name,
        behind is null ? [Quay, first, Obstacles, CostChange] : [Quay, first, behind, Obstacles, CostChange],
        from => new Stretch(from.Get(Quay), from.Get(first), behind is null ? from.Get(first) + 1 : from.Get(behind), from.Get(Obstacles), from.Find(CostChange)),
        (to, stretch) =>
        {
            to.Put(Quay, stretch.Quay);
            to.Put(first, stretch.From);
            if (behind is not null)
            {
                to.Put(behind, stretch.To);
            }

            to.Put(Obstacles, stretch.Obstacles);
            to.PutIfAny(CostChange, stretch.CostChange);
        });
}
