using System.Collections.Immutable;
using BerthOpt.Documents;

namespace BerthOpt.Berths;

/// <summary>Handling as documents have it: exactly one of eight properties says the times or the work.</summary>
internal static class HandlingDocument
{
    private static readonly Property<int> MinCranes = Property<int>.Optional("minCranes", "minCranes", BerthKinds.Cranes, 0, "smallest number of cranes; 0 when cranes do not matter");
    private static readonly Property<int> MaxCranes = Property<int>.Optional("maxCranes", "maxCranes", BerthKinds.Cranes, 0, "greatest number of cranes");
    private static readonly WorkProperties Times = new("minutes", "handling time");
    private static readonly WorkProperties Work = new("craneMinutes", "work in minutes of one crane, divided by `productivity`");
    private static readonly Property<ImmutableArray<int>> Productivity = Property<ImmutableArray<int>>.Optional("productivity", "productivity", new ListKind<int>(new GridKind<int>(Measure.Thousandths, 1, 1_000_000_000)), [], "how many times one crane's work each number of cranes does, `minCranes` first, in thousandths; with crane minutes only");
    private static readonly Property<int> Loss = Property<int>.Optional("deviationLossPerMetre", "deviationLossPpm", new GridKind<int>(Measure.LossPerMetre, 0, 1_000_000), 0, "share by which handling grows for each metre away from the wished position");

    public static readonly Shape<Handling> Shape = new("handling", [MinCranes, MaxCranes, .. Times.All, .. Work.All, Productivity, Loss], Read, Write);

    private static Handling Read(DocumentObject from)
    {
        var before = from.Scope.Faults.Count;
        var (min, max) = (from.Get(MinCranes), from.Get(MaxCranes));
        var readable = from.Scope.Faults.Count == before;
        var productivity = from.Get(Productivity);
        var loss = from.Get(Loss);
        Property[] given = [.. Times.All.Concat(Work.All).Where(from.Has)];
        if (given.Length != 1)
        {
            from.Fault("handling-form", $"has {(given.Length == 0 ? "no times" : string.Join(" and ", given.Select(property => property.Name)))}; expected exactly one of {string.Join(", ", Times.All.Concat(Work.All).Select(property => property.Name))}.");
            return Handling.Fixed(1);
        }

        var form = given[0].Name.StartsWith(Work.Name, StringComparison.Ordinal) ? Work : Times;
        if (form == Work != from.Has(Productivity))
        {
            from.Fault("handling-form", form == Work
                ? $"has {given[0].Name} without \"productivity\"; expected both. Maybe {Times.Name} was meant."
                : $"has \"productivity\" with {given[0].Name}; expected it only with crane minutes. Maybe {Work.Name} was meant.");
        }

        // How long lists must be is only known when the numbers of cranes are; the rules of the model judge these.
        var options = readable && max >= min ? max - min + 1 : -1;
        var work = form.Read(from, options);
        return work is { } known && from.Scope.Faults.Count == before
            ? Handling.Fixed(1) with { MinCranes = min, MaxCranes = max, Work = known.Work, BerthRows = known.Rows, Productivity = productivity, DeviationLossPpm = loss }
            : Handling.Fixed(1);
    }

    private static void Write(DocumentWriter to, Handling handling)
    {
        to.Put(MinCranes, handling.MinCranes);
        to.Put(MaxCranes, handling.MaxCranes);
        (handling.Productivity.IsEmpty ? Times : Work).Write(to, handling);
        to.Put(Productivity, handling.Productivity);
        to.Put(Loss, handling.DeviationLossPpm);
    }
}
