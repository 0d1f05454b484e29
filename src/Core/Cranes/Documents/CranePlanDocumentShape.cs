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

    private static readonly Property<string> FormatVersion = Property<string>.Needed("formatVersion", null, new TextKind($"\"{Version}\""), $"`{Version}`");
    private static readonly Property<string> Problem = Property<string>.Optional("problem", null, CraneKinds.Text, "", "name of the problem, for people");
    private static readonly Property<string> Hash = Property<string>.Optional("planHash", null, CraneKinds.Text, null!, "identity of the plan; a document that was changed does not match it");
    private static readonly Property<CraneCost> Cost = Property<CraneCost>.Optional("cost", null, new ObjectKind<CraneCost>(CraneCostDocument.Shape), default, "cost by term; for people, the checker computes it anew");
    private static readonly Property<ImmutableArray<(int Task, TaskAssignment Assignment)>> Entries = Property<ImmutableArray<(int Task, TaskAssignment Assignment)>>.Needed("assignments", null, CraneKinds.ListOf(Entry), "one entry for each task of the problem, in any order");

    public static readonly Shape<CranePlanParts> Shape = new("plan document", [FormatVersion, Problem, Hash, Cost, Entries], Read, Write);

    private static CranePlanParts Read(DocumentObject from)
    {
        if (from.TryGet(FormatVersion, out var version) && version != Version)
        {
            from.Fault("unknown-format", FormatVersion, $"is {Show.Text(version)}; expected \"{Version}\". {(version.StartsWith("berthopt/cranes/", StringComparison.Ordinal) ? "Maybe the problem stands where its plan should." : "Maybe a newer release wrote it.")}");
        }

        var scope = (CraneScope)from.Scope;
        var entries = from.Get(Entries);
        for (var index = 0; index < entries.Length; index++)
        {
            if (entries[index].Task >= 0 && !scope.PlanPlaces.TryAdd(entries[index].Task, index))
            {
                scope.Faults.Add("duplicate-entry", from.Place[Entries.Name].Open()[index].Open()[TaskId.Name], $"is a task that entry {scope.PlanPlaces[entries[index].Task]} has already; expected one entry for each task.");
            }
        }

        if (from.Has(Entries) && !entries.Any(entry => entry.Task < 0))
        {
            foreach (var (_, name) in scope.Ids(CraneScope.Task).Names.Index().Where(task => !scope.PlanPlaces.ContainsKey(task.Index)))
            {
                from.Fault("missing", Entries, $"lacks task {Show.Text(name)}; expected an entry for each task.");
            }
        }

        return new CranePlanParts(from.Get(Problem), from.FindObject(Hash), from.Find(Cost), entries);
    }

    private static void Write(DocumentWriter to, CranePlanParts parts)
    {
        to.Put(FormatVersion, Version);
        to.Put(Problem, parts.Problem);
        to.PutIfAny(Hash, parts.Hash);
        to.PutIfAny(Cost, parts.Cost);
        to.Put(Entries, parts.Entries);
    }

    /// <summary>Says that the plan is not the one of the hash.</summary>
    public static void AddHashFault(DocumentScope scope, string actual) =>
        scope.Faults.Add("plan-hash", At.Root.Open()[Hash.Name], $"is not the hash of this plan, {actual}; expected the document as it was written. Maybe it was changed by hand: then leave \"{Hash.Name}\" out.");
}
