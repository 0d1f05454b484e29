using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>What can be lifted, as documents have it: by ids, and by numbers from 1 in the order of the problem.</summary>
internal static class RestrictionShape
{
    private static readonly Property<RestrictionKind> Kind = Property<RestrictionKind>.Needed("kind", null, new WordKind<RestrictionKind>(), "what it is");
    private static readonly Property<int> Call = Property<int>.Optional("call", null, BerthKinds.CallId, -1, "id of the call");
    private static readonly Property<int> Quay = Property<int>.Optional("quay", null, BerthKinds.QuayId, -1, "id of the quay");
    private static readonly Property<int> Pool = Property<int>.Optional("cranePool", null, BerthKinds.PoolId, -1, "id of the crane pool");
    private static readonly Property<int> Number = Property<int>.Optional("number", null, new WholeKind("(from 1)", 1, int.MaxValue), 0, "number, from 1, of the closure, ban or cap in the problem, the break at its quay, the outage in its pool; of the crane, for a reach");

    public static readonly Shape<Restriction> Shape = new("restriction", [Kind, Call, Quay, Pool, Number], Read, Write);

    private static Restriction Read(DocumentObject from)
    {
        var (kind, call, quay, pool, number) = (from.Get(Kind), from.Get(Call), from.Get(Quay), from.Get(Pool), from.Get(Number) - 1);
        return kind switch
        {
            RestrictionKind.Closure or RestrictionKind.MovementBan or RestrictionKind.MovementCap => new Restriction(kind, number),
            RestrictionKind.Clearances => new Restriction(kind, 0),
            RestrictionKind.Opening or RestrictionKind.Break => new Restriction(kind, quay, number),
            RestrictionKind.CraneOutage or RestrictionKind.CraneReach or RestrictionKind.CraneTravel => new Restriction(kind, pool, number),
            _ => new Restriction(kind, call),
        };
    }

    private static void Write(DocumentWriter to, Restriction restriction)
    {
        to.Put(Kind, restriction.Kind);
        switch (restriction.Kind)
        {
            case RestrictionKind.Closure or RestrictionKind.MovementBan or RestrictionKind.MovementCap:
                to.Put(Number, restriction.Index + 1);
                break;
            case RestrictionKind.Clearances:
                break;
            case RestrictionKind.Opening or RestrictionKind.Break:
                to.Put(Quay, restriction.Index);
                to.Put(Number, restriction.Part + 1);
                break;
            case RestrictionKind.CraneOutage or RestrictionKind.CraneReach or RestrictionKind.CraneTravel:
                to.Put(Pool, restriction.Index);
                to.Put(Number, restriction.Part + 1);
                break;
            default:
                to.Put(Call, restriction.Index);
                break;
        }
    }
}
