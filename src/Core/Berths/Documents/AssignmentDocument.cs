using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>Where and when one call lies, as plan documents have it: by ids, and with cranes by their numbers from 1.</summary>
internal static class AssignmentDocument
{
    private const int MaxCrane = 20_000;

    private static readonly Property<int> Quay = Property<int>.Needed("quay", null, BerthKinds.QuayId, "id of the quay");
    private static readonly Property<int> Berth = Property<int>.Optional("berth", null, BerthKinds.BerthId, -1, "id of the first berth that it fills; left out at continuous quays");
    private static readonly Property<int> Position = Property<int>.Needed("positionMetres", null, BerthKinds.FreePosition, "left end of the hull at a continuous quay, of the first berth otherwise");
    private static readonly Property<int> Start = Property<int>.Needed("startMinutes", null, BerthKinds.FreeTime, "time of berthing");
    private static readonly Property<int> End = Property<int>.Needed("endMinutes", null, BerthKinds.FreeTime, "time of departure");
    private static readonly Property<ImmutableArray<int>> Cranes = Property<ImmutableArray<int>>.Optional("cranes", null, new ListKind<int>(new WholeKind("(a crane's number, from 1)", 1, MaxCrane)), [], "numbers of its cranes from 1 at the left, neighbours in ascending order; where the plan says which");
    private static readonly Property<int> CraneCount = Property<int>.Optional("craneCount", null, new WholeKind("cranes", 0, int.MaxValue), 0, "number of its cranes; where the plan does not say which");

    public static readonly Shape<Assignment> Shape = new("assignment", [Quay, Berth, Position, Start, End, Cranes, CraneCount], Read, Write);

    /// <summary>An assignment, or null for a call that is left out.</summary>
    public static readonly NullableKind<Assignment> OrLeftOut = new(new ObjectKind<Assignment>(Shape), "when it is left out");

    private static Assignment Read(DocumentObject from)
    {
        var (cranes, first) = ReadCranes(from);
        var quay = from.Get(Quay);
        return new Assignment(quay, ReadBerth(from, quay), from.Get(Position), from.Get(Start), from.Get(End), cranes, first);
    }

    private static int ReadBerth(DocumentObject from, int quay)
    {
        if (!from.TryGet(Berth, out var berth) || quay < 0)
        {
            return -1;
        }

        var scope = (BerthScope)from.Scope;
        var number = berth - scope.Quays.Take(quay).Sum(before => before.Berths.Length);
        if (number >= 0 && number < scope.Quays[quay].Berths.Length)
        {
            return number;
        }

        from.Fault("unknown-reference", Berth, $"is a berth of another quay; expected one of quay {Show.Text(scope.Quays[quay].Id)}.");
        return -1;
    }

    private static (int Cranes, int First) ReadCranes(DocumentObject from)
    {
        var count = from.Get(CraneCount);
        if (!from.TryGet(Cranes, out var cranes))
        {
            return (count, -1);
        }

        if (from.Has(CraneCount))
        {
            from.Fault("crane-list", CraneCount, "stands beside \"cranes\"; expected only one of the two.");
        }

        if (cranes.IsEmpty || !cranes.Index().All(crane => crane.Item - cranes[0] == crane.Index))
        {
            from.Fault("crane-list", Cranes, $"is {(cranes.IsEmpty ? "empty" : string.Join(", ", cranes.Take(20)))}; expected neighbouring cranes in ascending order. Maybe \"craneCount\" was meant.");
            return (count, -1);
        }

        return (cranes.Length, cranes[0] - 1);
    }

    private static void Write(DocumentWriter to, Assignment assignment)
    {
        var scope = (BerthScope)to.Scope;
        to.Put(Quay, assignment.Quay);
        to.Put(Berth, assignment.Berth < 0 ? -1 : assignment.Berth + scope.Quays.Take(assignment.Quay).Sum(before => before.Berths.Length));
        to.Put(Position, assignment.Position);
        to.Put(Start, assignment.Start);
        to.Put(End, assignment.End);
        to.Put(Cranes, assignment.FirstCrane < 0 ? [] : [.. Enumerable.Range(assignment.FirstCrane + 1, assignment.Cranes)]);
        to.Put(CraneCount, assignment.FirstCrane < 0 ? assignment.Cranes : 0);
    }

    /// <summary>What keeps an assignment from being written; null when nothing does.</summary>
    public static string? Obstacle(Assignment assignment, ImmutableArray<Quay> quays) =>
        assignment.Quay < 0 || assignment.Quay >= quays.Length ? $"quay {assignment.Quay} of {quays.Length}"
        : assignment.Berth < -1 || assignment.Berth >= quays[assignment.Quay].Berths.Length ? $"berth {assignment.Berth} of {quays[assignment.Quay].Berths.Length}"
        : assignment.Cranes < 0 || assignment.FirstCrane < -1 || (assignment.FirstCrane >= 0 && (assignment.Cranes == 0 || (long)assignment.FirstCrane + assignment.Cranes > MaxCrane)) ? $"{assignment.Cranes} cranes from crane {assignment.FirstCrane + 1L} on"
        : null;
}
