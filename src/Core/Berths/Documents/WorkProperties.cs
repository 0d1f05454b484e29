using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>The four ways to give times: for all, by number of cranes, by berth, by both. Once for handling times, once for crane work.</summary>
internal sealed class WorkProperties(string name, string what)
{
    private static readonly Kind<ImmutableArray<int?>> Row = new ListKind<int?>(new NullableKind<int>(BerthKinds.Duration, "where it cannot be worked on"));

    private readonly Property<int> all = Property<int>.Optional(name, null, BerthKinds.Duration, 1, $"{what}: the same everywhere");
    private readonly Property<ImmutableArray<int?>> byCranes = Property<ImmutableArray<int?>>.Optional($"{name}ByCranes", null, Row, [], $"{what}: for each number of cranes, `minCranes` first");
    private readonly Property<ImmutableArray<int?>> byBerth = Property<ImmutableArray<int?>>.Optional($"{name}ByBerth", null, new MapKind<int>(BerthScope.Berth, BerthKinds.Duration), [], $"{what}: by berth; at berths left out it cannot be worked on");
    private readonly Property<ImmutableArray<ImmutableArray<int?>?>> byBoth = Property<ImmutableArray<ImmutableArray<int?>?>>.Optional($"{name}ByBerthAndCranes", null, new MapKind<ImmutableArray<int?>>(BerthScope.Berth, Row), [], $"{what}: by berth, each for each number of cranes");

    public string Name => name;

    public IEnumerable<Property> All => [all, byCranes, byBerth, byBoth];

    /// <summary>Reads the one way that is there.</summary>
    /// <returns>Work in the model's order, and its number of rows; null after a fault.</returns>
    public (ImmutableArray<int> Work, int Rows)? Read(DocumentObject from, int options)
    {
        if (from.Has(all))
        {
            return ([from.Get(all)], 1);
        }

        if (from.Has(byCranes))
        {
            var work = from.Get(byCranes);
            return IsRow(work, options, allowOne: true, from, byCranes) ? (Slots(work), 1) : null;
        }

        var scope = (BerthScope)from.Scope;
        Property table = from.Has(byBerth) ? byBerth : byBoth;
        if (scope.Berths == 0 || (scope.Berths == 1 && scope.Quays.Any(quay => quay.Berths.IsEmpty)))
        {
            from.Fault("handling-form", table, $"gives times by berth, but the document has {scope.Berths} berths besides continuous quays; expected {name}, and \"allowed\" for where it may lie.");
            return null;
        }

        if (from.Has(byBerth))
        {
            return from.TryGet(byBerth, out var times) ? (Slots(times), scope.Berths) : null;
        }

        if (!from.TryGet(byBoth, out var rows) || !rows.All(row => row is null || IsRow(row.Value, options, allowOne: false, from, byBoth)))
        {
            return null;
        }

        var never = Enumerable.Repeat<int?>(null, Math.Max(1, options)).ToImmutableArray();
        return (Slots([.. rows.SelectMany(row => row ?? never)]), scope.Berths);
    }

    public void Write(DocumentWriter to, Handling handling)
    {
        var columns = handling.CraneColumns;
        switch (handling.BerthRows > 1, columns > 1)
        {
            case (false, false) when handling.Work[0] != Handling.Forbidden:
                to.PutIfAny<int>(all, handling.Work[0]);
                break;
            case (false, _):
                to.PutIfAny<ImmutableArray<int?>>(byCranes, Outside(handling.Work));
                break;
            case (true, false):
                to.PutIfAny<ImmutableArray<int?>>(byBerth, Outside(handling.Work));
                break;
            default:
                var rows = handling.Work.Chunk(columns).Select(row => Array.TrueForAll(row, time => time == Handling.Forbidden) ? null : (ImmutableArray<int?>?)Outside(row));
                to.PutIfAny<ImmutableArray<ImmutableArray<int?>?>>(byBoth, [.. rows]);
                break;
        }
    }

    private static bool IsRow(ImmutableArray<int?> row, int options, bool allowOne, DocumentObject from, Property property)
    {
        var fits = options < 0 || row.Length == options || (allowOne && row.Length == 1);
        if (!fits)
        {
            from.Fault("handling-table", property, $"has {row.Length} times in a list; expected {options}, one for each number of cranes from \"minCranes\" to \"maxCranes\".");
        }

        return fits;
    }

    private static ImmutableArray<int> Slots(ImmutableArray<int?> times) => [.. times.Select(time => time ?? Handling.Forbidden)];

    private static ImmutableArray<int?> Outside(IEnumerable<int> slots) => [.. slots.Select(time => time == Handling.Forbidden ? null : (int?)time)];
}
