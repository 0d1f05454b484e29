using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>The explanation of one call.</summary>
internal static class CallExplanationShape
{
    private static readonly Property<string> Code = Property<string>.Needed("code", null, TextKind.Any, "why");
    private static readonly Property<Assignment> Cheapest = Property<Assignment>.Optional("cheapest", null, new ObjectKind<Assignment>(AssignmentDocument.Shape), default, "cheapest place among the others as they lie; left out when there is none");
    private static readonly Property<long> CostChange = Property<long>.Optional("costChange", null, BerthKinds.AnyCost, 0, "what the plan would cost more with it there");
    private static readonly Property<ImmutableArray<Stretch>> Quays = Property<ImmutableArray<Stretch>>.Optional("quays", null, ListKind.Of(StretchShapes.OfPlace), [], "for each quay, what keeps it from the place at which least does, on empty quays");

    private static readonly Shape<LeftOut> LeftOutShape = new(
        "left-out call",
        [Code, Cheapest, CostChange, Quays],
        from => new LeftOut(from.Get(Code), from.Find(Cheapest), from.Find(CostChange), from.Get(Quays)),
        (to, left) =>
        {
            to.Put(Code, left.Code);
            to.PutIfAny(Cheapest, left.Cheapest);
            to.PutIfAny(CostChange, left.CostChange);
            to.Put(Quays, left.Quays);
        });

    private static readonly Property<int> Call = Property<int>.Needed("call", null, BerthKinds.CallId, "id of the call");
    private static readonly Property<Assignment?> Where = Property<Assignment?>.Needed("assignment", null, AssignmentDocument.OrLeftOut, "where and when it lies; null when it is left out");
    private static readonly Property<CostTerms> Cost = Property<CostTerms>.Needed("cost", null, new ObjectKind<CostTerms>(CostDocument.Shape), "what it costs, by term");
    private static readonly Property<ImmutableArray<Stretch>> Earlier = Property<ImmutableArray<Stretch>>.Optional("earlier", null, ListKind.Of(StretchShapes.OfTime), [], "why it does not start earlier, with the same place and number of cranes; nearest first");
    private static readonly Property<ImmutableArray<Stretch>> Nearer = Property<ImmutableArray<Stretch>>.Optional("nearer", null, ListKind.Of(StretchShapes.OfPlace), [], "why it does not lie nearer to its wish, with the same start and number of cranes; from the wish outwards");
    private static readonly Property<Stretch> MoreCranes = Property<Stretch>.Optional("moreCranes", null, new ObjectKind<Stretch>(StretchShapes.OfCranes), null!, "why it has not one crane more; left out where it can use no more");
    private static readonly Property<LeftOut> LeftOut = Property<LeftOut>.Optional("leftOut", null, new ObjectKind<LeftOut>(LeftOutShape), null!, "why it is left out; only for such a call");
    private static readonly Property<ImmutableArray<Counterfactual>> Counterfactuals = Property<ImmutableArray<Counterfactual>>.Optional("counterfactuals", null, ListKind.Of(CounterfactualShape.Shape), [], "what other wishes would cost, where they were priced");
    private static readonly Property<bool> IsComplete = Property<bool>.Optional("isComplete", null, BerthKinds.Flag, true, "whether all was looked at; false when the time was over before, and of what is not told nothing is known; default true");

    public static readonly Shape<CallExplanation> Shape = new("explanation of a call", [Call, Where, Cost, Earlier, Nearer, MoreCranes, LeftOut, Counterfactuals, IsComplete], Read, Write);

    private static CallExplanation Read(DocumentObject from) => new()
    {
        Call = from.Get(Call),
        Assignment = from.Get(Where),
        Cost = from.Get(Cost),
        Earlier = from.Get(Earlier),
        Nearer = from.Get(Nearer),
        MoreCranes = from.FindObject(MoreCranes),
        LeftOut = from.FindObject(LeftOut),
        Counterfactuals = from.Get(Counterfactuals),
        IsComplete = from.Get(IsComplete),
    };

    private static void Write(DocumentWriter to, CallExplanation call)
    {
        to.Put(Call, call.Call);
        to.Put(Where, call.Assignment);
        to.Put(Cost, call.Cost);
        to.Put(Earlier, call.Earlier);
        to.Put(Nearer, call.Nearer);
        to.PutIfAny(MoreCranes, call.MoreCranes);
        to.PutIfAny(LeftOut, call.LeftOut);
        to.Put(Counterfactuals, call.Counterfactuals);
        to.Put(IsComplete, call.IsComplete);
    }
}
