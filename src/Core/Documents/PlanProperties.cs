using System.Collections.Immutable;

namespace BerthOpt.Documents;

/// <summary>What plan documents have in common.</summary>
internal static class PlanProperties
{
    public static readonly Property<string> Problem = Property<string>.Optional("problem", null, TextKind.Any, "", "name of the problem, for people");
    public static readonly Property<string> Hash = Property<string>.Optional("planHash", null, TextKind.Any, null!, "identity of the plan; a document that was changed does not match it");

    /// <summary>The cost of the plan.</summary>
    public static Property<T> Cost<T>(Shape<T> shape)
        where T : struct => Property<T>.Optional("cost", null, new ObjectKind<T>(shape), default, "cost by term; for people, the checker computes it anew");

    /// <summary>The list of a plan that has one entry for each call, task, ... of its problem, in the order of the problem; tells of entries too many and too few.</summary>
    /// <param name="from">The plan.</param>
    /// <param name="list">The list.</param>
    /// <param name="id">The property of an entry that names what it is of.</param>
    /// <param name="indexOf">Index of what an entry is of; below 0 when it is unknown.</param>
    /// <param name="what">What the entries are of, as the ids were declared: "call".</param>
    /// <param name="maybe">What to say of one too few; with a space before.</param>
    public static ImmutableArray<T> OneForEach<T>(DocumentObject from, Property<ImmutableArray<T>> list, Property id, Func<T, int> indexOf, string what, string maybe = "")
    {
        var entries = from.Get(list);
        var places = new Dictionary<int, int>();
        for (var number = 0; number < entries.Length; number++)
        {
            var index = indexOf(entries[number]);
            if (index >= 0 && !places.TryAdd(index, number))
            {
                from.Scope.Faults.Add("duplicate-entry", from.Place[list.Name].Open()[number].Open()[id.Name], $"is a {what} that entry {places[index]} has already; expected one entry for each {what}.");
            }
        }

        if (from.Has(list) && !entries.Any(entry => indexOf(entry) < 0))
        {
            foreach (var (_, name) in from.Scope.Ids(what).Names.Index().Where(known => !places.ContainsKey(known.Index)))
            {
                from.Fault("missing", list, $"lacks {what} {Show.Text(name)}; expected an entry for each {what}.{maybe}");
            }
        }

        return [.. entries.OrderBy(indexOf)];
    }

    /// <summary>Whether a plan is the one that its document was written of; says so when it is not.</summary>
    /// <param name="scope">Takes the fault.</param>
    /// <param name="told">Hash that the document tells; null when it tells none.</param>
    /// <param name="actual">Hash of the plan.</param>
    public static bool IsTold(DocumentScope scope, string? told, string actual)
    {
        if (told is null || told == actual)
        {
            return true;
        }

        scope.Faults.Add("plan-hash", At.Root.Open()[Hash.Name], $"is not the hash of this plan, {actual}; expected the document as it was written. Maybe it was changed by hand: then leave \"{Hash.Name}\" out.");
        return false;
    }
}
