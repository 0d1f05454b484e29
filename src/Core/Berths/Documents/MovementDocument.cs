using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>Limits and bans on movements as documents have them.</summary>
internal static class MovementDocument
{
    private static readonly Property<int> Period = Property<int>.Needed("periodMinutes", "periodSlots", BerthKinds.Duration, "length of a period");
    private static readonly Property<int> Max = Property<int>.Needed("max", "max", new WholeKind("movements", 0, int.MaxValue), "greatest number of movements in a period");
    private static readonly Property<int> Quay = Property<int>.Optional("quay", "quay", BerthKinds.QuayId, -1, "id of the only quay that counts; default all");
    private static readonly Property<int> MinLength = Property<int>.Optional("minLengthMetres", "minLength", BerthKinds.AnyLength, 0, "only hulls of this length and more; default all");

    private static readonly Shape<MovementCap> Cap = new(
        "movement cap",
        [Period, Max, MinLength, Quay],
        from => new MovementCap { PeriodSlots = from.Get(Period), Max = from.Get(Max), MinLength = from.Get(MinLength), Quay = from.Find(Quay) },
        (to, cap) =>
        {
            to.Put(Period, cap.PeriodSlots);
            to.Put(Max, cap.Max);
            to.Put(MinLength, cap.MinLength);
            to.PutIfAny(Quay, cap.Quay);
        });

    private static readonly Shape<MovementBan> Ban = new(
        "movement ban",
        [SpanProperties.Slots.From, SpanProperties.Slots.To, MinLength, BerthKinds.Reason],
        from => new MovementBan { Slots = SpanProperties.Slots.Read(from), MinLength = from.Get(MinLength), Reason = from.Get(BerthKinds.Reason) },
        (to, ban) =>
        {
            SpanProperties.Slots.Write(to, ban.Slots);
            to.Put(MinLength, ban.MinLength);
            to.Put(BerthKinds.Reason, ban.Reason);
        });

    private static readonly Property<ImmutableArray<MovementCap>> Caps = Property<ImmutableArray<MovementCap>>.Optional("caps", "caps", ListKind.Of(Cap), [], "upper limits; all hold");
    private static readonly Property<ImmutableArray<MovementBan>> Bans = Property<ImmutableArray<MovementBan>>.Optional("bans", "bans", ListKind.Of(Ban), [], "times without movements: gales, fog");

    public static readonly Shape<MovementLimits> Shape = new(
        "set of movement limits",
        [Caps, Bans],
        from => new MovementLimits { Caps = from.Get(Caps), Bans = from.Get(Bans) },
        (to, limits) =>
        {
            to.Put(Caps, limits.Caps);
            to.Put(Bans, limits.Bans);
        });
}
