using System.Collections.Immutable;
using BerthOpt.Diagnostics;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>What another wish would cost.</summary>
internal static class CounterfactualShape
{
    private static readonly Property<int> Call = Property<int>.Needed("call", null, BerthKinds.CallId, "id of the call");
    private static readonly Property<Assignment?> From = Property<Assignment?>.Needed("from", null, AssignmentDocument.OrLeftOut, "where and when it lies now; null when it is left out");
    private static readonly Property<Assignment?> To = Property<Assignment?>.Needed("to", null, AssignmentDocument.OrLeftOut, "where and when it would lie; null when it would be left out");
    private static readonly Property<long> Share = Property<long>.Needed("costChange", null, BerthKinds.AnyCost, "what it alone would cost more");

    private static readonly Shape<MovedCall> Move = new(
        "moved call",
        [Call, From, To, Share],
        from => new MovedCall(from.Get(Call), from.Get(From), from.Get(To), from.Get(Share)),
        (to, move) =>
        {
            to.Put(Call, move.Call);
            to.Put(From, move.From);
            to.Put(To, move.To);
            to.Put(Share, move.CostChange);
        });

    private static readonly Property<string> Code = Property<string>.Needed("code", null, TextKind.Any, "what was asked");
    private static readonly Property<int> Quay = Property<int>.Optional("quay", null, BerthKinds.QuayId, -1, "quay that it was asked to lie at");
    private static readonly Property<int> Position = Property<int>.Optional("positionMetres", null, BerthKinds.FreePosition, 0, "position that it was asked to have");
    private static readonly Property<int> Start = Property<int>.Optional("startMinutes", null, BerthKinds.FreeTime, 0, "time at which it was asked to berth");
    private static readonly Property<CounterfactualStatus> Status = Property<CounterfactualStatus>.Needed("status", null, new WordKind<CounterfactualStatus>(), "`exact`, or `atMost`; `impossible` where there is proven to be no such plan, `unknown` where none was found");
    private static readonly Property<long> CostChange = Property<long>.Optional("costChange", null, BerthKinds.AnyCost, 0, "what the plan would cost more; left out without one");
    private static readonly Property<long> LeastCostChange = Property<long>.Optional("leastCostChange", null, BerthKinds.AnyCost, 0, "no such plan costs less than this more; left out when nothing is known");
    private static readonly Property<ImmutableArray<MovedCall>> Moves = Property<ImmutableArray<MovedCall>>.Optional("moves", null, ListKind.Of(Move), [], "calls that would change, the call itself first");

    private static readonly Property<ImmutableArray<MovedCall>> OtherCranes = Property<ImmutableArray<MovedCall>>.Optional("otherCranes", null, ListKind.Of(Move), [], "calls that would stay as they are but with other cranes of their rail");

    public static readonly Shape<Counterfactual> Shape = new("counterfactual", [Code, Quay, Position, Start, Status, CostChange, LeastCostChange, Moves, OtherCranes], Read, Write);

    private static Counterfactual Read(DocumentObject from) => new()
    {
        Code = from.Get(Code),
        Pin = new Pin(from.Find(Quay), from.Find(Position), from.Find(Start)),
        Status = from.Get(Status),
        CostChange = from.Find(CostChange),
        LeastCostChange = from.Find(LeastCostChange),
        Moves = from.Get(Moves),
        OtherCranes = from.Get(OtherCranes),
    };

    private static void Write(DocumentWriter to, Counterfactual what)
    {
        to.Put(Code, what.Code);
        to.PutIfAny(Quay, what.Pin.Quay);
        to.PutIfAny(Position, what.Pin.Position);
        to.PutIfAny(Start, what.Pin.Start);
        to.Put(Status, what.Status);
        to.PutIfAny(CostChange, what.CostChange);
        to.PutIfAny(LeastCostChange, what.LeastCostChange);
        to.Put(Moves, what.Moves);
        to.Put(OtherCranes, what.OtherCranes);
    }
}
