using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>What an explanation document says.</summary>
/// <param name="Problem">Name of the problem.</param>
/// <param name="Hash">Identity of the plan; null when not given.</param>
/// <param name="Explanation">The explanation.</param>
internal sealed record CraneExplanationParts(string Problem, string? Hash, CraneExplanation Explanation);

/// <summary>The top of an explanation document.</summary>
internal static class CraneExplanationShape
{
    public const string Version = "berthopt/crane-explanation/1";

    private static readonly Property<int> ChainTask = Property<int>.Needed("task", null, CraneKinds.TaskId, "id of the task");
    private static readonly Property<StartReason> Why = Property<StartReason>.Optional("reason", null, new ObjectKind<StartReason>(TaskExplanationShape.Reason), null!, "what keeps it from an earlier start; left out where nothing does");

    private static readonly Shape<ChainLink> Link = new(
        "link of a chain",
        [ChainTask, Why],
        from => new ChainLink(from.Get(ChainTask), from.FindObject(Why)),
        (to, link) =>
        {
            to.Put(ChainTask, link.Task);
            to.PutIfAny(Why, link.Reason);
        });

    private static readonly Property<int> Vessel = Property<int>.Needed("vessel", null, CraneKinds.VesselId, "id of the vessel whose last task ends the chain");
    private static readonly Property<int> End = Property<int>.Needed("endSeconds", null, CraneKinds.FreeTime, "end of that task");
    private static readonly Property<ImmutableArray<ChainLink>> Links = Property<ImmutableArray<ChainLink>>.Needed("links", null, ListKind.Of(Link), "the tasks from first to last, each begun when what kept it back was over");

    private static readonly Shape<CraneChain> Chain = new(
        "chain of tasks",
        [Vessel, End, Links],
        from => new CraneChain(from.Get(Vessel), from.Get(End), from.Get(Links)),
        (to, chain) =>
        {
            to.Put(Vessel, chain.Vessel);
            to.Put(End, chain.End);
            to.Put(Links, chain.Links);
        });

    private static readonly Property<int> Crane = Property<int>.Needed("crane", null, CraneKinds.CraneId, "id of the crane");
    private static readonly Property<int> Other = Property<int>.Needed("other", null, CraneKinds.CraneId, "id of the crane that it waits for");
    private static readonly Property<long> Slots = Property<long>.Needed("seconds", null, new GridKind<long>(Measure.Seconds, 0, long.MaxValue), "how long it waits for that one between its tasks, in all");

    private static readonly Shape<CraneWaiting> Wait = new(
        "waiting crane",
        [Crane, Other, Slots],
        from => new CraneWaiting(from.Get(Crane), from.Get(Other), from.Get(Slots)),
        (to, wait) =>
        {
            to.Put(Crane, wait.Crane);
            to.Put(Other, wait.Other);
            to.Put(Slots, wait.Slots);
        });

    private static readonly FormatVersion What = new(Version, "berthopt/crane-plan/", "Maybe the plan stands where its explanation should.");
    private static readonly Property<CraneCost> Cost = Property<CraneCost>.Needed("cost", null, new ObjectKind<CraneCost>(CraneCostDocument.Shape), "what the plan costs, by term");
    private static readonly Property<ImmutableArray<CraneChain>> Chains = Property<ImmutableArray<CraneChain>>.Optional("chains", null, ListKind.Of(Chain), [], "what the end of the last task hangs on; where vessels have a price of their own, that of each vessel; those that end last first");
    private static readonly Property<ImmutableArray<CraneWaiting>> Waiting = Property<ImmutableArray<CraneWaiting>>.Optional("waiting", null, ListKind.Of(Wait), [], "the cranes that wait for others");
    private static readonly Property<ImmutableArray<TaskExplanation>> Tasks = Property<ImmutableArray<TaskExplanation>>.Needed("tasks", null, ListKind.Of(TaskExplanationShape.Shape), "the tasks that are explained");

    public static readonly Shape<CraneExplanationParts> Shape = new("explanation document", [What.Property, PlanProperties.Problem, PlanProperties.Hash, Cost, Chains, Waiting, Tasks], Read, Write);

    private static CraneExplanationParts Read(DocumentObject from)
    {
        What.Check(from);
        return new CraneExplanationParts(
            from.Get(PlanProperties.Problem),
            from.FindObject(PlanProperties.Hash),
            new CraneExplanation { Cost = from.Get(Cost), Chains = from.Get(Chains), Waiting = from.Get(Waiting), Tasks = from.Get(Tasks) });
    }

    private static void Write(DocumentWriter to, CraneExplanationParts parts)
    {
        What.Write(to);
        to.Put(PlanProperties.Problem, parts.Problem);
        to.PutIfAny(PlanProperties.Hash, parts.Hash);
        to.Put(Cost, parts.Explanation.Cost);
        to.Put(Chains, parts.Explanation.Chains);
        to.Put(Waiting, parts.Explanation.Waiting);
        to.Put(Tasks, parts.Explanation.Tasks);
    }
}
