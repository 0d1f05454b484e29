using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Empties;

/// <summary>What an explanation document says.</summary>
/// <param name="Problem">Name of the problem.</param>
/// <param name="Hash">Identity of the plan; null when not given.</param>
/// <param name="Explanation">The explanation.</param>
internal sealed record EmptiesExplanationParts(string Problem, string? Hash, EmptiesExplanation Explanation);

/// <summary>The top of an explanation document.</summary>
internal static class EmptiesExplanationShape
{
    public const string Version = "berthopt/empties-explanation/1";

    private static readonly FormatVersion What = new(Version, "berthopt/empties-plan/", "Maybe the plan stands where its explanation should.");
    private static readonly Property<EmptiesCost> Cost = Property<EmptiesCost>.Needed("cost", null, new ObjectKind<EmptiesCost>(EmptiesCostDocument.Shape), "what the plan costs, by term");
    private static readonly Property<long> LowerBound = Property<long>.Optional("lowerBound", null, EmptiesKinds.TotalCost, 0, "the prices prove that no plan costs less; where it is the plan's cost, they are exact; left out where nothing was priced");
    private static readonly Property<ImmutableArray<ShortageExplanation>> Shortages = Property<ImmutableArray<ShortageExplanation>>.Optional("shortages", null, ListKind.Of(EmptiesExplanationEntries.Shortage), [], "demands that get fewer containers than they ask for, the dearest first");
    private static readonly Property<ImmutableArray<MoveExplanation>> Moves = Property<ImmutableArray<MoveExplanation>>.Optional("moves", null, ListKind.Of(EmptiesExplanationEntries.Move), [], "containers on voyages and links and on hire, the dearest first");
    private static readonly Property<ImmutableArray<ScarceRoom>> Rooms = Property<ImmutableArray<ScarceRoom>>.Optional("rooms", null, ListKind.Of(EmptiesExplanationEntries.Room), [], "room that is used up and for which more would pay, the dearest first");
    private static readonly Property<bool> IsComplete = Property<bool>.Optional("isComplete", null, new FlagKind(), true, "whether all was looked at; false when the time was over before, and of what is not told nothing is known; default true");

    public static readonly Shape<EmptiesExplanationParts> Shape = new("explanation document", [What.Property, PlanProperties.Problem, PlanProperties.Hash, Cost, LowerBound, Shortages, Moves, Rooms, IsComplete], Read, Write);

    private static EmptiesExplanationParts Read(DocumentObject from)
    {
        What.Check(from);
        return new EmptiesExplanationParts(from.Get(PlanProperties.Problem), from.FindObject(PlanProperties.Hash), new EmptiesExplanation
        {
            Cost = from.Get(Cost),
            LowerBound = from.Find(LowerBound),
            Shortages = from.Get(Shortages),
            Moves = from.Get(Moves),
            Rooms = from.Get(Rooms),
            IsComplete = from.Get(IsComplete),
        });
    }

    private static void Write(DocumentWriter to, EmptiesExplanationParts parts)
    {
        What.Write(to);
        to.Put(PlanProperties.Problem, parts.Problem);
        to.PutIfAny(PlanProperties.Hash, parts.Hash);
        to.Put(Cost, parts.Explanation.Cost);
        to.PutIfAny(LowerBound, parts.Explanation.LowerBound);
        to.Put(Shortages, parts.Explanation.Shortages);
        to.Put(Moves, parts.Explanation.Moves);
        to.Put(Rooms, parts.Explanation.Rooms);
        to.Put(IsComplete, parts.Explanation.IsComplete);
    }
}
