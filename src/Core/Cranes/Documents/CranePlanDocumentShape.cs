using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Cranes;

/// <summary>What a plan document says.</summary>
/// <param name="Problem">Name of the problem.</param>
/// <param name="Hash">Identity of the plan; null when not given.</param>
/// <param name="Cost">Cost by term; null when not given.</param>
/// <param name="Entries">The tasks with their assignments.</param>
internal sealed record CranePlanParts(string Problem, string? Hash, CraneCost? Cost, ImmutableArray<(int Task, TaskAssignment Assignment)> Entries);

/// <summary>The top of a plan document.</summary>
internal static class CranePlanDocumentShape
{
    public const string Version = "berthopt/crane-plan/1";

    private static readonly Property<int> TaskId = Property<int>.Needed("task", null, CraneKinds.TaskId, "id of the task");
    private static readonly Property<int> CraneId = Property<int>.Needed("crane", null, CraneKinds.CraneId, "id of the crane that does it");
    private static readonly Property<int> Start = Property<int>.Needed("startSeconds", null, CraneKinds.FreeTime, "first second of work");
    private static readonly Property<int> End = Property<int>.Needed("endSeconds", null, CraneKinds.FreeTime, "first second behind the work");

    private static readonly Shape<(int Task, TaskAssignment Assignment)> Entry = new(
        "plan entry",
        [TaskId, CraneId, Start, End],
        from => (from.Get(TaskId), new TaskAssignment(from.Get(CraneId), from.Get(Start), from.Get(End))),
        (to, entry) =>
        {
            to.Put(TaskId, entry.Task);
            to.Put(CraneId, entry.Assignment.Crane);
            to.Put(Start, entry.Assignment.Start);
            to.Put(End, entry.Assignment.End);
        });

    private static readonly FormatVersion What = new(Version, "berthopt/cranes/", "Maybe the problem stands where its plan should.");
    private static readonly Property<CraneCost> Cost = PlanProperties.Cost(CraneCostDocument.Shape);
    private static readonly Property<ImmutableArray<(int Task, TaskAssignment Assignment)>> Entries = Property<ImmutableArray<(int Task, TaskAssignment Assignment)>>.Needed("assignments", null, ListKind.Of(Entry), "one entry for each task of the problem, in any order");

    public static readonly Shape<CranePlanParts> Shape = new("plan document", [What.Property, PlanProperties.Problem, PlanProperties.Hash, Cost, Entries], Read, Write);

    private static CranePlanParts Read(DocumentObject from)
    {
        What.Check(from);
        var entries = PlanProperties.OneForEach(from, Entries, TaskId, entry => entry.Task, CraneScope.Task);
        return new CranePlanParts(from.Get(PlanProperties.Problem), from.FindObject(PlanProperties.Hash), from.Find(Cost), entries);
    }

    private static void Write(DocumentWriter to, CranePlanParts parts)
    {
        What.Write(to);
        to.Put(PlanProperties.Problem, parts.Problem);
        to.PutIfAny(PlanProperties.Hash, parts.Hash);
        to.PutIfAny(Cost, parts.Cost);
        to.Put(Entries, parts.Entries);
    }
}
